#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "span/utf8.h"
#include "text/character.h"

namespace spamlint {

/// A stretch of letters, marks and digits of spaced writing in a folded text.
struct WordRun {
    enum Mask : std::uint8_t {
        ascii_letter = 1,
        digit = 2,
        look_alike = 4,
        latin_look_alike = 8,  // of the Latin script itself: ı, small capitals
        mark = 16,
    };

    std::size_t begin = 0, end = 0;
    std::size_t letters = 0;
    std::size_t look_alikes = 0;
    std::size_t characters = 0;  // marks not counted
    std::uint8_t mask = 0;

    bool has(int bits) const { return (mask & bits) != 0; }
};

/// A letter or digit of a folded ASCII text.
inline bool is_word_byte(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

inline bool is_word_character(const Character& record) {
    return record.is(trait::letter | trait::digit | trait::mark) && !record.is(trait::unspaced);
}

/// The word that begins at `begin`.
WordRun read_word(std::string_view plain, std::size_t begin);

}  // namespace spamlint
