#include "rules/never_matches.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "span/utf8.h"
#include "text/fold.h"

namespace spamlint {
namespace {

/// The first character of a pattern that no folded text holds, or "": capitals, full-width and Traditional characters.
/// Escapes, flags and group names are left out.
std::string never_folded(std::string_view pattern) {
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] == '\\') {
            const bool named = pattern.substr(at + 1, 2) == "p{" || pattern.substr(at + 1, 2) == "P{";
            at = named ? std::min(pattern.find('}', at), pattern.size() - 1) + 1 : at + 2;
            continue;
        }
        if (pattern.substr(at, 2) == "(?") {
            at = std::min(pattern.find_first_of(":)>=!", at + 2), pattern.size() - 1) + 1;
            continue;
        }
        const std::string character(pattern.substr(at, utf8::at(pattern, at).size)), folded = fold_word(character);
        at += character.size();
        if (!folded.empty() && folded != character) return character;
    }
    return {};
}

/// Outside of classes: a word boundary between two letters, an end with a letter behind it, a begin with one before
/// it; a class that leaves out all.
const std::array<re2::RE2, 4>& contradictions() {
    static const std::array<re2::RE2, 4> all = {
        R"(((?:^|[^\\])[A-Za-z0-9]\\b[A-Za-z0-9]))", R"(((?:^|[^\\[])\$[A-Za-z0-9]))",
        R"(((?:^|[^\\[A-Za-z0-9-])[A-Za-z0-9]+\^[A-Za-z0-9]))", R"((\[\^\\(?:s\\S|S\\s|w\\W|W\\w|d\\D|D\\d)\]))"};
    return all;
}

/// The first of these in a pattern, or "". A `$` ends a line where the pattern is multi-line.
std::string contradiction(std::string_view pattern) {
    if (pattern.find("(?m") != std::string_view::npos || pattern.find("(?sm") != std::string_view::npos) return {};
    const re2::StringPiece text(pattern.data(), pattern.size());
    re2::StringPiece found;
    for (const re2::RE2& one : contradictions())
        if (re2::RE2::PartialMatch(text, one, &found)) return std::string(found);
    return {};
}

}  // namespace

std::string never_matches(const PatternTexts& pattern) {
    if (const std::string part = contradiction(pattern.source); !part.empty())
        return "the pattern can match nothing because of '" + part + "'; correct it";
    if (pattern.kind == PatternTexts::Kind::raw) return {};
    const std::string character = never_folded(pattern.source);
    if (character.empty()) return {};
    return "the pattern asks for '" + character + "', which folded text never holds; write '" + fold_word(character) +
           "', or take raw";
}

}  // namespace spamlint
