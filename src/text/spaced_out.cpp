#include "text/spaced_out.h"

#include "span/utf8.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/leet.h"

namespace spamlint {
namespace {

constexpr std::size_t longest_chain = 1000;  // letters: judged in such pieces, lest 10 MB of "a a a" are held twice

}  // namespace

void SpacedOut::word(const WordRun& word, Span gap, Joins& joins) {
    if (word.characters != 1) {
        if (characters_ > 0) finish(joins);
        return;
    }
    const Form form = gap.empty() || characters_ == 0 ? Form{} : form_of(gap);
    if (form.sign == 0) {
        finish(joins);
        start(word.begin);
        return;
    }
    if (characters_ > 1 && (form != form_ || characters_ == longest_chain)) {
        const std::size_t before = last_;
        finish(joins);
        start(before);
    }
    form_ = form;
    parts_.push_back({static_cast<std::uint32_t>(gap.begin), static_cast<std::uint8_t>(gap.size()), 0, false,
                      static_cast<std::uint8_t>(Fold::separator)});
    add_letter(word.begin);
}

void SpacedOut::finish(Joins& joins) {
    if (characters_ >= 3 && letters_ >= 2 && 2 * letters_ >= characters_) {
        // U.S.A. and O.E.M. are abbreviations: found, but no disguise.
        const bool abbreviation = characters_ == 3 && form_.sign == U'.' && !form_.spaced;
        for (Join& part : parts_) part.folds = abbreviation && part.letter == 0 ? 0 : part.folds;
        joins.insert(joins.end(), parts_.begin(), parts_.end());
    }
    parts_.clear();
    characters_ = letters_ = 0;
}

void SpacedOut::start(std::size_t at) {
    form_ = {};
    add_letter(at);
}

void SpacedOut::add_letter(std::size_t at) {
    last_ = at;
    ++characters_;
    const CodePoint c = utf8::at(plain_, at);
    if (!character(c.value).is(trait::digit)) {
        ++letters_;
    } else if (const char letter = leet_letter(c.value)) {
        parts_.push_back({static_cast<std::uint32_t>(at), c.size, letter, letter == 'l',
                          static_cast<std::uint8_t>(Fold::look_alike)});
    }
}

SpacedOut::Form SpacedOut::form_of(Span gap) {
    if (gap.size() > 12) return {};
    if (gap.size() == 1 && plain_[gap.begin] == ' ') return {U' ', 1, false, is_wide(gap.begin)};
    Form form;
    const bool opens = plain_[gap.begin] == ' ', closes = plain_[gap.end - 1] == ' ';
    if (opens != closes) return {};
    form.spaced = opens;
    for (std::size_t i = gap.begin + (opens ? 1 : 0); i < gap.end - (closes ? 1 : 0);) {
        const CodePoint c = utf8::at(plain_, i);
        const bool parts = c.value == U',' || character(c.value).is(trait::separator | trait::soft_separator);
        if (!parts || (form.sign != 0 && form.sign != c.value)) return {};
        form.sign = c.value;
        ++form.count;
        i += c.size;
    }
    return form;
}

bool SpacedOut::is_wide(std::size_t offset) {
    while (next_mark_ < marks_.size() && marks_[next_mark_].offset < offset) ++next_mark_;
    for (std::size_t i = next_mark_; i < marks_.size() && marks_[i].offset == offset; ++i) {
        if (marks_[i].reads == FoldMark::wide_gap) return true;
    }
    return false;
}

}  // namespace spamlint
