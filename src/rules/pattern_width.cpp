#include "rules/pattern_width.h"

#include <algorithm>
#include <charconv>
#include <optional>

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

    /// {n}, {n,} or {n,m}; any other brace is a character.
    bool take_repeat(std::optional<std::size_t>& once) {
        if (rest_.empty() || rest_.front() != '{') return false;
        const std::size_t end = rest_.find('}');
        if (end == std::string_view::npos) return false;
        const std::string_view inside = rest_.substr(1, end - 1);
        const std::size_t comma = inside.find(',');
        const bool has_most = comma != std::string_view::npos && comma + 1 < inside.size();
        const auto least = number(inside.substr(0, comma));
        const auto count = has_most ? number(inside.substr(comma + 1)) : least;
        if (!least || !count) return false;
        rest_.remove_prefix(end + 1);
        const bool bounded = has_most || comma == std::string_view::npos;
        once = once && (bounded || *once == 0) ? std::optional(*once * *count) : std::nullopt;
        return true;
    }

    static std::optional<std::size_t> number(std::string_view digits) {
        std::size_t value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
        return value;
    }

    std::optional<std::size_t> atom() {
        if (take('(')) return group();
        if (take('[')) return char_class();
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
        take('^');
        for (bool first = true; !rest_.empty(); first = false) {
            if (!first && take(']')) return 1;
            if (rest_.starts_with("[:")) {
                rest_.remove_prefix(std::min(rest_.find(":]"), rest_.size() - 2) + 2);
            } else if (take('\\')) {
                if (!escape()) return std::nullopt;
            } else {
                skip_character();
            }
        }
        return std::nullopt;
    }

    /// What follows a backslash.
    std::optional<std::size_t> escape() {
        if (rest_.empty()) return std::nullopt;
        const char letter = rest_.front();
        skip_character();
        if (std::string_view("bBAz").find(letter) != std::string_view::npos) return 0;
        if (std::string_view("pPx").find(letter) != std::string_view::npos) return named_character(letter == 'x' ? 2 : 1);
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
