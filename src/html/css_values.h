#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace spamlint {

enum class Unit : std::uint8_t { none, px, em, rem, percent };

struct Length {
    double number = 0;
    Unit unit = Unit::none;  // none: a bare number
};

/// A number with a unit; absolute units become px.
std::optional<Length> css_length(std::string_view text);
/// The number that `text` begins with, e.g. 600 of "600px"; advances `text` behind it.
std::optional<double> leading_number(std::string_view& text);

/// The next token of a value: parentheses and quotes hold together, white space parts. Advances `value`.
std::string_view next_token(std::string_view& value, char also_parts = ' ');

}  // namespace spamlint
