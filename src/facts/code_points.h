#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "span/ascii.h"

namespace spamlint {

/// The code point at `at`, which moves behind it; an ill-formed byte gives U+FFFD and moves by one.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& text, char32_t c);

/// The text itself, or with U+FFFD for each ill-formed byte.
std::string valid_utf8(std::string text);
/// Code points; ill-formed bytes count as one each or none.
std::size_t code_point_count(std::string_view text);
bool is_letter(char32_t c);
bool is_letter_or_digit(char32_t c);
bool is_cased(char32_t c);  // has an upper and a lower case
bool is_upper(char32_t c);
bool is_space(char32_t c);
bool is_han_kana_or_hangul(char32_t c);
/// Zero-width and other default ignorable characters (UAX #44), variation selectors left out.
bool is_ignorable(char32_t c);
/// A Latin letter in mathematical, circled, squared or full-width dress, or a small capital.
bool is_styled_letter(char32_t c);

/// The byte that "%41" at `at` stands for, or -1.
inline int percent_escape(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size() || text[at] != '%') return -1;
    const int high = ascii::hex(text[at + 1]), low = ascii::hex(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}
/// The text with its percent escapes (RFC 3986 2.1) as the bytes that they stand for; others stay.
std::string percent_decoded(std::string_view text);
bool starts_with_ignoring_case(std::string_view text, std::string_view lower_prefix);
/// Offset of `lower_needle` in `text` from `from` on, ASCII case ignored; npos when absent.
std::size_t find_ignoring_case(std::string_view text, std::string_view lower_needle, std::size_t from = 0);
std::string_view trimmed(std::string_view text);

/// Lower-case letters and digits of a text, accents dropped, everything else removed: "Müller & Söhne" is
/// "mullersohne".
std::string squash(std::string_view folded);

}  // namespace spamlint
