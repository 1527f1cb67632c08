#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// Words that are written in capitals only and have at least `shortest` letters with a case.
std::vector<Span> upper_words(std::string_view text, std::size_t shortest);

/// Longest run of spaces, tabs and non-breaking spaces inside a text or at its end.
std::size_t longest_space_run(std::string_view text);

/// The same for a header field: `raw` is its value in the file, where a fold (RFC 5322 2.2.3) counts as one space, and
/// `decoded` what it says, since spaces may hide in an encoded-word.
std::size_t longest_padding(std::string_view raw, std::string_view decoded);

/// Letters with a case that are capitals, as a share of all letters with a case; 0 where there are none.
double upper_share(std::size_t upper, std::size_t lower);

}  // namespace spamlint
