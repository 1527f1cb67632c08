#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "span/occurrences.h"

namespace spamlint {

/// Counts over a decoded UTF-8 text, in code points; ill-formed bytes count as one each.
struct TextCounts {
    std::size_t characters = 0;  // without white space and ignorables
    std::size_t letters = 0;
    std::size_t upper = 0;  // letters that have a lower case
    std::size_t lower = 0;  // letters that have an upper case
    std::size_t digits = 0;
    std::size_t emoji = 0;                    // Emoji_Presentation or followed by U+FE0F
    std::size_t exclamations = 0;             // ! ！ ¡ ‼
    std::size_t questions = 0;                // ? ？
    std::size_t longest_punctuation_run = 0;  // of ! ? ！ ？ $ * . ~ and the like, same class
    std::size_t ignorables = 0;               // zero-width and the like, U+FEFF not counted
    std::size_t ignorables_in_words = 0;      // soft hyphens where hyphenation may put them left out
    std::size_t han = 0, kana = 0, hangul = 0, cyrillic = 0, latin = 0, greek = 0, arabic = 0;
    std::size_t styled_letters = 0;  // mathematical, circled, full-width Latin, small capitals of IPA
    std::size_t words = 0;           // Latin-like words, plus one per two Han or Kana characters (rounded up by run)
};
TextCounts count(std::string_view text);

/// The words of a text for comparison: folded words of 3+ letters (spaced scripts) and Han bigrams, sorted, unique.
std::vector<std::string> content_words(std::string_view text);
/// The same for a text that is folded: FoldedText::plain().
std::vector<std::string> content_words_of_folded(std::string_view plain);
/// How many of `words`, as content_words() gives them, a folded text has.
std::size_t found_content_words(const std::vector<std::string>& words, std::string_view plain);

/// A word so frequent in some language in Latin letters that a few lines hold it: "the", "und".
bool is_function_word(std::string_view folded);

/// The dominant language by script and frequent function words: zh, ja, ko, ru, ar, en, de, fr, es, pt, it, nl, pl …;
/// "" when there is too little text.
std::string guess_language(std::string_view text);

/// Words written in two scripts that look alike (Latin with Cyrillic or Greek).
Occurrences mixed_script_words(std::string_view text);

/// Letters spaced out one by one, five or more: "F R E E E", "免 费 领 取 大 奖". Four Han characters with
/// signs between them do: "天*气*预*报".
Occurrences spaced_out_letters(std::string_view text);

}  // namespace spamlint
