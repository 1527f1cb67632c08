#include <algorithm>

#include "span/ascii.h"
#include "text/look_alike_signs.h"

namespace spamlint {
namespace {

constexpr std::size_t shortest_word = 4;
constexpr std::size_t longest_word = 40;

bool is_vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

/// Is the byte part of something written without spaces? Letters beyond ASCII are.
bool joins(char c) {
    return ascii::is_alnum(c) || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("/@_=&%\\#+-~.:").find(c) != std::string_view::npos;
}

/// The word around `at`, without the full stop or colon that ends a sentence.
Span word_around(std::string_view text, std::size_t at) {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && at - begin <= longest_word && joins(text[begin - 1])) --begin;
    while (end < text.size() && end - at <= longest_word && joins(text[end])) ++end;
    while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == ':')) --end;
    return {begin, end};
}

/// A word of a language: small letters behind a first one of any case, but for the I's. PayPaI has another capital.
bool is_plain_word(std::string_view word) {
    if (word.size() < shortest_word || word.size() > longest_word) return false;
    std::size_t capitals = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (!ascii::is_alpha(word[i])) return false;
        capitals += i > 0 && word[i] != 'I' && ascii::is_upper(word[i]);
    }
    return capitals == 0 || (capitals == 1 && word.back() == 'I');
}

/// l between a small letter and a vowel (no English name begins with I and a vowel inside a CamelCase word that else
/// has small letters only), behind a first consonant that takes an l (PIease), or at the end behind a vowel.
bool stands_for_l(std::string_view word, std::size_t at) {
    const char before = at > 0 ? word[at - 1] : '\0';
    const char after = at + 1 < word.size() ? word[at + 1] : '\0';
    if (at == 1 && is_vowel(after)) return std::string_view("BCFGKPS").find(before) != std::string_view::npos;
    if (ascii::is_lower(before) && after != '\0') return is_vowel(after);
    // PhaseI and TypeI are numerals, todayI lacks its space.
    return after == '\0' && at >= 3 && std::string_view("aiou").find(before) != std::string_view::npos;
}

bool disguises(std::string_view word) {
    if (!is_plain_word(word)) return false;
    for (std::size_t at = word.find('I'); at != word.npos; at = word.find('I', at + 1))
        if (stands_for_l(word, at)) return true;
    return false;
}

}  // namespace

std::vector<Span> capital_i_words(std::string_view text, std::size_t most) {
    std::vector<Span> found;
    for (std::size_t at = text.find('I'); at < text.size() && found.size() < most;) {
        if (at == 0 || !ascii::is_alpha(text[at - 1])) {  // the word I and capitals at the beginning are most
            at = text.find('I', at + 1);
            continue;
        }
        const Span word = word_around(text, at);
        if (disguises(text.substr(word.begin, word.size()))) found.push_back(word);
        at = text.find('I', std::max(word.end, at + 1));
    }
    return found;
}

}  // namespace spamlint
