#include "facts/host.h"

#include <arpa/inet.h>
#include <libpsl.h>
#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "facts/code_points.h"
#include "facts/look_alike.h"
#include "span/ascii.h"

namespace spamlint {
namespace {

// RFC 1035 2.3.4 allows 255 octets; percent signs and punycode make a written host longer. What is longer is no host.
constexpr std::size_t max_written_host = 1000;
constexpr std::size_t most_known = 1000;  // hosts that a thread remembers

/// UTS #46, non-transitional, as browsers do it. ICU documents a UIDNA as immutable: one serves all threads.
const UIDNA* idna() {
    static const UIDNA* const instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        return uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE, &status);
    }();
    return instance;
}

std::string to_unicode(const std::string& host) {
    if (ascii::is_ascii(host) && find_ignoring_case(host, "xn--") == std::string::npos) return ascii::lowered(host);
    UErrorCode status = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    std::array<char, 4 * max_written_host> buffer;
    const int32_t size = uidna_nameToUnicodeUTF8(idna(), host.data(), static_cast<int32_t>(host.size()), buffer.data(),
                                                 static_cast<int32_t>(buffer.size()), &info, &status);
    const bool fits = U_SUCCESS(status) && size >= 0 && static_cast<std::size_t>(size) <= buffer.size();
    return fits ? std::string(buffer.data(), static_cast<std::size_t>(size)) : ascii::lowered(host);
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> pieces;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find_first_of(separators, begin);
        pieces.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (end == std::string_view::npos) return pieces;
        begin = end + 1;
    }
}

/// One number of an IPv4 address: decimal, octal behind 0, hexadecimal behind 0x (WHATWG URL, IPv4 number parser).
std::optional<std::uint64_t> ipv4_number(std::string_view text) {
    unsigned base = 10;
    if (text.size() >= 2 && text[0] == '0' && ascii::lower(text[1]) == 'x') {
        base = 16;
        text.remove_prefix(2);
    } else if (text.size() >= 2 && text[0] == '0') {
        base = 8;
        text.remove_prefix(1);
    } else if (text.empty()) {
        return std::nullopt;
    }
    std::uint64_t value = 0;
    for (char c : text) {
        const int digit = ascii::hex(c);
        if (digit < 0 || static_cast<unsigned>(digit) >= base || value > 0xFFFFFFFFu) return std::nullopt;
        value = value * base + static_cast<unsigned>(digit);
    }
    return value;
}

/// The address that a host of one to four numbers stands for, in dotted form (WHATWG URL, IPv4 parser).
std::optional<std::string> ipv4(std::string_view host) {
    const auto pieces = split(host, ".");
    if (pieces.size() > 4) return std::nullopt;
    std::uint64_t address = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto number = ipv4_number(pieces[i]);
        if (!number) return std::nullopt;
        const bool last = i + 1 == pieces.size();
        const std::uint64_t limit = last ? std::uint64_t{1} << (8 * (5 - pieces.size())) : 256;
        if (*number >= limit) return std::nullopt;
        address |= last ? *number : *number << (8 * (3 - i));
    }
    std::string dotted;
    for (int shift = 24; shift >= 0; shift -= 8)
        dotted += std::to_string(address >> shift & 255) + (shift == 0 ? "" : ".");
    return dotted;
}

/// Addresses that lead nowhere outside of one network: RFC 6890 (0/8, 127/8, 10/8, 172.16/12, 192.168/16, 169.254/16)
/// and RFC 6598 (100.64/10).
bool is_local_ipv4(std::uint64_t first, std::uint64_t second) {
    return first == 0 || first == 10 || first == 127 || (first == 172 && second >= 16 && second < 32) ||
           (first == 192 && second == 168) || (first == 169 && second == 254) ||
           (first == 100 && second >= 64 && second < 128);
}

/// ::1, ::, fc00::/7 and fe80::/10 (RFC 4291, RFC 4193), and such an IPv4 address in IPv6 (::ffff:10.0.0.1).
bool is_local_ipv6(std::string_view text) {
    in6_addr address;
    if (inet_pton(AF_INET6, std::string(text.substr(0, text.find('%'))).c_str(), &address) != 1) return false;
    const std::uint8_t* byte = address.s6_addr;
    if (IN6_IS_ADDR_V4MAPPED(&address)) return is_local_ipv4(byte[12], byte[13]);
    return IN6_IS_ADDR_LOOPBACK(&address) || IN6_IS_ADDR_UNSPECIFIED(&address) || IN6_IS_ADDR_LINKLOCAL(&address) ||
           (byte[0] & 0xFE) == 0xFC;
}

bool is_octet(std::string_view text) {
    if (text.empty() || text.size() > 3 ||
        !std::all_of(text.begin(), text.end(), [](char c) { return ascii::is_digit(c); }))
        return false;
    return *ipv4_number(text.size() > 1 && text[0] == '0' ? "0" : text) < 256;
}

