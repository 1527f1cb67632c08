#include "text/joins.h"

#include <algorithm>
#include <array>
#include <limits>

#include "span/utf8.h"
#include "text/address_like.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/leet.h"
#include "text/spaced_out.h"
#include "text/word_run.h"

namespace spamlint {
namespace {

constexpr std::uint8_t bits(Fold fold) {
    return static_cast<std::uint8_t>(fold);
}

/// Walks over plain() as words, stretches of unspaced writing and the gaps between them, and hands each to what may
/// find a disguise there.
class JoinFinder {
public:
    JoinFinder(std::string_view plain, const std::vector<FoldMark>& marks, std::size_t most)
        : plain_(plain), marks_(marks), most_(most), addresses_(plain), leet_(plain), spaced_out_(plain, marks) {}

    FoundJoins run() {
        while (at_ < plain_.size() && joins_.size() < most_) {
            skip_common_words();
            const Byte byte = static_cast<Byte>(plain_[at_]);
            if (byte >= 0x80) {
                other();
            } else if (is_word_byte(byte)) {
                take_word();
            } else {
                take_gap();
            }
        }
        spaced_out_.finish(joins_);
        add_letter_marks();
        put_in_order();
        return {std::move(joins_), std::min(at_, end_)};
    }

private:
    using Byte = unsigned char;

    /// Two or more ASCII letters and a space, perhaps with a stop between: nothing can be hidden there, and most text
    /// is made of it. Stops before the last word.
    void skip_common_words() {
        if (at_ > 0 && plain_[at_ - 1] != ' ' && plain_[at_ - 1] != '\n') return;
        std::size_t at = at_, word_begin = at_, word_end = at_;
        while (true) {
            std::size_t end = at;
            while (end < plain_.size() && plain_[end] >= 'a' && plain_[end] <= 'z') ++end;
            if (end - at < 2 || end + 2 >= plain_.size()) break;
            const bool stop = plain_[end] == ',' || plain_[end] == '.';
            if (plain_[end + (stop ? 1 : 0)] != ' ') break;
            word_begin = at;
            word_end = end;
            at = end + (stop ? 2 : 1);
        }
        if (at == at_) return;
        spaced_out_.finish(joins_);
        previous_ = {word_begin, word_end, word_end - word_begin, 0, word_end - word_begin, WordRun::ascii_letter};
        gap_ = {word_end, at};
        gap_leet_ = false;
        unspaced_end_ = none;
        at_ = at;
    }

    void other() {
        const Character& record = character(utf8::at(plain_, at_).value);
        if (record.is(trait::unspaced)) {
            take_unspaced();
        } else if (is_word_character(record)) {
            take_word();
        } else {
            take_gap();
        }
    }

    void take_word() {
        const WordRun word = read_word(plain_, at_);
        at_ = word.end;
        if (word.has(WordRun::look_alike)) read_look_alikes(word);
        if (word.has(WordRun::mark) && word.has(WordRun::ascii_letter)) remove_marks(word);
        const bool after_gap = gap_.end == word.begin && !gap_.empty();
        const bool after_word = after_gap && gap_.begin > 0 && previous_.end == gap_.begin;
        if (word.has(WordRun::digit) && word.has(WordRun::ascii_letter | WordRun::look_alike)) leet(word.begin);
        if (after_gap) {
            if (gap_leet_) leet(gap_.end - 1);
            if (after_word && gap_.size() <= 6) inner_separator(word);
        }
        spaced_out_.word(word, after_word ? gap_ : Span{}, joins_);
        previous_ = word;
        unspaced_end_ = none;
    }

    void take_unspaced() {
        const std::size_t begin = at_;
        const bool first_is_han = character(utf8::at(plain_, at_).value).is(trait::han);
        if (first_is_han && unspaced_end_ == gap_.begin && gap_.end == begin && !gap_.empty()) han_gap();
        bool han = false;
        while (at_ < plain_.size() && static_cast<Byte>(plain_[at_]) >= 0x80) {
            const CodePoint c = utf8::at(plain_, at_);
            const Character& record = character(c.value);
            if (!record.is(trait::unspaced)) break;
            han = record.is(trait::han);
            at_ += c.size;
        }
        unspaced_end_ = han ? at_ : none;
        spaced_out_.finish(joins_);
        previous_ = {};
    }

