#include "facts/code_points.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "span/ascii.h"
#include "span/utf8.h"
#include "text/character.h"

namespace spamlint {
namespace {

UChar32 icu(char32_t c) {
    return static_cast<UChar32>(c);
}

/// The text with its accents apart from their letters (NFD), for squash().
icu::UnicodeString decomposed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFDInstance(status);
    const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    return U_SUCCESS(status) ? normalizer->normalize(source, status) : source;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const CodePoint point = utf8::at(text, at);
    at += point.size;
    return point.value;
}

void append_utf8(std::string& text, char32_t c) {
    char buffer[U8_MAX_LENGTH];
    int32_t size = 0;
    U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(buffer), size, c);
    text.append(buffer, static_cast<std::size_t>(size));
}

std::string valid_utf8(std::string text) {
    if (ascii::is_ascii(text)) return text;
    std::string valid;
    for (std::size_t at = 0; at < text.size();) append_utf8(valid, next_code_point(text, at));
    return valid;
}

std::size_t code_point_count(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_letter(char32_t c) {
    return c < 0x80 ? ascii::is_alpha(static_cast<char>(c)) : u_isalpha(icu(c));
}
bool is_letter_or_digit(char32_t c) {
    return c < 0x80 ? ascii::is_alnum(static_cast<char>(c)) : u_isalnum(icu(c));
}
bool is_cased(char32_t c) {
    return u_tolower(icu(c)) != icu(c) || u_toupper(icu(c)) != icu(c);
}
bool is_upper(char32_t c) {
    return u_tolower(icu(c)) != icu(c);
}
bool is_space(char32_t c) {
    return u_isUWhiteSpace(icu(c));
}

bool is_han_kana_or_hangul(char32_t c) {
    if (c < 0x1100) return false;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(icu(c), &status);
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
           script == USCRIPT_HANGUL;
}

bool is_ignorable(char32_t c) {
    if (c < 0xAD) return false;
    if ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF)) return false;
    return u_hasBinaryProperty(icu(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_styled_letter(char32_t c) {
    return character(c).is(trait::styled);
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int byte = percent_escape(text, at);
        decoded += byte < 0 ? text[at] : static_cast<char>(byte);
        if (byte >= 0) at += 2;
    }
    return decoded;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_prefix) {
    return text.size() >= lower_prefix.size() &&
           ascii::equal_ignoring_case(text.substr(0, lower_prefix.size()), lower_prefix);
}

std::size_t find_ignoring_case(std::string_view text, std::string_view lower_needle, std::size_t from) {
    if (from > text.size()) return std::string_view::npos;
    const auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), lower_needle.begin(),
                                   lower_needle.end(), [](char x, char y) { return ascii::lower(x) == y; });
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

std::string squash(std::string_view folded) {
    std::string result;
    const bool ascii = ascii::is_ascii(folded);
    std::string apart;
    if (!ascii) decomposed(folded).toUTF8String(apart);
    const std::string_view text = ascii ? folded : std::string_view(apart);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_letter_or_digit(c)) append_utf8(result, static_cast<char32_t>(u_tolower(icu(c))));
    }
    return result;
}

}  // namespace spamlint
