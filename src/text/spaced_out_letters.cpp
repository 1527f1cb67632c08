#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace spamlint {
namespace {

constexpr std::size_t shortest_chain = 5;

/// Follows single letters (of any script) that the same sign or white space parts, on one line.
class ChainFinder {
public:
    explicit ChainFinder(std::string_view text) : text_(text) {}

    std::vector<Span> run() {
        while (at_ < text_.size()) {
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
    void take_word() {
        const std::size_t begin = at_;
        const char32_t first = utf8::at(text_, at_).value;
        std::size_t characters = 0;
        while (at_ < text_.size()) {
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
            spaced_ = true;
        } else {
            ++signs_;
            sign_ = c.value;
            parts_ = record.is(trait::separator | trait::soft_separator);
        }
    }

    /// Is the gap just passed of the form that the chain has?
    bool goes_on() const {
        const char32_t form = signs_ == 0 ? U' ' : sign_;
        const bool fits = signs_ == 0 ? spaced_ : signs_ == 1 && parts_;
        return fits && (count_ == 1 || form == form_);
    }

    /// The last letter may begin a chain of another form; anything but one gap between letters ends it.
    void restart_from_last() {
        const Span last = last_;
        const char32_t letter = last_letter_;
        const bool fits = signs_ == 0 ? spaced_ : signs_ == 1 && parts_;
        const bool spaced = spaced_;
        const std::size_t signs = signs_;
        const char32_t sign = sign_;
        close();
        if (!fits) return;
        extend(last, letter);
        spaced_ = spaced;
        signs_ = signs;
        sign_ = sign;
    }

    void extend(Span letter, char32_t value) {
        if (count_ == 0) begin_ = letter.begin;
        if (count_ == 1) form_ = signs_ == 0 ? U' ' : sign_;
        alphabetical_ = count_ == 0 || (alphabetical_ && value == last_letter_ + 1);
        last_ = letter;
        last_letter_ = value;
        ++count_;
        spaced_ = parts_ = false;
        signs_ = 0;
    }

    /// A B C D E F is an index, no disguise.
    void close() {
        if (count_ >= shortest_chain && !alphabetical_) found_.push_back({begin_, last_.end});
        count_ = signs_ = 0;
        spaced_ = parts_ = false;
    }

    std::string_view text_;
    std::vector<Span> found_;
    std::size_t at_ = 0, begin_ = 0, count_ = 0, signs_ = 0;
    Span last_;
    char32_t last_letter_ = 0, sign_ = 0, form_ = 0;
    bool spaced_ = false, parts_ = false, alphabetical_ = false;
};

}  // namespace

std::vector<Span> spaced_out_letters(std::string_view text) { return ChainFinder(text).run(); }

}  // namespace spamlint
