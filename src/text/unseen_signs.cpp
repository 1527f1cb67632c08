#include <algorithm>

#include "span/ascii.h"
#include "span/byte_set.h"
#include "span/utf8.h"
#include "text/character.h"
#include "text/look_alike_signs.h"

namespace spamlint {
namespace {

constexpr std::size_t longest_stretch = 1000;  // bytes; of an override without an end its beginning is shown

bool is_overlay(char32_t c) {
    return (c >= 0x334 && c <= 0x338) || c == 0x20D2 || c == 0x20D3;
}

/// Where the next byte that may begin an overlay stands: U+0334 is CC B4, U+20D2 is E2 83 92.
std::size_t next_overlay(std::string_view text, std::size_t at) {
    static constexpr ByteSet leads("\xCC\xE2");
    for (at = leads.find(text, at); at < text.size(); at = leads.find(text, at + 1))
        if (is_overlay(utf8::at(text, at).value)) return at;
    return text.size();
}

bool in_word(CodePoint c) {
    return character(c.value).is(trait::letter | trait::mark | trait::digit);
}

bool has_latin_letter(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return ascii::is_alpha(c); });
}

}  // namespace

std::vector<Span> overlaid_words(std::string_view text, std::size_t most) {
    std::vector<Span> found;
    for (std::size_t at = next_overlay(text, 0); at < text.size() && found.size() < most;) {
        std::size_t begin = at, end = at;
        while (begin > (found.empty() ? 0 : found.back().end) && in_word(utf8::before(text, begin)))
            begin -= utf8::before(text, begin).size;
        while (end < text.size() && in_word(utf8::at(text, end))) end += utf8::at(text, end).size;
        if (begin < at) found.push_back({begin, end});
        at = next_overlay(text, end);
    }
    return found;
}

std::vector<Span> overridden_stretches(std::string_view text, std::size_t most) {
    static constexpr std::string_view override_begin = "\u202E", override_end = "\u202C";
    std::vector<Span> found;
    for (std::size_t at = text.find(override_begin); at < text.size() && found.size() < most;) {
        const std::string_view ahead = text.substr(at, longest_stretch);
        std::size_t end = std::min({ahead.find(override_end), ahead.find('\n'), ahead.size()}) + at;
        while (utf8::inside_character(text, end)) ++end;
        if (has_latin_letter(text.substr(at, end - at))) found.push_back({at, end});
        at = text.find(override_begin, end);
    }
    return found;
}

std::vector<Span> marks_in_words(std::string_view text, std::size_t most) {
    static constexpr std::string_view mark = "\uFEFF";
    std::vector<Span> found;
    for (std::size_t at = text.find(mark); at < text.size() && found.size() < most;) {
        std::size_t end = at + mark.size();
        while (text.substr(end).starts_with(mark)) end += mark.size();
        const bool inside =
            at > 0 && end < text.size() && in_word(utf8::before(text, at)) && in_word(utf8::at(text, end));
        if (inside) found.push_back({at, end});
        at = text.find(mark, end);
    }
    return found;
}

}  // namespace spamlint
