#include "text/fold_pass.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

#include "span/utf8.h"
#include "text/ascii.h"
#include "text/character.h"
#include "text/compose.h"
#include "text/fold.h"

namespace spamlint {
namespace {

using ascii::Ascii;
using ascii::is_alnum;
using ascii::is_lower;
using ascii::is_upper;
using Byte = unsigned char;

constexpr std::uint8_t bits(Fold fold) {
    return static_cast<std::uint8_t>(fold);
}

/// ﬃ is three bytes and folds to three, but none of its letters has one of its own.
bool is_one_character(std::string_view text) {
    const Byte* begin = reinterpret_cast<const Byte*>(text.data());
    return utf8::decode(begin, begin + text.size()).size == text.size();
}

/// Bytes of text between two checkpoints: what a hit's origin costs to find.
constexpr std::size_t stride = 128;

/// One pass over the text. With `recording` each unit is noted; without, runs of ASCII go through a tight loop.
template <bool recording>
class FoldPass {
public:
    FoldPass(std::string_view text, std::size_t growth)
        : begin_(reinterpret_cast<const Byte*>(text.data())), end_(begin_ + text.size()), p_(begin_), growth_(growth) {
        if constexpr (!recording) out_.resize(text.size() + 2 * slack);
        o_ = out_.data();
        next_checkpoint_ = begin_;
    }

    void run() {
        while (p_ < end_) {
            if constexpr (!recording) {
                if (p_ >= next_checkpoint_) set_checkpoint();
                if (!pending_ && (ascii::table.kind[*p_] & (Ascii::slow | Ascii::space)) == 0) ascii_run();
                if (p_ == end_) break;
            }
            step();
        }
        if (pending_) drop_space();
        out_.resize(written());
    }

    /// Folds from a checkpoint on until the plain text up to `plain_end` is settled.
    void run(const FoldCheckpoint& from, std::size_t plain_end) {
        p_ = begin_ + from.text;
        unspaced_ = from.unspaced;
        origin_ = from.plain;
        while (p_ < end_ && !(written() > plain_end && begins_anew())) step();
        if (pending_) drop_space();
    }

    std::string& plain() { return out_; }
    std::vector<FoldCheckpoint>& checkpoints() { return checkpoints_; }
    std::vector<FoldMark>& marks() { return marks_; }
    std::vector<FoldRun>& runs() { return runs_; }
    std::size_t bound() const { return std::min(bound_, out_.size()); }

private:
    /// The last character written that a mark may attach to.
    struct Base {
        const Byte* text = nullptr;
        std::size_t plain = 0;
    };

    static constexpr std::size_t slack = 64;

    /// Bytes of plain() that are written, or were before the checkpoint.
    std::size_t written() const { return origin_ + static_cast<std::size_t>(o_ - out_.data()); }
    std::size_t offset(const Byte* p) const { return static_cast<std::size_t>(p - begin_); }

    /// Makes room for `size` bytes besides one byte for each byte of text left.
    void reserve(std::size_t size) {
        const auto at = static_cast<std::size_t>(o_ - out_.data());
        const std::size_t needed = at + size + slack + (recording ? 0 : static_cast<std::size_t>(end_ - p_));
        if (needed <= out_.size()) return;
        out_.resize(needed + std::min(needed / 8, growth_));  // few texts grow when they are folded
        o_ = out_.data() + at;
    }

    std::string_view text_to(const Byte* end) const {
        return {reinterpret_cast<const char*>(p_), static_cast<std::size_t>(end - p_)};
    }

    /// May [p_, text_end) be replaced by `size` bytes?
    bool may_become(std::size_t size, const Byte* text_end) {
        const auto own = static_cast<std::size_t>(text_end - p_);
        if (size <= own || written() + size <= offset(text_end) + growth_) return true;
        bound_ = std::min(bound_, written());
        return false;
    }

    void mark(std::size_t plain, char reads) {
        if (marks_.size() < kMaxMarks)
            marks_.push_back({plain, reads});
        else
            bound_ = std::min(bound_, plain);
    }

    /// Can nothing that follows change what is written?
    bool begins_anew() const {
        return !pending_ && !character(utf8::decode(p_, end_).value).is(trait::attaches | trait::ignorable);
    }

    void set_checkpoint() {
        if (!begins_anew()) return;
        checkpoints_.push_back({offset(p_), written(), unspaced_});
        next_checkpoint_ = end_ - p_ > static_cast<std::ptrdiff_t>(stride) ? p_ + stride : end_;
    }

