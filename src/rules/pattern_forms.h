#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spamlint {

/// Other ways to write an RE2 pattern that was accepted, which cost less to compile and to search with.

/// For RE2's one-byte encoding, to be used on texts of ASCII alone: the same matches from half the program, since "any
/// character but a full stop" is one byte then and not four ways to write up to four.
std::string ascii_form(std::string_view pattern);

/// Matches in every text in which the pattern does, and in some others: long repeats have no bound. ".{0,200}" is two
/// hundred instructions and as many states of a search, ".*" is one. Empty where the pattern has no long repeat.
std::string relaxed_form(std::string_view pattern);

/// The bytes of the character class that `pattern` begins with, brackets included; its size where none ends.
std::size_t class_size(std::string_view pattern);

/// A repeat that a text begins with: "{3}", "{3,}" or "{0,40}". `size` is 0 where it begins with none: any other brace
/// is a character.
struct Repeat {
    std::size_t size = 0;  // bytes
    std::size_t least = 0, most = 0;
    bool bounded = true;
};
Repeat repeat_at(std::string_view pattern);

}  // namespace spamlint
