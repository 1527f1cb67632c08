#include "text/words.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <unordered_set>

#include "span/ascii.h"
#include "span/byte_set.h"
#include "span/utf8.h"
#include "text/character.h"
#include "text/fold_pass.h"
#include "text/word_run.h"

namespace spamlint {
namespace {

/// Calls take(word) for the bigrams of the unspaced writing that begins at `at`, until it is false; returns where it
/// ends, or the end of the text.
template <typename Take>
std::size_t take_bigrams(std::string_view plain, std::size_t at, Take&& take) {
    std::size_t before = std::string_view::npos;
    while (at < plain.size()) {
        const CodePoint c = utf8::at(plain, at);
        const Character& record = character(c.value);
        if (!record.is(trait::unspaced) || !record.is(trait::letter)) break;
        if (before != std::string_view::npos && !take(plain.substr(before, at + c.size - before))) return plain.size();
        before = at;
        at += c.size;
    }
    return at;
}

/// Where the ASCII signs and unwanted ASCII words at `at` end. A word that goes on beyond ASCII is none of these.
template <typename Wanted>
std::size_t passed_over(std::string_view plain, std::size_t at, Wanted&& wanted) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    const auto is_word = [](char c) { return is_word_byte(static_cast<unsigned char>(c)); };
    while (at < plain.size() && is_ascii(plain[at])) {
        const std::size_t word = at;
        if (is_word(plain[at]) && wanted(plain[at])) break;
        while (at < plain.size() && is_word(plain[at])) ++at;
        if (at < plain.size() && !is_ascii(plain[at])) return word;
        while (at < plain.size() && is_ascii(plain[at]) && !is_word(plain[at])) ++at;
    }
    return at;
}

/// Calls take(word) for each content word of a folded text, as often as it stands there, until it is false. `wanted`
/// tells of words by their first byte: ASCII words that are not may be left out.
template <typename Wanted, typename Take>
void take_content_words(std::string_view plain, Wanted&& wanted, Take&& take) {
    for (std::size_t at = 0; at < plain.size();) {
        if (const std::size_t end = passed_over(plain, at, wanted); end > at) {
            at = end;
            continue;
        }
        const CodePoint c = utf8::at(plain, at);
        const Character& record = character(c.value);
        if (record.is(trait::unspaced) && record.is(trait::letter)) {
            at = take_bigrams(plain, at, take);
        } else if (is_word_character(record)) {
            const WordRun word = read_word(plain, at);
            if (word.letters >= 3 && !take(plain.substr(word.begin, word.end - word.begin))) return;
            at = word.end;
        } else {
            at += c.size;
        }
    }
}

/// Where the next word may begin that has a character beyond ASCII: at such a character, or at the ASCII letters and
/// digits before it.
std::size_t next_mixed_word(std::string_view text, std::size_t at) {
    const std::size_t beyond = ascii::first_beyond(text, at);
    std::size_t begin = beyond;
    while (beyond < text.size() && begin > at && ascii::is_alnum(text[begin - 1])) --begin;
    return begin;
}

/// Which letters of a word are of which script, as far as mixing matters.
struct Mix {
    std::size_t begin = 0, end = 0;
    std::size_t latin = 0, foreign = 0;
    bool latin_could_be_foreign = true, foreign_could_be_latin = true;

    /// Micro signs and ohms mix scripts in words of one or two letters; VIPы shows its scripts openly.
    bool deceives() const {
        return latin > 0 && foreign > 0 && latin + foreign >= 3 && (latin_could_be_foreign || foreign_could_be_latin);
    }
};

/// ASCII letters that Cyrillic or Greek letters look like.
bool looks_foreign(char32_t c) {
    static constexpr std::u32string_view letters = U"ABCEHIJKMNOPSTXYZabceghijkopsuvwxy";
    return letters.find(c) != std::u32string_view::npos;
}

/// A micro or ohm sign or a beta at the front of a Latin word is written openly: μTorrent, ΩLab, βeta.
bool is_sign(char32_t c) {
    return c == U'\u03BC' || c == U'\u03A9' || c == U'\u03B2';
}

void add(Mix& mix, CodePoint c, const Character& record) {
    if (mix.latin + mix.foreign == 0 && is_sign(c.value)) return;
    if (record.script == USCRIPT_LATIN) {
        ++mix.latin;
        mix.latin_could_be_foreign = mix.latin_could_be_foreign && looks_foreign(c.value);
    } else if (record.script == USCRIPT_CYRILLIC || record.script == USCRIPT_GREEK) {
        ++mix.foreign;
        mix.foreign_could_be_latin = mix.foreign_could_be_latin && record.look_alike != 0;
    }
}

}  // namespace

std::vector<std::string> content_words(std::string_view text) {
    return content_words_of_folded(fold_plain(text).plain);
}

std::vector<std::string> content_words_of_folded(std::string_view plain) {
    std::unordered_set<std::string_view> words;
    const auto any = [](char) { return true; };
    take_content_words(plain, any, [&](std::string_view word) {
        words.insert(word);
        return true;
    });
    std::vector<std::string> sorted(words.begin(), words.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

std::size_t found_content_words(const std::vector<std::string>& words, std::string_view plain) {
    std::vector<bool> found(words.size(), false);
    std::size_t count = 0;
    ByteSet first_bytes;
    for (const std::string& word : words) first_bytes.add(word[0]);
    const auto is_first = [&](char c) { return first_bytes.has(c); };
    take_content_words(plain, is_first, [&](std::string_view word) {
        const auto place = std::lower_bound(words.begin(), words.end(), word);
        if (place == words.end() || *place != word) return true;
        const auto index = static_cast<std::size_t>(place - words.begin());
        count += found[index] ? 0 : 1;
        found[index] = true;
        return count < words.size();
    });
    return count;
}

Occurrences mixed_script_words(std::string_view text) {
    Occurrences result;
    Mix mix;
    const auto close = [&] {
        if (mix.deceives()) result.add({mix.begin, mix.end});
        mix = {};
    };
    for (std::size_t at = 0; at < text.size();) {
        if (mix.end == 0) at = next_mixed_word(text, at);
        if (at == text.size()) break;
        const CodePoint c = utf8::at(text, at);
        const Character& record = character(c.value);
        if (is_word_character(record)) {
            if (mix.end == 0) mix.begin = at;
            mix.end = at + c.size;
            if (record.is(trait::letter)) add(mix, c, record);
        } else if (!record.is(trait::ignorable)) {
            close();
        }
        at += c.size;
    }
    close();
    return result;
}

}  // namespace spamlint
