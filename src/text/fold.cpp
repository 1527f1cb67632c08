#include "text/fold.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "span/ascii.h"
#include "span/utf8.h"
#include "text/character.h"
#include "text/fold_pass.h"
#include "text/joined_text.h"
#include "text/joins.h"
#include "text/word_breaks.h"

namespace spamlint {
namespace {

/// Bytes at either end of a hit that are folded again to tell its origin. Words are shorter; a pattern may take 50 MB.
constexpr std::size_t kOriginEdge = std::size_t{64} << 10;

constexpr std::uint8_t bits(Fold fold) {
    return static_cast<std::uint8_t>(fold);
}

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

bool is_unspaced(CodePoint c) {
    return character(c.value).is(trait::unspaced);
}
bool unspaced_before(std::string_view text, std::size_t at) {
    return at > 0 && is_unspaced(utf8::before(text, at));
}
bool unspaced_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_unspaced(utf8::at(text, at));
}

/// What a space or a sign between Han characters in plain() stands between.
struct Sides {
    bool han = false;                           // Han (or Kana) on both
    bool lone = false;                          // and it is a single character on both: 微 信 in 加 微 信
    std::size_t left_begin = 0, right_end = 0;  // of the characters next to it
};

Sides sides_of(std::string_view plain, Span gap) {
    Sides sides;
    if (!unspaced_before(plain, gap.begin) || !unspaced_at(plain, gap.end)) return sides;
    sides.han = true;
    sides.left_begin = gap.begin - utf8::before(plain, gap.begin).size;
    sides.right_end = gap.end + utf8::at(plain, gap.end).size;
    sides.lone = !unspaced_before(plain, sides.left_begin) && !unspaced_at(plain, sides.right_end);
    return sides;
}

/// 邮  箱：, 电 话: labels of two characters are spread to the width of their neighbours.
bool is_label(std::string_view plain, const Sides& sides) {
    if (!sides.lone) return false;
    std::size_t after = sides.right_end;
    if (after < plain.size() && plain[after] == ' ') ++after;
    return after < plain.size() && plain[after] == ':';
}

/// A space or a sign of punctuation between Han characters is natural between words (免费 试用) and in labels, a
/// disguise inside a word (免 费) and where it parts single characters (加 微 信).
std::uint8_t folds_of(const std::vector<JoinedText::Segment>& segments, std::size_t i, std::string_view plain,
                      std::string_view joined) {
    const JoinedText::Segment& segment = segments[i];
    if (segment.join->folds != 0) return segment.join->folds;
    const Sides sides = sides_of(plain, segment.plain);
    const bool label = segments.size() == 3 && is_label(plain, sides);
    if (!sides.han || label) return bits(Fold::white_space);
    return bits(sides.lone || cuts_word(joined, segment.joined.begin) ? Fold::separator : Fold::white_space);
}

/// U.S.A. may be an abbreviation, hence no disguise; two such runs in one hit (a.c.t n.o.w) are none.
bool has_two_dotted_runs(const std::vector<JoinedText::Segment>& segments, std::string_view plain) {
    constexpr int dots_of_an_abbreviation = 2;
    const auto is_dot = [plain](const JoinedText::Segment& segment) {
        return segment.join != nullptr && segment.joined.empty() && plain[segment.plain.begin] == '.' &&
               !sides_of(plain, segment.plain).han;
    };
    return std::count_if(segments.begin(), segments.end(), is_dot) > dots_of_an_abbreviation;
}

/// A dot between words of two or more Han characters is a full stop typed in ASCII: …对外代开发票.代开范围….
bool is_full_stop(const std::vector<JoinedText::Segment>& segments, std::size_t i, std::string_view plain,
                  std::string_view joined) {
    constexpr std::size_t two_characters = 6;  // bytes
    if (i == 0 || i + 1 >= segments.size() || plain[segments[i].plain.begin] != '.') return false;
    const bool long_sides =
        segments[i - 1].joined.size() >= two_characters && segments[i + 1].joined.size() >= two_characters;
    return long_sides && sides_of(plain, segments[i].plain).han && !cuts_word(joined, segments[i].joined.begin);
}

/// The last checkpoint before a place of plain(), or the beginning.
FoldCheckpoint last_before(const std::vector<FoldCheckpoint>& checkpoints, std::size_t plain) {
    const auto after = std::partition_point(checkpoints.begin(), checkpoints.end(),
                                            [&](const FoldCheckpoint& one) { return one.plain < plain; });
    return after == checkpoints.begin() ? FoldCheckpoint{0, 0, false} : *std::prev(after);
}

/// The origin of a stretch that stands in the text byte for byte, all of it from the checkpoint on ASCII, but for
/// letter case and line breaks: nearly all of most mail. Anything longer or shorter in the text shows at the next byte.
std::optional<Origin> ascii_origin(std::string_view text, std::string_view plain, const FoldCheckpoint& from,
                                   Span span) {
    const std::size_t size = span.end - from.plain;
    if (span.empty() || size > text.size() - from.text) return std::nullopt;
    std::uint8_t folds = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const char original = text[from.text + i], folded = plain[from.plain + i];
        if (static_cast<unsigned char>(original) >= 0x80) return std::nullopt;
        if (original == folded) continue;
        const bool is_space = folded == ' ' && (original == '\n' || original == '\t');
        if (!is_space && (!ascii::is_upper(original) || ascii::lower(original) != folded)) return std::nullopt;
        if (from.plain + i >= span.begin) folds |= bits(is_space ? Fold::white_space : Fold::letter_case);
    }
    const std::size_t begin = from.text + (span.begin - from.plain);
    return Origin{{begin, begin + span.size()}, folds};
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

FoldedText::FoldedText(std::string_view text, FoldBudget& budget) : text_(text), growth_(budget.growth) {
    FoldedPlain folded = fold_plain(text, growth_);
    budget.growth -= std::min(budget.growth, folded.plain.size() - std::min(folded.plain.size(), text.size()));
    plain_ = std::move(folded.plain);
    checkpoints_ = std::make_shared<const std::vector<FoldCheckpoint>>(std::move(folded.checkpoints));
    FoundJoins found = find_joins(std::string_view(plain_).substr(0, folded.bound), folded.marks, budget.joins);
    budget.joins -= std::min(budget.joins, found.joins.size());
    joined_to_ = found.end;
    if (found.joins.empty()) return;
    auto joined = std::make_shared<JoinedText>(plain_, std::move(found.joins));
    joined_ = joined->take_text();
    joins_ = std::move(joined);
}

Origin FoldedText::origin_of_plain(Span span) const {
    span.end = std::min(span.end, plain_.size());
    span.begin = std::min(span.begin, span.end);
    if (span.size() > 2 * kOriginEdge) {
        const Origin first = origin_of_plain({span.begin, span.begin + kOriginEdge});
        const Origin last = origin_of_plain({span.end - kOriginEdge, span.end});
        return {hull(first.span, last.span), static_cast<std::uint8_t>(first.folds | last.folds)};
    }
    if (const auto same = ascii_origin(text_, plain_, last_before(*checkpoints_, span.begin), span)) return *same;
    const std::vector<FoldRun> runs = fold_runs(text_, *checkpoints_, span, growth_);
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
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].join != nullptr) origin.folds |= folds_of(segments, i, plain_, joined_);
    }
    if (has_two_dotted_runs(segments, plain_)) origin.folds |= bits(Fold::separator);
    return origin;
}

