#include "text/fold.h"

#include <algorithm>

#include "text/character.h"
#include "text/fold_pass.h"
#include "text/joined_text.h"
#include "text/joins.h"
#include "text/utf8.h"
#include "text/word_breaks.h"

namespace spamlint {
namespace {

constexpr std::uint8_t bits(Fold fold) { return static_cast<std::uint8_t>(fold); }

/// Is this zero-width character dropped from inside a word? Between words, beside signs and in scripts that spell with
/// joiners (Persian, Hindi) it disguises nothing.
bool parts_a_word(std::string_view plain, std::size_t at) {
    if (at == 0 || at >= plain.size()) return false;
    const auto counts = [](CodePoint c) {
        const Character& record = character(c.value);
        return record.is(trait::letter | trait::digit) && !record.is(trait::wide_context);
    };
    return counts(utf8::before(plain, at)) && counts(utf8::at(plain, at));
}

/// Does nothing but this stand between other than Han characters: 微 in 加 微 信?
bool is_lone(std::string_view plain, std::size_t begin, std::size_t end) {
    const auto is_han = [](CodePoint c) { return character(c.value).is(trait::unspaced); };
    return (begin == 0 || !is_han(utf8::before(plain, begin))) && (end >= plain.size() || !is_han(utf8::at(plain, end)));
}

/// A space or a sign of punctuation between Han characters is natural between words (免费 试用), a disguise inside one
/// (免 费), and where it parts single characters (加 微 信).
std::uint8_t folds_of(const JoinedText::Segment& segment, std::string_view plain, std::string_view joined) {
    if (segment.join->folds != 0) return segment.join->folds;
    if (cuts_word(joined, segment.joined.begin)) return bits(Fold::separator);
    const CodePoint left = utf8::before(plain, segment.plain.begin);
    const CodePoint right = utf8::at(plain, segment.plain.end);
    const bool lone = is_lone(plain, segment.plain.begin - left.size, segment.plain.begin) &&
                      is_lone(plain, segment.plain.end, segment.plain.end + right.size);
    return bits(lone ? Fold::separator : Fold::white_space);
}

/// Can what a join made stand for the wanted letter?
bool reads_as(const Join& join, char wanted) {
    return join.letter == wanted || (join.either && (wanted == 'i' || wanted == 'l'));
}

}  // namespace

bool Origin::disguised() const {
    constexpr int disguises =
        bits(Fold::compatibility) | bits(Fold::ignorable) | bits(Fold::look_alike) | bits(Fold::separator);
    return (folds & disguises) != 0;
}

FoldedText::FoldedText(std::string_view text) : text_(text) {
    FoldedPlain folded = fold_plain(text);
    plain_ = std::move(folded.plain);
    checkpoints_ = std::make_shared<const std::vector<FoldCheckpoint>>(std::move(folded.checkpoints));
    std::vector<Join> joins = find_joins(plain_, folded.marks);
    if (joins.empty()) return;
    auto joined = std::make_shared<JoinedText>(plain_, std::move(joins));
    joined_ = joined->take_text();
    joins_ = std::move(joined);
}

Origin FoldedText::origin_of_plain(Span span) const {
    span.end = std::min(span.end, plain_.size());
    span.begin = std::min(span.begin, span.end);
    const std::vector<FoldRun> runs = fold_runs(text_, *checkpoints_, span);
    auto run = std::upper_bound(runs.begin(), runs.end(), span.begin,
                                [](std::size_t at, const FoldRun& r) { return at < r.plain_end; });
    if (run == runs.end()) return {{text_.size(), text_.size()}, 0};
    const auto inside = [&run](std::size_t at) { return run->text_begin + (at - run->plain_begin); };
    Origin origin{{run->literal ? inside(span.begin) : run->text_begin, 0}, 0};
    origin.span.end = origin.span.begin;
    for (; run != runs.end() && run->plain_begin < span.end; ++run) {
        const bool dropped = run->plain_begin == run->plain_end;
        if (dropped && run->folds == bits(Fold::ignorable) && !parts_a_word(plain_, run->plain_begin)) continue;
        origin.folds |= run->folds;
        origin.span.end = run->literal && run->plain_end > span.end ? inside(span.end) : run->text_end;
    }
    return origin;
}

Origin FoldedText::origin_of_joined(Span span) const {
    if (!joins_) return {{text_.size(), text_.size()}, 0};
    const std::vector<JoinedText::Segment> segments = joins_->segments(span);
    if (segments.empty()) return {{text_.size(), text_.size()}, 0};
    Origin origin = origin_of_plain({segments.front().plain.begin, segments.back().plain.end});
    for (const JoinedText::Segment& segment : segments) {
        if (segment.join != nullptr) origin.folds |= folds_of(segment, plain_, joined_);
    }
    return origin;
}

std::string fold_word(std::string_view word) { return fold_plain(word).plain; }

std::string skeleton_word(std::string_view word) {
    std::string folded = fold_word(word);
    for (char& byte : folded) byte = skeleton_byte(byte);
    return folded;
}

bool joined_hit_is(const FoldedText& text, Span joined_span, std::string_view folded_word) {
    if (!text.joins_ || joined_span.size() != folded_word.size() || joined_span.empty()) return false;
    bool changed = false;
    std::size_t seen = 0;
    for (const JoinedText::Segment& segment : text.joins_->segments(joined_span)) {
        const std::string_view wanted =
            folded_word.substr(segment.joined.begin - joined_span.begin, segment.joined.size());
        const std::string_view plain = std::string_view(text.plain_).substr(segment.plain.begin, segment.plain.size());
        seen += wanted.size();
        if (wanted == plain) continue;
        if (segment.join == nullptr) return false;
        if (!wanted.empty() && !reads_as(*segment.join, wanted[0])) return false;
        changed = true;
    }
    return changed && seen == folded_word.size();
}

}  // namespace spamlint
