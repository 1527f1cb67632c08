#include "facts/entity_words.h"

#include <algorithm>

#include "span/ascii.h"

namespace spamlint {
namespace {

constexpr std::size_t least_letters = 3;
constexpr std::size_t longest_entity = 10;  // &#x000077;

struct Entity {
    char32_t value = 0;
    std::size_t size = 0;  // 0: none
};

/// The numeric entity at the begin of `html`; the semicolon may be missing (HTML 13.2.5.80).
Entity read_entity(std::string_view html) {
    html = html.substr(0, longest_entity);
    if (!html.starts_with("&#") || html.size() < 3) return {};
    const bool hex = ascii::lower(html[2]) == 'x';
    const std::size_t digits = hex ? 3 : 2;
    std::size_t at = digits;
    char32_t value = 0;
    for (; at < html.size(); ++at) {
        const int digit = ascii::hex(html[at]);
        if (digit < 0 || (digit > 9 && !hex)) break;
        value = value * (hex ? 16U : 10U) + static_cast<char32_t>(digit);
    }
    if (at == digits) return {};
    if (at < html.size() && html[at] == ';') ++at;
    return {value, at};
}

bool ends_word(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '<' || c == '>' || c == '"' || c == '\'';
}

/// What stands around the entity at `at` without a space or tag, and how many of its letters are entities.
struct Word {
    Span span;
    std::size_t letters = 0;
    bool address = false;
};

Word read_word(std::string_view html, std::size_t at) {
    Word word{{at, at}};
    while (word.span.end < html.size() && !ends_word(html[word.span.end])) {
        const Entity entity = read_entity(html.substr(word.span.end));
        const char32_t c = entity.size > 0 ? entity.value : static_cast<unsigned char>(html[word.span.end]);
        if (c == U' ' || c == 0xA0) break;
        word.letters += entity.size > 0 && c < 0x80 && ascii::is_alpha(static_cast<char>(c));
        word.address = word.address || c == U'@' || c == U'/';
        word.span.end += std::max<std::size_t>(entity.size, 1);
    }
    return word;
}

}  // namespace

std::vector<Span> entity_words(std::string_view html, std::size_t most) {
    std::vector<Span> found;
    std::size_t checked = 0;
    bool inside = false;
    for (std::size_t at = html.find("&#"); at < html.size() && found.size() < most;) {
        const Word word = read_word(html, at);
        const std::size_t last = html.substr(checked, at - checked).find_last_of("<>");
        if (last != std::string_view::npos) inside = html[checked + last] == '<';
        checked = at;
        if (!inside && !word.address && word.letters >= least_letters) found.push_back(word.span);
        at = html.find("&#", std::max(word.span.end, at + 2));
    }
    return found;
}

}  // namespace spamlint