bool is_inside_word(std::string_view text, std::size_t at) {
    const bool unspaced = unspaced_before(text, at);
    if (unspaced != unspaced_at(text, at) || !parts_a_word(text, at)) return false;
    return !unspaced || cuts_word(text, at);
}

std::string fold_word(std::string_view word) {
    return fold_plain(word).plain;
}

std::string skeleton_word(std::string_view word) {
    std::string folded = fold_word(word);
    for (char& byte : folded) byte = skeleton_byte(byte);
    return folded;
}

bool joined_hit_is(const FoldedText& text, Span joined_span, std::string_view folded_word) {
    if (!text.joins_ || joined_span.size() != folded_word.size() || joined_span.empty()) return false;
    bool changed = false;
    std::size_t seen = 0;
    const std::vector<JoinedText::Segment> segments = text.joins_->segments(joined_span);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const JoinedText::Segment& segment = segments[i];
        const std::string_view wanted =
            folded_word.substr(segment.joined.begin - joined_span.begin, segment.joined.size());
        const std::string_view plain = std::string_view(text.plain_).substr(segment.plain.begin, segment.plain.size());
        seen += wanted.size();
        if (wanted == plain) continue;
        if (segment.join == nullptr || is_full_stop(segments, i, text.plain_, text.joined_)) return false;
        if (!wanted.empty() && !reads_as(*segment.join, wanted[0])) return false;
        changed = true;
    }
    return changed && seen == folded_word.size();
}

}  // namespace spamlint