    void ascii_run() {
        std::uint8_t last = 0, before_last = 0;
        const Byte* p = p_;
        const Byte* const end = std::max(next_checkpoint_, p_ + 1);
        char* o = o_;
        for (; p < end; ++p) {
            const Byte c = *p;
            const std::uint8_t kind = ascii::table.kind[c];
            if ((kind & Ascii::slow) != 0 || (kind & last & Ascii::space) != 0) break;
            if ((kind & before_last & Ascii::upper) != 0 && p[-1] == 'l')
                mark(static_cast<std::size_t>(o - out_.data()) - 1, 'i');
            *o++ = ascii::table.folded[c];
            before_last = last;
            last = kind;
        }
        p_ = p;
        o_ = o;
        unspaced_ = false;
        base_ = {};
        if (last == Ascii::space) {
            --o_;
            open_space(p_ - 1);
            space_end_ = p_;
        } else {
            base_ = {p_ - 1, written() - 1};
        }
    }

    void step() {
        const CodePoint c = utf8::decode(p_, end_);
        const Character& record = character(c.value);
        if (record.is(trait::white_space)) return take_space(c, record);
        if (record.is(trait::ignorable)) return drop_ignorable(c);
        if (record.is(trait::attaches) && base_.text != nullptr && !pending_) return attach();
        if (pending_) close_space(record.is(trait::unspaced));
        mark_look(c, record);
        const std::size_t plain = written();
        const bool well_formed = c.value != replacement_character || c.size == 3;
        if (record.size == Character::same && well_formed) {
            emit(text_to(p_ + c.size), p_ + c.size, record.folds, true);
        } else if (record.size == Character::same) {
            emit("\xEF\xBF\xBD", p_ + 1, 0, false);
        } else if (const std::string_view form = folded_form(record); !may_become(form.size(), p_ + c.size)) {
            emit(text_to(p_ + c.size), p_ + c.size, 0, true);
        } else {
            emit(form, p_ + c.size, record.folds, form.size() == c.size && is_one_character(form));
        }
        base_ = {p_, plain};
        unspaced_ = record.is(trait::unspaced);
        p_ += c.size;
    }

    /// Writes what [p_, text_end) folds to.
    void emit(std::string_view folded, const Byte* text_end, std::uint8_t folds, bool literal) {
        reserve(folded.size());
        note(p_, text_end, folded.size(), folds, literal);
        std::memcpy(o_, folded.data(), folded.size());
        o_ += folded.size();
    }

    void note(const Byte* from, const Byte* to, std::size_t size, std::uint8_t folds, bool literal) {
        if constexpr (!recording) return;
        const std::size_t plain = written();
        const FoldRun run{plain, plain + size, offset(from), offset(to), folds, literal};
        if (!runs_.empty()) {
            FoldRun& last = runs_.back();
            const bool alike = literal ? last.literal : size == 0 && last.plain_begin == plain;
            if (alike && last.folds == folds && last.text_end == run.text_begin && last.plain_end == plain) {
                last.plain_end = run.plain_end;
                last.text_end = run.text_end;
                return;
            }
        }
        runs_.push_back(run);
    }

    void mark_look(CodePoint c, const Character& record) {
        if (c.value == 'I' && p_ > begin_ && is_lower(p_[-1])) {
            const bool goes_on = p_ + 1 < end_ && is_lower(p_[1]);
            if (goes_on || p_ + 1 == end_ || !(is_alnum(p_[1]) || p_[1] >= 0x80)) mark(written(), 'l');
        } else if (record.is(trait::capital_differs)) {
            mark(written(), record.look_alike);
        } else if (c.value == 'I' && p_ > begin_ + 1 && p_[-1] == 'l' && is_upper(p_[-2])) {
            mark(written() - 1, 'i');
        }
    }

    void attach() {
        const Byte* from = base_.text;
        const Byte* to = p_;
        int count = 1;
        while (to < end_ && count < longest_stack) {
            const CodePoint c = utf8::decode(to, end_);
            if (!character(c.value).is(trait::attaches) && !character(c.value).is(trait::ignorable)) break;
            to += c.size;
            ++count;
        }
        unwrite(from);
        std::uint8_t folds = 0;
        const std::string composed = compose(from, to, folds);
        p_ = from;
        if (may_become(composed.size(), to))
            emit(composed, to, folds, false);
        else
            emit(text_to(to), to, 0, true);
        p_ = to;
        // A stack beyond the limit goes on as if on a new base, so that nothing is normalised twice.
        base_ = count == longest_stack ? Base{} : Base{from, base_.plain};
    }