bool holds_ipv4(std::string_view host) {
    const auto pieces = split(host, ".-");
    std::size_t run = 0;
    for (const auto& piece : pieces) {
        run = is_octet(piece) ? run + 1 : 0;
        if (run == 4) return true;
    }
    return false;
}

bool is_suffix(std::string_view name, int type) {
    return psl_is_public_suffix2(psl_builtin(), std::string(name).c_str(), type) != 0;
}

void read_name(Host& host) {
    const auto labels = split(host.name, ".");
    host.labels = host.name.empty() ? 0 : static_cast<int>(labels.size());
    host.tld = labels.back();
    host.domain = registrable_domain(host.name);
    if (host.domain.empty()) host.domain = host.name;
    host.main_label = host.domain.substr(0, host.domain.find('.'));
    host.ip_in_name = holds_ipv4(host.name);
    host.skeleton = skeleton(host.main_label);
    host.idn_suspicious = !ascii::is_ascii(host.name) && std::any_of(labels.begin(), labels.end(), mixes_scripts);
}

/// "[::1]", "[10.0.0.1]": the literals of URLs and mail addresses.
Host read_bracketed(std::string_view name) {
    Host host;
    host.name = host.domain = ascii::lowered(name.substr(1, name.find(']') - 1));
    host.ip = host.name.find(':') != std::string::npos || ipv4(host.name).has_value();
    host.local = is_local_ipv6(host.name);
    return host;
}

Host read_anew(std::string_view written) {
    std::string name = percent_decoded(written);
    if (!name.empty() && name.front() == '[') return read_bracketed(name);
    Host host;
    const auto dots = split(name, ".");
    host.punycode = std::any_of(dots.begin(), dots.end(), [](auto l) { return starts_with_ignoring_case(l, "xn--"); });
    name = to_unicode(name);
    while (!name.empty() && name.back() == '.') name.pop_back();
    if (const auto address = ipv4(name)) {
        host.name = host.domain = *address;
        host.ip = true;
        const auto octets = split(*address, ".");
        host.local = is_local_ipv4(*ipv4_number(octets[0]), *ipv4_number(octets[1]));
        return host;
    }
    host.name = std::move(name);
    // RFC 6761 6.3, and the name that Unix systems give themselves.
    host.local = host.name == "localhost" || host.name.ends_with(".localhost") || host.name == "localhost.localdomain";
    read_name(host);
    return host;
}

}  // namespace

Host read_host(std::string_view written) {
    // The links of a mail share a few hosts, and those of a batch: reading them anew is 3 % of its time.
    thread_local std::unordered_map<std::string, Host> known;
    if (known.size() >= most_known) known.clear();
    const std::string key(written.substr(0, max_written_host));
    const auto found = known.find(key);
    return found != known.end() ? found->second : known.emplace(key, read_anew(key)).first->second;
}

std::string registrable_domain(std::string_view host) {
    // The longest public suffix is the one found first from the left; the label before it makes the domain.
    if (host.starts_with('.') || host.ends_with('.') || host.find("..") != std::string_view::npos) return {};
    // No rule of the list has more than five labels: of a long name the last eight decide.
    std::size_t labels = 0;
    for (std::size_t at = host.size(); at > 0 && labels < 8; --at)
        if (host[at - 1] == '.' && ++labels == 8) host.remove_prefix(at);
    const std::string_view last = host.substr(host.rfind('.') + 1);
    if (std::all_of(last.begin(), last.end(), ascii::is_digit)) return {};  // an address, or nothing
    std::size_t before = std::string_view::npos;
    for (std::size_t begin = 0; begin < host.size();) {
        if (is_suffix(host.substr(begin), PSL_TYPE_ICANN))
            return before == std::string_view::npos ? std::string() : std::string(host.substr(before));
        before = begin;
        const std::size_t dot = host.find('.', begin);
        if (dot == std::string_view::npos) break;
        begin = dot + 1;
    }
    return {};
}

bool has_known_suffix(std::string_view host) {
    for (std::size_t dot = host.find('.'); dot != std::string_view::npos; dot = host.find('.', dot + 1))
        if (dot > 0 && is_suffix(host.substr(dot + 1), PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE)) return true;
    return false;
}

bool looks_like_host(std::string_view text) {
    if (text.size() > 253 || text.find('.') == std::string_view::npos) return false;
    std::size_t label = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c == '.') {
            if (label == 0) return false;
            label = 0;
            continue;
        }
        if (c != '-' && c != '_' && !is_letter_or_digit(c)) return false;
        ++label;
    }
    return label > 0 && has_known_suffix(ascii::is_ascii(text) ? ascii::lowered(text) : std::string(text));
}

}  // namespace spamlint
