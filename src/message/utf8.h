#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace spamlint {

class CharacterSink;

namespace utf8 {

inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
inline constexpr std::string_view kMark = "\xEF\xBB\xBF";         // U+FEFF

/// Bytes of the well-formed character at `at` (Unicode table 3-7), or 0.
std::size_t character_size(std::string_view text, std::size_t at);
/// Bytes that begin a character and lead nowhere: at least 1 (the "maximal subpart" that becomes one U+FFFD).
std::size_t broken_size(std::string_view text, std::size_t at);

/// Where the first byte stands that is not part of a well-formed character; text.size() when all is well.
std::size_t valid_prefix(std::string_view text);
inline bool is_valid(std::string_view text) { return valid_prefix(text) == text.size(); }

struct Census {
    std::size_t characters = 0;  // well-formed ones of more than one byte
    std::size_t faults = 0;
};
Census census(std::string_view text);

/// A code point as UTF-8; surrogates become U+FFFD.
struct Encoded {
    std::array<char, 4> bytes;
    std::size_t size;
};
Encoded encode(std::uint32_t code_point);

void to_utf8(std::string_view bytes, CharacterSink& sink);

}  // namespace utf8
}  // namespace spamlint
