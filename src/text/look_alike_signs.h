#pragma once

#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

// What looks like plain writing and is none. Each returns spans of the text, the first `most`, in linear time.

/// Words in which a capital I stands where only a small l can: PIease, baIance, SpeciaI. CamelCase, Roman numerals,
/// codes and addresses are none.
std::vector<Span> capital_i_words(std::string_view text, std::size_t most);

/// Numbers with O, l or I in place of digits: 1-8OO-555-O1O2, $l,5OO, 2O%. Units (10l), names (ISO9660) and codes that
/// hold other letters are none.
std::vector<Span> lettered_numbers(std::string_view text, std::size_t most);

/// Words with strokes and solidi laid over their letters (U+0334 to U+0338, U+20D2, U+20D3).
std::vector<Span> overlaid_words(std::string_view text, std::size_t most);

/// Stretches with Latin letters that an override (U+202E, UAX #9) shows from right to left, up to its end or the
/// line's.
std::vector<Span> overridden_stretches(std::string_view text, std::size_t most);

/// Byte order marks (U+FEFF) between two letters or digits: a file that was read in leaves them between texts only.
std::vector<Span> marks_in_words(std::string_view text, std::size_t most);

}  // namespace spamlint
