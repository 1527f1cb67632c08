#include "facts/address_syntax.h"

#include <algorithm>

#include "facts/code_points.h"

namespace spamlint {
namespace {

constexpr std::string_view atom_marks = "!#$%&'*+-/=?^_`{|}~";  // RFC 5322 3.2.3

bool is_atom_character(char c) {
    return ascii::is_alnum(c) || static_cast<unsigned char>(c) >= 0x80 || atom_marks.find(c) != std::string_view::npos;
}

bool is_dot_atom(std::string_view text) {
    if (text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos)
        return false;
    return std::ranges::all_of(text, [](char c) { return c == '.' || is_atom_character(c); });
}

bool is_quoted(std::string_view text) {
    return text.size() > 2 && text.front() == '"' && text.back() == '"';
}

bool is_domain(std::string_view text) {
    const bool literal = text.size() > 2 && text.front() == '[' && text.back() == ']';
    return literal || is_dot_atom(text);
}

/// Commas part addresses before decoding: one inside an address is written %2C (RFC 6068 2).
void add_list(std::string_view list, std::size_t limit, std::vector<std::string>& addresses) {
    while (!list.empty() && addresses.size() < limit) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const std::string address(trimmed(percent_decoded(list.substr(0, comma))));
        if (!address.empty()) addresses.push_back(address);
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
}

}  // namespace

bool is_mail_address(std::string_view address) {
    const std::size_t at = address.rfind('@');
    if (at == std::string_view::npos) return false;
    const std::string_view local = address.substr(0, at);
    return (is_dot_atom(local) || is_quoted(local)) && is_domain(address.substr(at + 1));
}

std::vector<std::string> mailto_addresses(const Url& url, std::size_t limit) {
    std::vector<std::string> addresses;
    if (url.scheme != "mailto") return addresses;
    add_list(url.path, limit, addresses);
    std::string_view query = url.query;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view field = query.substr(0, end);
        for (const std::string_view name : {"to=", "cc=", "bcc="})
            if (starts_with_ignoring_case(field, name)) add_list(field.substr(name.size()), limit, addresses);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (query.starts_with("amp;")) query.remove_prefix(4);  // escaped twice
    }
    return addresses;
}

}  // namespace spamlint
