#pragma once

#include <string>
#include <vector>

#include "facts/fact.h"
#include "rules/read_value.h"

namespace spamlint {

/// The items of a list of brands.
std::vector<Brand> read_brands(const YamlNode& items, Problems& problems);

/// Who a message comes from and leads to: the hosts of From and Sender, and of all its links.
class MessageHosts {
public:
    explicit MessageHosts(const Facts& facts);
    /// Is any of them one of these domains (a space between), or below one? "ebay.*" is ebay under any public suffix.
    bool any_of(std::string_view domains) const;

private:
    struct Host {
        std::string name, domain;  // domain: registrable
    };
    bool any_is(std::string_view domain) const;
    std::vector<Host> hosts_;
};

}  // namespace spamlint
