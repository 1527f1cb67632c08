#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// The digits behind the "&#" or "&#x" at `at`; empty where none are.
Span digits_at(std::string_view html, std::size_t at);

/// The digits of numeric references (HTML 13.2.5.80) that 32 bits do not hold, where gumbo 0.10.1 overflows: at -1 it
/// takes the text for ended, at other negative numbers it writes a byte that is no UTF-8.
std::vector<Span> long_numbers(std::string_view html);

/// The HTML with other digits in these places, which are U+FFFD to gumbo, as they are to browsers.
std::string with_short_numbers(std::string_view html, const std::vector<Span>& numbers);

/// Offset behind the digits of a long number that `at` stands in, or `at`.
std::size_t long_number_end(std::string_view html, std::size_t at);

}  // namespace spamlint
