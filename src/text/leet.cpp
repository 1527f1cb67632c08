#include "text/leet.h"

#include <algorithm>
#include <cstdint>

#include "span/utf8.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/word_run.h"

namespace spamlint {
namespace {

/// No word of a list is longer, nor is a longer token one word.
constexpr std::size_t longest_token = 40;

bool belongs(CodePoint c) {
    if (c.value < 0x80) {
        return is_word_byte(static_cast<unsigned char>(c.value)) || is_leet_sign(static_cast<char>(c.value));
    }
    return c.value == U'€' || is_word_character(character(c.value));
}

bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}
bool is_sign(char32_t c) {
    return !is_digit(c) && leet_letter(c) != 0;
}

/// Where the stretch around `at` that belongs together begins; not looked for farther than a byte too far.
std::size_t token_begin(std::string_view plain, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && at - begin <= longest_token) {
        const CodePoint c = utf8::before(plain, begin);
        if (!belongs(c)) break;
        begin -= c.size;
    }
    return begin;
}

/// Where it ends; not looked for beyond `last`.
std::size_t token_end(std::string_view plain, std::size_t at, std::size_t last) {
    while (at < plain.size() && at <= last) {
        const CodePoint c = utf8::at(plain, at);
        if (!belongs(c)) break;
        at += c.size;
    }
    return at;
}

/// Exclamation marks and bars at the edges are punctuation, as are two or more signs in front ($$$free).
Span trimmed(std::string_view plain, Span token) {
    const auto is_edge = [plain](std::size_t i) { return plain[i] == '!' || plain[i] == '|'; };
    while (!token.empty() && is_edge(token.end - 1)) --token.end;
    std::size_t begin = token.begin;
    while (begin < token.end && is_leet_sign(plain[begin])) ++begin;
    if (begin - token.begin > 1 || (begin > token.begin && is_edge(token.begin))) token.begin = begin;
    return token;
}

struct Shape {
    std::size_t letters = 0, leets = 0;
    std::size_t letters_in_front = 0;  // before the first that stands for a letter
    std::size_t longest_digit_run = 0;
    bool inner = false;          // a letter stands for itself on both sides
    bool strange_digit = false;  // 2, 6 or 9
    bool ends_with_33 = false;
    bool only_close = true;  // nothing but 0 1 and signs: the closest resemblances
    char32_t first = 0, last = 0;
};

Shape shape_of(std::string_view plain, Span token) {
    Shape shape;
    bool after_letter = false, open = false;
    std::size_t digit_run = 0;
    for (std::size_t i = token.begin; i < token.end;) {
        const CodePoint c = utf8::at(plain, i);
        const bool digit = is_digit(c.value);
        if (shape.first == 0) shape.first = c.value;
        shape.ends_with_33 = digit_run == 1 && c.value == '3' && shape.last == '3';
        shape.last = c.value;
        digit_run = digit ? digit_run + 1 : 0;
        shape.longest_digit_run = std::max(shape.longest_digit_run, digit_run);
        if (leet_letter(c.value) != 0) {
            if (shape.leets++ == 0) shape.letters_in_front = shape.letters;
            shape.only_close = shape.only_close && (!digit || c.value <= '1');
            open = open || after_letter;
            after_letter = false;
        } else if (digit) {
            shape.strange_digit = true;
        } else {
            ++shape.letters;
            shape.inner = shape.inner || open;
            open = false;
            after_letter = true;
        }
        i += c.size;
    }
    return shape;
}

/// A leading one of @ $ 0 1 with letters behind, or at the end a $ after three letters, or 0, 1 or 33 (emai1,
/// fr33; other digits there are mostly numbers: card5, web3).
bool leads_or_trails(const Shape& shape) {
    const bool close_end = shape.last == '0' || shape.last == '1' || shape.ends_with_33;
    if (close_end && shape.letters >= 2 && shape.letters + shape.leets >= 4) return true;
    const bool leads = shape.letters_in_front == 0 && leet_letter(shape.first) != 0 &&
                       (is_sign(shape.first) || shape.first == '0' || shape.first == '1');
    return (leads && shape.letters >= 3 && shape.leets == 1) || (shape.last == '$' && shape.letters >= 3);
}

bool is_word_shape(const Shape& shape) {
    if (shape.strange_digit || shape.leets == 0 || shape.longest_digit_run > 2) return false;
    if (shape.letters < 2 || shape.letters < shape.leets) return false;
    if (shape.letters + shape.leets == 3 && !shape.only_close) return false;
    return shape.inner || leads_or_trails(shape);
}

}  // namespace

char leet_letter(char32_t c) {
    switch (c) {
        case U'0':
            return 'o';
        case U'1':
            return 'l';
        case U'3':
            return 'e';
        case U'4':
            return 'a';
        case U'5':
            return 's';
        case U'7':
            return 't';
        case U'8':
            return 'b';
        case U'@':
            return 'a';
        case U'$':
            return 's';
        case U'!':
            return 'i';
        case U'|':
            return 'l';
        case U'€':
            return 'e';
        default:
            return 0;
    }
}

void Leet::token(std::size_t at, AddressLike& addresses, Joins& joins) {
    if (at < done_) return;
    const std::size_t begin = token_begin(plain_, at);
    if (at - begin > longest_token) {  // and so will the rest of it be
        done_ = token_end(plain_, at, plain_.size());
        return;
    }
    const Span whole{begin, token_end(plain_, at, at + longest_token)};
    if (whole.empty() || whole.end - at > longest_token) return;
    done_ = whole.end;
    const Span token = trimmed(plain_, whole);
    if (token.empty() || !is_word_shape(shape_of(plain_, token)) || addresses.holds(token.begin)) return;
    for (std::size_t i = token.begin; i < token.end;) {
        const CodePoint c = utf8::at(plain_, i);
        if (const char letter = leet_letter(c.value)) {
            const bool either = letter == 'l' || letter == 'i';
            joins.push_back(
                {static_cast<std::uint32_t>(i), c.size, letter, either, static_cast<std::uint8_t>(Fold::look_alike)});
        }
        i += c.size;
    }
}

}  // namespace spamlint
