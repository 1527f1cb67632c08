#include <algorithm>
#include <array>
#include <cstdint>

#include "span/ascii.h"
#include "span/utf8.h"
#include "text/character.h"
#include "text/words.h"

namespace spamlint {
namespace {

enum class Kind : std::uint8_t { other, word, sign };
/// What most bytes of most mail are; ignorable characters and those beyond ASCII are not told apart.
constexpr std::array<Kind, 256> kKinds = [] {
    std::array<Kind, 256> kinds{};
    for (unsigned c = '\t'; c <= '~'; ++c)
        kinds[c] = ascii::is_alnum(static_cast<char>(c)) ? Kind::word : c > '\r' && c < ' ' ? Kind::other : Kind::sign;
    return kinds;
}();
constexpr std::size_t shortest_chain = 5;
constexpr std::size_t shortest_unspaced_chain = 4;  // 天*气*预*报: Han need no sign between them, ever

/// What stands between two words. Initials (J. R. R.) have a sign with a space on one side only.
struct Gap {
    std::size_t signs = 0;
    char32_t sign = 0;
    bool parts = false, space_before = false, space_after = false;

    bool fits() const { return signs == 0 ? space_before : signs == 1 && parts && space_before == space_after; }
    char32_t form() const { return signs == 0 ? U' ' : sign; }
};

/// Columns of variables (x y z w v) and bases of a gene (G A T T A C A) spell no word: no vowel, or A, C, G, T, U
/// alone.
bool may_spell_a_word(std::string_view chain) {
    const auto any_of = [&](auto test) { return std::any_of(chain.begin(), chain.end(), test); };
    const auto in = [](std::string_view letters) {
        return [letters](char c) { return letters.find(c) != std::string_view::npos; };
    };
    const auto beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    if (any_of(beyond_ascii)) return true;
    const auto no_base = [](char c) {
        return ascii::is_alpha(c) && std::string_view("ACGTU").find(c) == std::string_view::npos;
    };
    return any_of(in("aeiouAEIOU")) && any_of(no_base);
}

/// One word of Latin letters, a line of its own, is a heading: "A G E N D A", "S t a d t t h e a t e r". A text of no
/// other line, as a name, has no headings but in capitals.
bool is_heading(std::string_view text, Span chain, std::size_t letters) {
    const std::string_view word = text.substr(chain.begin, chain.size());
    if (word.size() != 2 * letters - 1) return false;
    const auto is_latin = [](char c) { return ascii::is_alpha(c) || c == ' '; };
    if (!std::all_of(word.begin(), word.end(), is_latin)) return false;
    const auto before = text.substr(0, chain.begin).find_last_not_of(" \t");
    const auto after = text.find_first_not_of(" \t\r", chain.end);
    const bool first = before == std::string_view::npos, last = after == std::string_view::npos;
    if (first && last) return std::none_of(word.begin(), word.end(), ascii::is_lower);
    return (first || text[before] == '\n') && (last || text[after] == '\n');
}

/// Follows single letters (of any script) that the same sign or white space parts, on one line.
class ChainFinder {
public:
    explicit ChainFinder(std::string_view text) : text_(text) {}

    Occurrences run() {
        while (at_ < text_.size()) {
            if (count_ == 0) pass_words();
            if (at_ == text_.size()) break;
            const CodePoint c = utf8::at(text_, at_);
            const Character& record = character(c.value);
            if (record.is(trait::letter | trait::digit | trait::mark)) {
                take_word();
            } else {
                take_sign(c, record);
            }
        }
        close();
        return std::move(found_);
    }

private:
    Kind kind_at(std::size_t at) const { return kKinds[static_cast<unsigned char>(text_[at])]; }

    /// Where no chain is open, only a letter that may stand alone can begin one, whatever stood before it.
    void pass_words() {
        while (at_ < text_.size() && kind_at(at_) != Kind::other) {
            std::size_t end = at_;
            while (end < text_.size() && kind_at(end) == Kind::word) ++end;
            if (end == at_ + 1 || (end < text_.size() && kind_at(end) == Kind::other)) return;
            at_ = end == at_ ? end + 1 : end;
        }
    }

    void take_word() {
        const std::size_t begin = at_;
        const char32_t first = utf8::at(text_, at_).value;
        std::size_t characters = 0;
        while (at_ < text_.size()) {
            const std::size_t word = at_;  // most of most mail
            while (at_ < text_.size() && kind_at(at_) == Kind::word) ++at_;
            characters += at_ - word;
            if (at_ == text_.size()) break;
            const CodePoint c = utf8::at(text_, at_);
            const Character& record = character(c.value);
            if (!record.is(trait::letter | trait::digit | trait::mark | trait::ignorable)) break;
            characters += record.is(trait::mark | trait::ignorable) ? 0 : 1;
            at_ += c.size;
        }
        if (characters != 1 || !character(first).is(trait::letter)) return close();
        if (count_ > 0 && !goes_on()) restart_from_last();
        extend({begin, at_}, first);
    }

    void take_sign(CodePoint c, const Character& record) {
        at_ += c.size;
        if (record.is(trait::ignorable)) return;
        if (record.is(trait::line_break)) return close();
        if (record.is(trait::white_space)) {
            (gap_.signs == 0 ? gap_.space_before : gap_.space_after) = true;
        } else {
            ++gap_.signs;
            gap_.sign = c.value;
            gap_.parts = record.is(trait::separator | trait::soft_separator);
        }
    }

    /// Is the gap just passed of the form that the chain has?
    bool goes_on() const { return gap_.fits() && (count_ == 1 || gap_.form() == form_); }

    /// The last letter may begin a chain of another form; anything but one gap between letters ends it.
    void restart_from_last() {
        const Span last = last_;
        const char32_t letter = last_letter_;
        const Gap gap = gap_;
        close();
        if (!gap.fits()) return;
        extend(last, letter);
        gap_ = gap;
    }

    void extend(Span letter, char32_t value) {
        if (count_ == 0) begin_ = letter.begin;
        if (count_ == 1) form_ = gap_.form();
        unspaced_ = character(value).is(trait::unspaced) && (count_ == 0 || unspaced_);
        alphabetical_ = count_ == 0 || (alphabetical_ && value == last_letter_ + 1);
        last_ = letter;
        last_letter_ = value;
        ++count_;
        gap_ = {};
    }

    /// A B C D E F is an index, no disguise.
    void close() {
        const bool signs_in_unspaced = unspaced_ && form_ != U' ';
        const std::size_t shortest = signs_in_unspaced ? shortest_unspaced_chain : shortest_chain;
        if (count_ >= shortest && !alphabetical_ && is_told({begin_, last_.end})) found_.add({begin_, last_.end});
        count_ = 0;
        gap_ = {};
    }

    bool is_told(Span chain) const {
        return may_spell_a_word(text_.substr(chain.begin, chain.size())) && !is_heading(text_, chain, count_);
    }

    std::string_view text_;
    Occurrences found_;
    std::size_t at_ = 0, begin_ = 0, count_ = 0;
    Gap gap_;  // since the last word
    Span last_;
    char32_t last_letter_ = 0, form_ = 0;
    bool alphabetical_ = false, unspaced_ = false;
};

}  // namespace

Occurrences spaced_out_letters(std::string_view text) {
    return ChainFinder(text).run();
}

}  // namespace spamlint
