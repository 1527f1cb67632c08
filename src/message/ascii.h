#pragma once

#include <string_view>

#include "span/ascii.h"

namespace spamlint::ascii {

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_break(char c) { return c == '\r' || c == '\n'; }
constexpr bool is_space(char c) { return is_blank(c) || is_break(c); }
constexpr bool is_8bit(char c) { return static_cast<unsigned char>(c) >= 0x80; }

constexpr std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace spamlint::ascii