    void take_gap() {
        const std::size_t begin = at_;
        gap_leet_ = false;
        do {
            const CodePoint c = utf8::at(plain_, at_);
            if (c.size > 1) {
                const Character& record = character(c.value);
                if (record.is(trait::unspaced) || is_word_character(record)) break;
                gap_leet_ = gap_leet_ || c.value == U'€';
            } else if (is_word_byte(static_cast<Byte>(plain_[at_]))) {
                break;
            } else {
                gap_leet_ = gap_leet_ || is_leet_sign(plain_[at_]);
            }
            at_ += c.size;
        } while (at_ < plain_.size());
        gap_ = {begin, at_};
        if (gap_leet_ && previous_.end == begin && begin > 0) leet(begin);
    }

    void leet(std::size_t at) { leet_.token(at, addresses_, joins_); }

    /// One word may have millions.
    void add(std::size_t begin, std::size_t size, char letter, bool either, std::uint8_t folds) {
        if (joins_.size() < most_)
            put(begin, size, letter, either, folds);
        else
            end_ = std::min(end_, begin);
    }

    void put(std::size_t begin, std::size_t size, char letter, bool either, std::uint8_t folds) {
        joins_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint8_t>(size), letter, either, folds});
    }

    /// The letter that the original of plain_[offset] looked like, if it looked otherwise than its folded form.
    char marked(std::size_t offset) const {
        const auto found = std::lower_bound(marks_.begin(), marks_.end(), offset,
                                            [](const FoldMark& mark, std::size_t at) { return mark.offset < at; });
        return found != marks_.end() && found->offset == offset && found->reads != FoldMark::wide_gap ? found->reads
                                                                                                      : '\0';
    }

    /// A word is read in Latin letters when it mixes them with look-alikes of another script, or consists of
    /// look-alikes in a text that is mainly Latin.
    void read_look_alikes(const WordRun& word) {
        const bool mixed = word.has(WordRun::ascii_letter | WordRun::latin_look_alike);
        if (!mixed && (word.letters != word.look_alikes || !mainly_latin())) return;
        for (std::size_t i = word.begin; i < word.end;) {
            const CodePoint c = utf8::at(plain_, i);
            const char own = c.value < 0x80 ? '\0' : character(c.value).look_alike;
            if (own != 0) {
                const char capital = marked(i);
                const char reads = capital != 0 ? capital : own;
                add(i, c.size, reads, reads == 'l' || reads == 'i', bits(Fold::look_alike));
            }
            i += c.size;
        }
    }

    bool mainly_latin() {
        if (latin_ < 0) {
            std::size_t ascii_letters = 0, others = 0;
            for (const char c : plain_) {
                ascii_letters += c >= 'a' && c <= 'z' ? 1U : 0U;
                others += static_cast<Byte>(c) >= 0xC0 ? 1U : 0U;
            }
            latin_ = ascii_letters > others ? 1 : 0;
        }
        return latin_ == 1;
    }

    /// Strokes and rings laid over ASCII letters (f̶r̶e̶e̶): what composes into a letter of its own was composed before.
    void remove_marks(const WordRun& word) {
        bool on_ascii = false;
        for (std::size_t i = word.begin; i < word.end;) {
            const CodePoint c = utf8::at(plain_, i);
            if (!character(c.value).is(trait::mark)) {
                on_ascii = c.value < 0x80;
            } else if (on_ascii) {
                add(i, c.size, 0, false, bits(Fold::look_alike));
            }
            i += c.size;
        }
    }

    /// fr*ee: one sign, up to three times, between letters.
    void inner_separator(const WordRun& word) {
        static constexpr std::u32string_view signs = U"*_~^·•";
        if (word.has(WordRun::digit) || previous_.has(WordRun::digit)) return;
        const CodePoint sign = utf8::at(plain_, gap_.begin);
        if (signs.find(sign.value) == std::u32string_view::npos) return;
        for (std::size_t i = gap_.begin; i < gap_.end; i += sign.size) {
            if (i >= gap_.begin + 3U * sign.size || utf8::at(plain_, i).value != sign.value) return;
        }
        // An underscore usually joins two words (first_name): it parts one only where a stump is left beside it.
        const std::size_t shorter = std::min(word.letters, previous_.letters);
        if (sign.value == U'_' && (shorter > 2 || word.letters + previous_.letters > 8)) return;
        if (addresses_.holds(gap_.begin)) return;
        add(gap_.begin, gap_.size(), 0, false, bits(Fold::separator));
    }

