#include "rules/pattern_width.h"

#include <algorithm>
#include <optional>

#include "rules/pattern_forms.h"
#include "span/ascii.h"
#include "span/utf8.h"

namespace spamlint {
namespace {

/// Reads a pattern that RE2 has accepted. What it does not know has no width, and then neither has the whole.
class WidthReader {
public:
    explicit WidthReader(std::string_view pattern) : rest_(pattern) {}

    std::optional<std::size_t> alternatives() {
        std::optional<std::size_t> widest = 0;
        do {
            const auto one = sequence();
            widest = widest && one ? std::optional(std::max(*widest, *one)) : std::nullopt;
        } while (take('|'));
        return widest;
    }

private:
    std::optional<std::size_t> sequence() {
        std::optional<std::size_t> sum = 0;
        while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
            const auto one = repeated(atom());
            sum = sum && one ? std::optional(*sum + *one) : std::nullopt;
        }
        return sum;
    }

    std::optional<std::size_t> repeated(std::optional<std::size_t> once) {
        while (!rest_.empty()) {
            if (take('*') || take('+')) {
                if (once != 0U) once = std::nullopt;
            } else if (!take('?') && !take_repeat(once)) {
                break;
            }
        }
        return once;
    }

    bool take_repeat(std::optional<std::size_t>& once) {
        const Repeat repeat = repeat_at(rest_);
        if (repeat.size == 0) return false;
        rest_.remove_prefix(repeat.size);
        once = once && (repeat.bounded || *once == 0) ? std::optional(*once * repeat.most) : std::nullopt;
        return true;
    }

    std::optional<std::size_t> atom() {
        if (take('(')) return group();
        if (rest_.starts_with('[')) return char_class();
        if (take('\\')) return escape();
        if (take('^') || take('$')) return 0;
        skip_character();
        return 1;
    }

    std::optional<std::size_t> group() {
        if (take('?')) {
            if (take('P')) return std::nullopt;
            while (!rest_.empty() && (ascii::is_alpha(rest_.front()) || rest_.front() == '-')) rest_.remove_prefix(1);
            if (take(')')) return 0;  // flags for what follows
            take(':');
        }
        const auto width = alternatives();
        take(')');
        return width;
    }

    std::optional<std::size_t> char_class() {
        rest_.remove_prefix(class_size(rest_));
        return 1;
    }

    /// What follows a backslash.
    std::optional<std::size_t> escape() {
        if (rest_.empty()) return std::nullopt;
        const char letter = rest_.front();
        skip_character();
        if (std::string_view("bBAz").find(letter) != std::string_view::npos) return 0;
        if (std::string_view("pPx").find(letter) != std::string_view::npos)
            return named_character(letter == 'x' ? 2 : 1);
        if (std::string_view("dwsDWSntrfva").find(letter) != std::string_view::npos) return 1;
        return ascii::is_alnum(letter) ? std::nullopt : std::optional<std::size_t>(1);
    }

    /// \x{A0}, \xA0, \p{Han} or \pN: in braces, or of so many characters.
    std::optional<std::size_t> named_character(std::size_t size) {
        if (take('{')) size = rest_.find('}') + 1;
        if (size == 0 || size > rest_.size()) return std::nullopt;
        rest_.remove_prefix(size);
        return 1;
    }

    bool take(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void skip_character() {
        rest_.remove_prefix(1);
        while (!rest_.empty() && utf8::continues(static_cast<unsigned char>(rest_.front()))) rest_.remove_prefix(1);
    }

    std::string_view rest_;
};

}  // namespace

std::size_t longest_match(std::string_view pattern) {
    return WidthReader(pattern).alternatives().value_or(0);
}

}  // namespace spamlint
