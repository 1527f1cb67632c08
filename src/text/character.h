#pragma once

#include <cstdint>
#include <string_view>

namespace spamlint {

/// What the table made at build time knows of one code point, from ICU's properties and confusables.
struct Character {
    std::uint32_t traits;  // Trait bits
    std::uint16_t folded;  // where its folded form begins in the pool
    std::uint8_t size;     // bytes of the folded form; `same` when it folds to itself
    std::uint8_t folds;    // Fold bits that folding it needs
    std::uint8_t script;   // ICU's UScriptCode
    char look_alike;       // the ASCII letter that it looks like, 0 if none

    static constexpr std::uint8_t same = 0xFF;
    bool is(std::uint32_t trait) const { return (traits & trait) != 0; }
};

namespace trait {
enum : std::uint32_t {
    letter = 1 << 0,  // Alphabetic, no mark
    mark = 1 << 1,    // general category M
    digit = 1 << 2,   // Nd
    upper = 1 << 3,   // has a lower case
    lower = 1 << 4,   // has an upper case
    white_space = 1 << 5,
    line_break = 1 << 6,   // white space that ends a line
    ignorable = 1 << 7,    // Default_Ignorable_Code_Point, and control characters that show nothing
    emoji = 1 << 8,        // Emoji
    emoji_shown = 1 << 9,  // Emoji_Presentation
    styled = 1 << 10,      // a Latin letter in mathematical, circled, squared, full-width … dress, small capitals
    han = 1 << 11,
    unspaced = 1 << 12,         // Han, Kana and scripts of Line_Break=Complex_Context: words are not parted by spaces
    attaches = 1 << 13,         // no normalisation boundary before it: may compose with what stands before
    separator = 1 << 14,        // a sign that parts the letters of a word only to disguise it
    soft_separator = 1 << 15,   // a sign that also stands between words: / ' " and pictures
    capital_differs = 1 << 16,  // looks like another letter than its folded form does (Greek Ν: N, ν: v)
    joiner = 1 << 17,           // U+200C, U+200D: spelling in Persian and Indic scripts
    wide_context = 1 << 18,     // a script in which joiner is spelling
    punctuation = 1 << 19,      // general category P
};
}

extern const std::uint16_t character_blocks[];
extern const std::uint16_t character_indexes[];
extern const Character characters[];
extern const char character_pool[];
extern const std::string_view ascii_skeletons[];  // UTS #39 skeletons by character: 1, I and l are one

inline constexpr unsigned character_block_bits = 7;

/// The record of a code point; anything above U+10FFFF is undefined.
inline const Character& character(char32_t code_point) {
    const std::uint32_t block = character_blocks[code_point >> character_block_bits];
    const std::uint32_t low = code_point & ((1U << character_block_bits) - 1);
    return characters[character_indexes[(block << character_block_bits) + low]];
}

/// The folded form of a code point that does not fold to itself.
inline std::string_view folded_form(const Character& record) {
    return {character_pool + record.folded, record.size};
}

}  // namespace spamlint