    /// 免-费: up to four separators between two Han characters, on one line. Two dots or hyphens are punctuation.
    void han_gap() {
        std::size_t count = 0;
        bool hard = false;
        char32_t last = 0;
        for (std::size_t i = gap_.begin; i < gap_.end;) {
            const CodePoint c = utf8::at(plain_, i);
            const Character& record = character(c.value);
            const bool parts = c.value == U' ' || record.is(trait::separator | trait::soft_separator);
            if (!parts || ++count > 4 || (c.value == last && (c.value == U'.' || c.value == U'-'))) return;
            hard = hard || record.is(trait::separator);
            last = c.value;
            i += c.size;
        }
        add(gap_.begin, gap_.size(), 0, false, hard ? bits(Fold::separator) : 0);
    }

    /// Letters whose case makes them look like others: cIaim, PRlZE. Codes in base64 and addresses have them by chance.
    void add_letter_marks() {
        AddressLike addresses(plain_);
        for (const FoldMark& mark : marks_) {
            if (mark.offset >= at_) break;
            const bool ascii_letter = mark.reads != FoldMark::wide_gap && static_cast<Byte>(plain_[mark.offset]) < 0x80;
            if (!ascii_letter || !in_word_of_letters(mark.offset) || addresses.holds(mark.offset)) continue;
            put(mark.offset, 1, mark.reads, false, bits(Fold::look_alike));
        }
    }

    bool in_word_of_letters(std::size_t at) const {
        static constexpr std::string_view signs_of_codes = "0123456789+/=%_";
        constexpr std::size_t longest = 20;
        const auto is_letter = [this](std::size_t i) { return plain_[i] >= 'a' && plain_[i] <= 'z'; };
        std::size_t begin = at, end = at;
        while (begin > 0 && at - begin < longest && is_letter(begin - 1)) --begin;
        while (end < plain_.size() && end - at < longest && is_letter(end)) ++end;
        if (end - begin > longest) return false;
        const bool before = begin > 0 && signs_of_codes.find(plain_[begin - 1]) != std::string_view::npos;
        const bool after = end < plain_.size() && signs_of_codes.find(plain_[end]) != std::string_view::npos;
        return !before && !after;
    }

    void put_in_order() {
        const auto earlier = [](const Join& a, const Join& b) { return a.begin < b.begin; };
        if (!std::is_sorted(joins_.begin(), joins_.end(), earlier))
            std::stable_sort(joins_.begin(), joins_.end(), earlier);
        std::size_t kept = 0;
        for (const Join& join : joins_) {
            if (kept > 0 && joins_[kept - 1].end() > join.begin) continue;
            joins_[kept++] = join;
        }
        joins_.resize(kept);
    }

    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    std::string_view plain_;
    const std::vector<FoldMark>& marks_;
    std::size_t most_;
    AddressLike addresses_;
    Leet leet_;
    SpacedOut spaced_out_;
    Joins joins_;
    std::size_t at_ = 0, end_ = none;  // where a join was left out
    WordRun previous_;
    Span gap_;
    bool gap_leet_ = false;
    std::size_t unspaced_end_ = none;  // where a Han character ended, when a gap or nothing follows it
    int latin_ = -1;                   // mainly_latin(), -1 before it was asked
};

}  // namespace

FoundJoins find_joins(std::string_view plain, const std::vector<FoldMark>& marks, std::size_t most) {
    if (plain.size() > std::numeric_limits<std::uint32_t>::max()) return {{}, 0};
    if (std::is_sorted(marks.begin(), marks.end(), [](auto& a, auto& b) { return a.offset < b.offset; }))
        return JoinFinder(plain, marks, most).run();
    std::vector<FoldMark> sorted = marks;
    std::stable_sort(sorted.begin(), sorted.end(), [](auto& a, auto& b) { return a.offset < b.offset; });
    return JoinFinder(plain, sorted, most).run();
}

}  // namespace spamlint
