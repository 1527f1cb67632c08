#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "span/utf8.h"
#include "text/address_like.h"
#include "text/character.h"
#include "text/fold_pass.h"
#include "text/function_words.h"
#include "text/word_run.h"
#include "text/words.h"

namespace spamlint {
namespace {

/// A language shows within a few hundred words.
constexpr std::size_t enough = 20'000;

/// The text without what stands between white space and holds an e-mail address or a URL: these are in no language.
std::string without_addresses(const std::string& plain) {
    std::string result;
    AddressLike addresses(plain);
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (!addresses.holds(at)) result += plain[at];
    }
    return result;
}

using Scripts = std::array<std::size_t, 256>;

Scripts letters_by_script(std::string_view text) {
    Scripts scripts{};
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = utf8::at(text, at);
        const Character& record = character(c.value);
        if (record.is(trait::letter)) ++scripts[record.script];
        at += c.size;
    }
    return scripts;
}

std::size_t occurrences(std::string_view text, std::u32string_view letters) {
    std::size_t result = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = utf8::at(text, at);
        if (letters.find(c.value) != std::u32string_view::npos) ++result;
        at += c.size;
    }
    return result;
}

std::string_view language_of_cyrillic(std::string_view plain, std::size_t letters) {
    if (letters < 3) return "";
    if (occurrences(plain, U"іїєґ") * 50 > letters) return "uk";
    return "ru";
}

std::string_view language_of_arabic(std::string_view plain, std::size_t letters) {
    if (letters < 3) return "";
    return occurrences(plain, U"پچژگی") * 20 > letters ? "fa" : "ar";
}

const FunctionWord* function_word(std::string_view word) {
    const auto* found = std::lower_bound(std::begin(function_words), std::end(function_words), word,
                                         [](const FunctionWord& known, std::string_view w) { return known.word < w; });
    return found == std::end(function_words) || found->word != word ? nullptr : found;
}

struct Votes {
    std::array<std::size_t, function_word_languages.size()> of{};
    std::size_t words = 0;
};

void vote(std::string_view word, Votes& votes) {
    ++votes.words;
    const FunctionWord* found = function_word(word);
    if (!found) return;
    for (std::size_t i = 0; i < votes.of.size(); ++i) votes.of[i] += (found->languages >> i & 1U);
}

/// The language of most function words, where it leads clearly; in a line of a few words one is enough.
std::string_view language_of_latin(std::string_view plain) {
    Votes votes;
    for (std::size_t at = 0; at < plain.size();) {
        const CodePoint c = utf8::at(plain, at);
        if (!is_word_character(character(c.value))) {
            at += c.size;
            continue;
        }
        const WordRun word = read_word(plain, at);
        if (word.letters > 0) vote(plain.substr(word.begin, word.end - word.begin), votes);
        at = word.end;
    }
    const auto best = std::max_element(votes.of.begin(), votes.of.end());
    std::size_t second = 0;
    for (auto i = votes.of.begin(); i != votes.of.end(); ++i) second = i == best ? second : std::max(second, *i);
    const bool clear = votes.words <= 8 ? *best > second : *best >= 2 && *best * 5 > second * 6;
    if (!clear || *best * 25 < votes.words) return "";
    return function_word_languages[static_cast<std::size_t>(best - votes.of.begin())];
}

}  // namespace

std::string guess_language(std::string_view text) {
    std::string_view begin = text.substr(0, enough);
    const std::string plain = without_addresses(fold_plain(begin).plain);
    const Scripts scripts = letters_by_script(plain);
    const std::size_t kana = scripts[USCRIPT_HIRAGANA] + scripts[USCRIPT_KATAKANA], han = scripts[USCRIPT_HAN];
    // A Han character says as much as three letters, a Hangul syllable as two.
    struct Candidate {
        std::size_t weight;
        UScriptCode script;
    };
    const Candidate candidates[] = {
        {3 * han + 2 * kana, USCRIPT_HAN},
        {2 * scripts[USCRIPT_HANGUL], USCRIPT_HANGUL},
        {scripts[USCRIPT_LATIN], USCRIPT_LATIN},
        {scripts[USCRIPT_CYRILLIC], USCRIPT_CYRILLIC},
        {scripts[USCRIPT_ARABIC], USCRIPT_ARABIC},
        {scripts[USCRIPT_GREEK], USCRIPT_GREEK},
        {scripts[USCRIPT_HEBREW], USCRIPT_HEBREW},
        {scripts[USCRIPT_THAI], USCRIPT_THAI},
        {scripts[USCRIPT_DEVANAGARI], USCRIPT_DEVANAGARI},
    };
    const Candidate& best = *std::max_element(std::begin(candidates), std::end(candidates),
                                              [](const auto& a, const auto& b) { return a.weight < b.weight; });
    if (best.weight < 4) return "";
    switch (best.script) {
        case USCRIPT_HAN:
            return kana * 10 > han + kana ? "ja" : "zh";
        case USCRIPT_HANGUL:
            return "ko";
        case USCRIPT_LATIN:
            return std::string(language_of_latin(plain));
        case USCRIPT_CYRILLIC:
            return std::string(language_of_cyrillic(plain, best.weight));
        case USCRIPT_ARABIC:
            return std::string(language_of_arabic(plain, best.weight));
        case USCRIPT_GREEK:
            return "el";
        case USCRIPT_HEBREW:
            return "he";
        case USCRIPT_THAI:
            return "th";
        default:
            return "hi";
    }
}

bool is_function_word(std::string_view folded) {
    return function_word(folded) != nullptr;
}

}  // namespace spamlint
