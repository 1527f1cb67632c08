#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spamlint {

/// Breaks a text of any language into lines of at most `width` columns (UAX #14: Chinese breaks between characters but
/// not before its punctuation), each after the first indented by `indent` blanks. No line break at the end.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace spamlint