    /// Takes back what was written from a place of the text on.
    void unwrite(const Byte* from) {
        o_ = out_.data() + (base_.plain - origin_);
        while (!runs_.empty() && runs_.back().text_end > offset(from)) {
            FoldRun& last = runs_.back();
            if (last.text_begin >= offset(from)) {
                runs_.pop_back();
                continue;
            }
            last.text_end = offset(from);
            last.plain_end = base_.plain;
        }
    }

    void drop_ignorable(CodePoint c) {
        if (!pending_) note(p_, p_ + c.size, 0, bits(Fold::ignorable), false);
        p_ += c.size;
    }

    void open_space(const Byte* at) {
        pending_ = true;
        space_begin_ = at;
        breaks_ = 0;
        base_ = {};
    }

    void take_space(CodePoint c, const Character& record) {
        if (!pending_) open_space(p_);
        const bool second_half = c.value == '\n' && p_ > begin_ && p_[-1] == '\r';
        if (record.is(trait::line_break) && !second_half) breaks_ += c.value == 0x2029 ? 2 : 1;
        p_ += c.size;
        space_end_ = p_;
    }

    void drop_space() {
        note(space_begin_, p_, 0, bits(Fold::white_space), false);
        pending_ = false;
    }

    /// Writes the white space that was met: nothing at the start of the text, nor for a single line break in unspaced
    /// writing, which is where the author's editor broke the line.
    void close_space(bool before_unspaced) {
        if (written() == 0 || (breaks_ == 1 && unspaced_ && before_unspaced)) return drop_space();
        const bool single = space_end_ - space_begin_ == 1 && *space_begin_ == ' ' && p_ == space_end_;
        if (!single && breaks_ < 2 && after_single_letter()) mark(written(), FoldMark::wide_gap);
        reserve(1);
        note(space_begin_, p_, 1, single ? 0 : bits(Fold::white_space), single);
        *o_++ = breaks_ >= 2 ? '\n' : ' ';
        pending_ = false;
    }

    bool after_single_letter() const {
        const auto size = static_cast<std::size_t>(o_ - out_.data());
        if (size == 0 || !is_alnum(static_cast<Byte>(o_[-1]))) return false;
        return size == 1 || o_[-2] == ' ' || o_[-2] == '\n';
    }

    const Byte* begin_;
    const Byte* end_;
    const Byte* p_;
    std::size_t growth_;
    std::string out_;
    char* o_ = nullptr;
    Base base_;
    bool unspaced_ = false;  // the last character written is of unspaced writing
    bool pending_ = false;   // white space was met and is not yet written
    const Byte* space_begin_ = nullptr;
    const Byte* space_end_ = nullptr;
    std::size_t breaks_ = 0;
    std::size_t origin_ = 0;  // where in plain() the written part begins
    std::size_t bound_ = std::numeric_limits<std::size_t>::max();
    const Byte* next_checkpoint_;
    std::vector<FoldMark> marks_;
    std::vector<FoldCheckpoint> checkpoints_;
    std::vector<FoldRun> runs_;
};

}  // namespace

FoldedPlain fold_plain(std::string_view text, std::size_t growth) {
    FoldPass<false> pass(text, growth);
    pass.run();
    const std::size_t bound = pass.bound();
    return {std::move(pass.plain()), std::move(pass.marks()), std::move(pass.checkpoints()), bound};
}

std::vector<FoldRun> fold_runs(std::string_view text, const std::vector<FoldCheckpoint>& checkpoints, Span span,
                               std::size_t growth) {
    auto from = std::upper_bound(checkpoints.begin(), checkpoints.end(), span.begin,
                                 [](std::size_t at, const FoldCheckpoint& c) { return at < c.plain; });
    // The place itself may be the end of what was written: a character dropped there belongs to the run before.
    while (from != checkpoints.begin() && std::prev(from)->plain >= span.begin) --from;
    FoldPass<true> pass(text, growth);
    pass.run(from == checkpoints.begin() ? FoldCheckpoint{0, 0, false} : *std::prev(from), span.end);
    return std::move(pass.runs());
}

}  // namespace spamlint
