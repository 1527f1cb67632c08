#pragma once

#include <string>
#include <string_view>

#include "facts/host.h"

namespace spamlint {

/// A link target taken apart as browsers do it (WHATWG URL): tabs and line breaks dropped, back slashes read as
/// slashes, missing or surplus slashes behind "https:" forgiven, schemes in any case.
struct Url {
    std::string scheme;                 // lower case; "" for a relative reference
    std::string written_scheme;         // as it stands
    std::string userinfo;               // "user:password", undecoded
    Host host;                          // of http, https, ftp …; for mailto the domain of the first address
    int port = 0;                       // 0 where none is given or it is the scheme's own
    std::string path, query, fragment;  // as written, without their "?" and "#"

    bool is_web() const { return scheme == "http" || scheme == "https"; }
    /// Scheme, host, port, path and query in one spelling: what tells two targets apart.
    std::string target() const;
};

Url parse_url(std::string_view written);

/// A further URL inside a path or query, plain or percent-encoded ("?u=https%3A%2F%2F…"), from its scheme on, decoded;
/// "" where there is none.
std::string nested_url(const Url& url);

}  // namespace spamlint
