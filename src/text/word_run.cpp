#include "text/word_run.h"

#include <unicode/uscript.h>

namespace spamlint {
namespace {

/// Adds the character to the word; false if it does not belong to it.
bool take(WordRun& word, CodePoint c) {
    const Character& record = character(c.value);
    if (!is_word_character(record)) return false;
    if (record.is(trait::mark)) {
        word.mask |= WordRun::mark;
        return true;
    }
    ++word.characters;
    if (record.is(trait::digit)) word.mask |= WordRun::digit;
    if (record.is(trait::letter)) ++word.letters;
    if (record.look_alike != 0) {
        ++word.look_alikes;
        word.mask |= WordRun::look_alike;
        if (record.script == USCRIPT_LATIN) word.mask |= WordRun::latin_look_alike;
    }
    return true;
}

}  // namespace

WordRun read_word(std::string_view plain, std::size_t begin) {
    WordRun word;
    word.begin = begin;
    std::size_t at = begin, ascii_letters = 0, digits = 0;
    while (at < plain.size()) {
        const auto byte = static_cast<unsigned char>(plain[at]);
        if (byte >= 'a' && byte <= 'z') {
            ++ascii_letters;
            ++at;
        } else if (byte >= '0' && byte <= '9') {
            ++digits;
            ++at;
        } else if (byte < 0x80) {
            break;
        } else {
            const CodePoint c = utf8::at(plain, at);
            if (!take(word, c)) break;
            at += c.size;
        }
    }
    word.end = at;
    word.letters += ascii_letters;
    word.characters += ascii_letters + digits;
    if (ascii_letters > 0) word.mask |= WordRun::ascii_letter;
    if (digits > 0) word.mask |= WordRun::digit;
    // In an all-look-alike word ASCII letters do not count as strangers.
    word.look_alikes += word.look_alikes > 0 ? ascii_letters : 0;
    return word;
}

}  // namespace spamlint
