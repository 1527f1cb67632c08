#include <unicode/uscript.h>

#include "span/utf8.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/word_breaks.h"
#include "text/word_run.h"

namespace spamlint {
namespace {

/// Signs that tie the words on both sides into one: sugar-free, free.example, free@example, path/free, free_gift.
bool ties(char32_t c) {
    switch (c) {
        case U'-':
        case U'\'':
        case U'.':
        case U'@':
        case U'/':
        case U'_':
        case U'\u2010':
        case U'\u2019':
            return true;
        default:
            return false;
    }
}

bool is_spaced_letter(char32_t c) {
    const Character& record = character(c);
    return record.is(trait::letter) && !record.is(trait::unspaced);
}

bool touches_before(std::string_view folded, std::size_t begin) {
    if (begin == 0) return false;
    const CodePoint c = utf8::before(folded, begin);
    if (is_word_character(character(c.value))) return true;
    return ties(c.value) && begin > c.size && is_spaced_letter(utf8::before(folded, begin - c.size).value);
}

bool touches_after(std::string_view folded, std::size_t end) {
    if (end >= folded.size()) return false;
    const CodePoint c = utf8::at(folded, end);
    if (is_word_character(character(c.value))) return true;
    return ties(c.value) && end + c.size < folded.size() && is_spaced_letter(utf8::at(folded, end + c.size).value);
}

bool is_hangul(char32_t c) {
    return character(c).script == USCRIPT_HANGUL;
}

/// Korean endings and particles are written onto the word: 무료로, 무료입니다.
bool may_take_ending(std::string_view folded, Span span) {
    const CodePoint last = utf8::before(folded, span.end);
    return is_hangul(last.value) && span.size() > last.size && span.end < folded.size() &&
           is_hangul(utf8::at(folded, span.end).value);
}

/// Does the writing go on from one letter of a spaced script to the other?
bool goes_on(const Character& letter, char32_t neighbour) {
    return letter.is(trait::letter) && !letter.is(trait::unspaced) && is_spaced_letter(neighbour);
}

bool is_long(std::string_view hit) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < hit.size() && characters < 3; i += utf8::at(hit, i).size) ++characters;
    return characters >= 3;
}

/// At how many of its edges a span of unspaced writing cuts an ICU word.
int words_cut(std::string_view folded, Span span, const Character& first, const Character& last) {
    return (first.is(trait::unspaced) && cuts_word(folded, span.begin) ? 1 : 0) +
           (last.is(trait::unspaced) && cuts_word(folded, span.end) ? 1 : 0);
}

}  // namespace

bool stands_alone(std::string_view folded, Span span) {
    if (span.empty() || span.end > folded.size()) return false;
    const Character& first = character(utf8::at(folded, span.begin).value);
    const Character& last = character(utf8::before(folded, span.end).value);
    if (is_word_character(first) && touches_before(folded, span.begin)) return false;
    if (is_word_character(last) && touches_after(folded, span.end) && !may_take_ending(folded, span)) return false;
    const int cuts = words_cut(folded, span, first, last);
    return cuts == 0 || (cuts == 1 && is_long(folded.substr(span.begin, span.size())));
}

bool ends_at_words(std::string_view folded, Span span) {
    if (span.empty() || span.end > folded.size()) return false;
    const Character& first = character(utf8::at(folded, span.begin).value);
    const Character& last = character(utf8::before(folded, span.end).value);
    if (span.begin > 0 && goes_on(first, utf8::before(folded, span.begin).value)) return false;
    if (span.end < folded.size() && goes_on(last, utf8::at(folded, span.end).value) && !may_take_ending(folded, span))
        return false;
    return words_cut(folded, span, first, last) == 0;
}

}  // namespace spamlint
