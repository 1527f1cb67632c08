#include "facts/addresses_in_text.h"

#include <algorithm>
#include <array>

#include "facts/code_points.h"
#include "facts/host.h"
#include "facts/url.h"
#include "span/byte_set.h"

namespace spamlint {
namespace {

constexpr std::size_t max_url = 8192;        // what is longer is no link that a client would make
constexpr std::size_t max_local_part = 64;   // RFC 5321 4.5.3.1.1
constexpr std::size_t max_domain = 255;      // RFC 5321 4.5.3.1.2
constexpr std::size_t max_short_text = 500;  // link texts and names beyond it are prose

bool ends_url(char32_t c) {
    if (c <= ' ' || c == 0x7F || c == '<' || c == '>' || c == '"' || c == '`' || c == '|') return true;
    if (c < 0x80) return false;
    return is_space(c) || c == 0xFFFD || (c >= 0x2010 && c <= 0x2027) || (c >= 0x3000 && c <= 0x303F) ||
           (c >= 0xFF00 && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65) || c == 0xAB ||
           c == 0xBB;
}

/// Trailing punctuation belongs to the sentence, a closing bracket to the text unless it was opened inside the URL.
std::size_t without_trailing_punctuation(std::string_view text, std::size_t begin, std::size_t end) {
    std::array<std::size_t, 128> counts{};
    for (char c : text.substr(begin, end - begin))
        if (c > 0) ++counts[static_cast<std::size_t>(c)];
    while (end > begin) {
        const char last = text[end - 1];
        const char open = last == ')' ? '(' : last == ']' ? '[' : last == '}' ? '{' : '\0';
        const bool unpaired =
            open != '\0' && counts[static_cast<std::size_t>(last)] > counts[static_cast<std::size_t>(open)];
        if (!unpaired && std::string_view(".,;:!?'*_~&\\").find(last) == std::string_view::npos) break;
        --counts[static_cast<std::size_t>(last)];
        --end;
    }
    return end;
}

/// Where the URL that begins at `begin` with a prefix of `prefix` bytes ends; `begin` when it has no host.
std::size_t url_end(std::string_view text, std::size_t begin, std::size_t prefix) {
    std::size_t at = begin + prefix;
    bool han_host = false;
    if (std::size_t first = at; first < text.size()) han_host = is_han_kana_or_hangul(next_code_point(text, first));
    bool in_host = true;
    while (at < text.size() && at - begin < max_url) {
        std::size_t next = at;
        const char32_t c = next_code_point(text, next);
        if (c == '/' || c == '?' || c == '#') in_host = false;
        // 请访问http://example.com/a查看: Han behind an address is the sentence going on, except in a Chinese host.
        if (ends_url(c) || (is_han_kana_or_hangul(c) && !(in_host && han_host))) break;
        at = next;
    }
    at = without_trailing_punctuation(text, begin + prefix, at);
    return at == begin + prefix ? begin : at;
}

bool is_local_part_character(char c) {
    return ascii::is_alnum(c) || std::string_view(".!#$%&'*+-/=?^_{|}~").find(c) != std::string_view::npos;
}

bool is_domain_character(char c) {
    return ascii::is_alnum(c) || c == '-' || c == '.';
}

std::size_t prefix_length(std::string_view text, std::size_t at) {
    for (const std::string_view prefix : {"https://", "http://", "www."})
        if (starts_with_ignoring_case(text.substr(at), prefix)) return prefix.size();
    return 0;
}

}  // namespace

std::vector<Span> urls_in_text(std::string_view text, std::size_t limit) {
    static constexpr ByteSet beginnings("hHwW");
    std::vector<Span> found;
    for (std::size_t at = beginnings.find(text, 0); at < text.size() && found.size() < limit;) {
        const std::size_t prefix = prefix_length(text, at);
        const bool inside_word = at > 0 && (ascii::is_alnum(text[at - 1]) || (prefix == 4 && text[at - 1] == '@'));
        const std::size_t end = prefix == 0 || inside_word ? at : url_end(text, at, prefix);
        // "www." alone is no address: it needs a name and a suffix behind it.
        const bool named = prefix != 4 || text.substr(at + prefix, end - at - std::min(prefix, end - at)).find('.') !=
                                              std::string_view::npos;
        if (end > at && named) found.push_back({at, end});
        at = beginnings.find(text, std::max(at + 1, end));
    }
    return found;
}

std::vector<Span> mail_addresses_in_text(std::string_view text, std::size_t limit) {
    std::vector<Span> found;
    for (std::size_t at = text.find('@'); at != std::string_view::npos && found.size() < limit;
         at = text.find('@', at + 1)) {
        std::size_t begin = at, end = at + 1;
        while (begin > 0 && at - begin < max_local_part && is_local_part_character(text[begin - 1])) --begin;
        while (begin < at && (text[begin] == '.' || text[begin] == '\'')) ++begin;
        while (end < text.size() && end - at < max_domain && is_domain_character(text[end])) ++end;
        while (end > at && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
        if (begin < at && end > at + 1 && looks_like_host(text.substr(at + 1, end - at - 1)))
            found.push_back({begin, end});
    }
    return found;
}

namespace {

bool has_capital(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return ascii::is_upper(c); });
}

/// The first URL or host name of a short text; of the bare names beside other words those that are `written_as_host`.
template <typename WrittenAsHost>
std::string first_host(std::string_view text, WrittenAsHost&& written_as_host) {
    text = trimmed(text.substr(0, max_short_text));
    if (const auto urls = urls_in_text(text, 1); !urls.empty()) {
        const std::string_view written = text.substr(urls[0].begin, urls[0].size());
        const bool has_scheme = starts_with_ignoring_case(written, "http");
        return parse_url(has_scheme ? std::string(written) : "http://" + std::string(written)).host.name;
    }
    const bool one_token = text.find_first_of(" \t\n") == std::string_view::npos;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find_first_of(" \t\n", begin), text.size());
        std::string_view token = text.substr(begin, end - begin);
        begin = end + 1;
        const auto edge = std::string_view("()[]{}<>\"',;:!?.");
        token.remove_prefix(std::min(token.find_first_not_of(edge), token.size()));
        if (token.empty()) continue;
        token = token.substr(0, token.find_last_not_of(edge) + 1);
        const std::string_view host = token.substr(0, token.find_first_of("/?#:"));
        if ((one_token || written_as_host(host)) && looks_like_host(host)) return read_host(host).name;
    }
    return {};
}

}  // namespace

std::string host_in_text(std::string_view text) {
    return first_host(text, [](std::string_view host) { return !has_capital(host); });
}

std::string host_in_name(std::string_view name) {
    return first_host(name, [](std::string_view host) { return !has_capital(host.substr(host.rfind('.') + 1)); });
}

std::string without_urls(std::string_view text) {
    std::string rest;
    std::size_t kept = 0;
    for (const Span url : urls_in_text(text, text.size())) {
        rest += text.substr(kept, url.begin - kept);
        kept = url.end;
    }
    return rest += text.substr(kept);
}

}  // namespace spamlint
