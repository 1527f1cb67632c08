#pragma once

#include <string>
#include <string_view>

namespace spamlint {

/// A host name as browsers and mail clients read it.
struct Host {
    std::string name;        // lower case, punycode and percent signs decoded, IPv4 in any spelling as 1.2.3.4
    std::string domain;      // registrable domain by the ICANN section of the PSL; the name itself where there is none
    std::string main_label;  // "oakfield" of "www.oakfield.co.uk"
    std::string tld;         // last label
    std::string skeleton;    // of main_label, UTS #39 section 4, lower case
    int labels = 0;
    bool ip = false;              // the host is an IP address
    bool local = false;           // of this machine or a private network: 127.0.0.1, 192.168.1.2, ::1, localhost
    bool ip_in_name = false;      // a dotted or dashed IPv4 address is a part of the name
    bool punycode = false;        // a label begins with xn--
    bool idn_suspicious = false;  // a label fails UTS #39's "moderately restrictive" level
};

/// Reads a host as it stands in a URL (without port) or behind the @ of an address. Any bytes are read.
Host read_host(std::string_view written);

/// Registrable domain of a lower-case Unicode or ASCII host name: "oakfield.co.uk"; "" where there is none.
std::string registrable_domain(std::string_view host);

/// Does the name end in a suffix that the ICANN section of the PSL lists ("com", "co.uk"), with a label before it?
bool has_known_suffix(std::string_view host);

/// Letters, digits, hyphens and dots with at least two labels and a known suffix: "oakfield.co.uk".
bool looks_like_host(std::string_view text);

}  // namespace spamlint
