#include "facts/url.h"

#include <algorithm>

#include "facts/code_points.h"
#include "span/byte_set.h"

namespace spamlint {
namespace {

constexpr std::string_view web_schemes[] = {"http", "https", "ftp", "ws", "wss"};  // WHATWG "special" schemes

bool is_special(std::string_view scheme) {
    return std::ranges::find(web_schemes, scheme) != std::end(web_schemes);
}

int default_port(std::string_view scheme) {
    if (scheme == "http" || scheme == "ws") return 80;
    if (scheme == "https" || scheme == "wss") return 443;
    return scheme == "ftp" ? 21 : 0;
}

std::string without_line_breaks(std::string_view text) {
    std::string cleaned;
    for (char c : trimmed(text))
        if (c != '\t' && c != '\n' && c != '\r') cleaned += c;
    return cleaned;
}

std::size_t scheme_length(std::string_view text) {
    if (text.empty() || !ascii::is_alpha(text[0])) return 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const char c = text[at];
        if (c == ':') return at;
        if (!ascii::is_alnum(c) && c != '+' && c != '-' && c != '.') return 0;
    }
    return 0;
}

int parse_port(std::string_view digits, std::string_view scheme) {
    int port = 0;
    for (char c : digits) {
        if (!ascii::is_digit(c) || port > 65535) return 0;
        port = port * 10 + (c - '0');
    }
    return port > 65535 || port == default_port(scheme) ? 0 : port;
}

void read_authority(Url& url, std::string_view authority) {
    if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
        url.userinfo = authority.substr(0, at);
        authority.remove_prefix(at + 1);
    }
    const auto bracket = authority.find(']');
    const auto colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    if (colon != std::string_view::npos) url.port = parse_port(authority.substr(colon + 1), url.scheme);
    url.host = read_host(authority.substr(0, colon));
}

void read_path(Url& url, std::string_view rest) {
    if (const auto hash = rest.find('#'); hash != std::string_view::npos) {
        url.fragment = rest.substr(hash + 1);
        rest = rest.substr(0, hash);
    }
    if (const auto mark = rest.find('?'); mark != std::string_view::npos) {
        url.query = rest.substr(mark + 1);
        rest = rest.substr(0, mark);
    }
    url.path = rest;
}

void read_mailto(Url& url) {
    const std::string_view first = std::string_view(url.path).substr(0, url.path.find(','));
    if (const auto at = first.rfind('@'); at != std::string_view::npos)
        url.host = read_host(trimmed(first.substr(at + 1)));
}

void read_hierarchical(Url& url, std::string_view rest) {
    constexpr ByteSet behind_authority("/\\?#"), behind_path("?#");
    const std::size_t end = behind_authority.find(rest, 0);
    read_authority(url, rest.substr(0, end));
    if (end == rest.size()) return;
    std::string behind(rest.substr(end));
    const std::size_t path_end = behind_path.find(behind, 0);
    std::replace(behind.begin(), behind.begin() + static_cast<std::ptrdiff_t>(path_end), '\\', '/');
    read_path(url, behind);
}

bool is_slash(char c) {
    return c == '/' || c == '\\';
}

std::string decoded_ascii(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int byte = percent_escape(text, at);
        const bool printable = byte > ' ' && byte < 0x7F;
        result += printable ? static_cast<char>(byte) : text[at];
        if (printable) at += 2;
    }
    return result;
}

}  // namespace

std::string Url::target() const {
    return scheme + "://" + host.name + (port == 0 ? "" : ":" + std::to_string(port)) + (path.empty() ? "/" : path) +
           (query.empty() ? "" : "?" + query);
}

Url parse_url(std::string_view written) {
    Url url;
    const std::string text = without_line_breaks(written);
    const std::size_t length = scheme_length(text);
    url.written_scheme = text.substr(0, length);
    url.scheme = ascii::lowered(url.written_scheme);
    std::string_view rest = std::string_view(text).substr(length == 0 ? 0 : length + 1);
    if (is_special(url.scheme) || (length == 0 && rest.size() > 2 && is_slash(rest[0]) && is_slash(rest[1]))) {
        while (!rest.empty() && is_slash(rest.front())) rest.remove_prefix(1);
        read_hierarchical(url, rest);
        return url;
    }
    read_path(url, rest);
    if (url.scheme == "mailto") read_mailto(url);
    return url;
}

std::string nested_url(const Url& url) {
    for (const std::string* piece : {&url.path, &url.query}) {
        std::string text = decoded_ascii(*piece);
        if (text.find("%3") != std::string::npos) text = decoded_ascii(text);  // encoded twice: %253A
        for (const std::string_view scheme : {"https:/", "http:/"})
            if (const auto at = find_ignoring_case(text, scheme); at != std::string::npos) return text.substr(at);
    }
    return {};
}

}  // namespace spamlint
