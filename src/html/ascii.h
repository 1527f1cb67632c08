#pragma once

#include <cstddef>
#include <string_view>

#include "span/ascii.h"

namespace spamlint {

// HTML's and CSS's own white space: without the vertical tab.
constexpr bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/// `lower` is in lower case already.
constexpr bool equals_lower(std::string_view text, std::string_view lower) {
    if (text.size() != lower.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (ascii::lower(text[i]) != lower[i]) return false;
    return true;
}

constexpr bool starts_lower(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() && equals_lower(text.substr(0, lower.size()), lower);
}

/// Where `lower` occurs in `text` in any case, or npos. For short needles: every place is tried.
constexpr std::size_t find_lower(std::string_view text, std::string_view lower, std::size_t from = 0) {
    for (std::size_t i = from; i + lower.size() <= text.size(); ++i)
        if (ascii::lower(text[i]) == lower[0] && equals_lower(text.substr(i, lower.size()), lower)) return i;
    return std::string_view::npos;
}

constexpr std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace spamlint
