#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace spamlint {

/// One code point of a UTF-8 text and its size in bytes. An ill-formed byte reads as U+FFFD of one byte.
struct CodePoint {
    char32_t value;
    std::uint8_t size;
};

inline constexpr char32_t replacement_character = 0xFFFD;

namespace utf8 {

inline bool continues(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}
/// Is `offset` between the bytes of a character?
inline bool inside_character(std::string_view text, std::size_t offset) {
    return offset < text.size() && continues(static_cast<unsigned char>(text[offset]));
}

/// The first bytes of a text, at most `size`, no character cut.
inline std::string_view beginning(std::string_view text, std::size_t size) {
    std::size_t end = size;
    for (int bytes = 0; bytes < 3 && end > 0 && inside_character(text, end); ++bytes) --end;
    return text.substr(0, inside_character(text, end) ? size : end);  // not UTF-8, then
}

/// RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF.
inline CodePoint decode(const unsigned char* p, const unsigned char* end) {
    const unsigned char lead = *p;
    const auto left = static_cast<std::size_t>(end - p);
    if (lead < 0x80) return {lead, 1};
    if (lead >= 0xE0 && lead < 0xF0 && left >= 3 && continues(p[1]) && continues(p[2])) {
        const char32_t value = (lead & 0x0FU) << 12 | (p[1] & 0x3FU) << 6 | (p[2] & 0x3FU);
        if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3};
    } else if (lead >= 0xC2 && lead < 0xE0 && left >= 2 && continues(p[1])) {
        return {(lead & 0x1FU) << 6 | (p[1] & 0x3FU), 2};
    } else if (lead >= 0xF0 && lead < 0xF5 && left >= 4 && continues(p[1]) && continues(p[2]) && continues(p[3])) {
        const char32_t value = (lead & 0x07U) << 18 | (p[1] & 0x3FU) << 12 | (p[2] & 0x3FU) << 6 | (p[3] & 0x3FU);
        if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4};
    }
    return {replacement_character, 1};
}

/// The code point that begins at `offset`, which must lie in the text.
inline CodePoint at(std::string_view text, std::size_t offset) {
    const auto* base = reinterpret_cast<const unsigned char*>(text.data());
    return decode(base + offset, base + text.size());
}

/// The code point that ends at `offset` > 0.
inline CodePoint before(std::string_view text, std::size_t offset) {
    std::size_t begin = offset - 1;
    while (begin > 0 && offset - begin < 4 && continues(static_cast<unsigned char>(text[begin]))) --begin;
    const CodePoint found = at(text, begin);
    if (begin + found.size == offset) return found;
    return {replacement_character, 1};
}

}  // namespace utf8
}  // namespace spamlint
