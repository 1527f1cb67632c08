#include <algorithm>

#include "span/ascii.h"
#include "span/byte_set.h"
#include "text/look_alike_signs.h"

namespace spamlint {
namespace {

constexpr std::size_t longest_number = 40;
constexpr std::size_t least_phone_groups = 3, least_phone_signs = 7, least_phone_digits = 3;

constexpr ByteSet letters_for_digits("OlI");

bool is_letter_for_digit(char c) {
    return letters_for_digits.has(c);
}
/// S and B stand for 5 and 8, but betray nothing by themselves.
bool stands_in_number(char c) {
    return ascii::is_digit(c) || is_letter_for_digit(c) || c == 'S' || c == 'B';
}
bool parts_groups(char c) {
    return c == '-' || c == '.' || c == ',' || c == '/';
}
bool is_number_byte(char c) {
    return stands_in_number(c) || parts_groups(c) || c == '(' || c == ')' || c == '+';
}
/// Anything else beside a number makes it a part of a name, an address or a code.
bool ends_number(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '"' || c == ';' || c == ':' || c == '!' || c == '?' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// What a token between spaces is made of, its money or percent sign apart.
struct Number {
    std::string_view text;
    std::size_t groups = 0, signs = 0, digits = 0, letters = 0;
    bool money = false, percent = false;
    bool flanked = false;  // digits on both sides of a letter: 8O8
    bool zeros = false;    // OO behind a digit: 1-8OO, 5,OOO
    bool mixed = false;    // a group with letters and digits; I-95/I-80 has none
};

bool follows_digit(std::string_view text, std::size_t at) {
    if (at > 0 && parts_groups(text[at - 1])) --at;
    return at > 0 && ascii::is_digit(text[at - 1]);
}

Number read_number(std::string_view text) {
    Number number;
    number.text = text;
    std::size_t letters_from = text.size();  // where the letters begin that stand right behind a digit
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool in_number = stands_in_number(c), in_group = in_number && i > 0 && stands_in_number(text[i - 1]);
        number.groups += in_number && !in_group;
        number.signs += in_number;
        number.letters += is_letter_for_digit(c);
        number.mixed = number.mixed || (in_group && is_letter_for_digit(c) != is_letter_for_digit(text[i - 1]));
        if (ascii::is_digit(c)) {
            ++number.digits;
            number.flanked = number.flanked || letters_from < i;
            letters_from = text.size();
        } else if (is_letter_for_digit(c)) {
            if (in_group && ascii::is_digit(text[i - 1])) letters_from = i;
        } else if (!in_number) {
            letters_from = text.size();
        }
        if (c == 'O' && i + 1 < text.size() && text[i + 1] == 'O')
            number.zeros = number.zeros || follows_digit(text, i);
    }
    return number;
}

bool is_disguised(const Number& number) {
    if (number.letters == 0 || number.digits == 0) return false;
    if (number.flanked || number.zeros || number.percent) return true;
    // $10l may be litres; $5O and $l,500 are none.
    if (number.money) return number.text.find('O') != number.text.npos || is_letter_for_digit(number.text.front());
    return number.mixed && number.groups >= least_phone_groups && number.signs >= least_phone_signs &&
           number.digits >= least_phone_digits;
}

bool ends_with_money(std::string_view text) {
    return text.ends_with('$') || text.ends_with("€") || text.ends_with("£") || text.ends_with("¥") ||
           text.ends_with("￥");
}

/// The token around `at`; empty when it is too long, or part of something else.
Span token_around(std::string_view text, std::size_t at) {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && at - begin <= longest_number && is_number_byte(text[begin - 1])) --begin;
    while (end < text.size() && end - at <= longest_number && is_number_byte(text[end])) ++end;
    if (end - begin > longest_number) return {};
    const bool percent = end < text.size() && text[end] == '%';
    const std::size_t behind = end + (percent ? 1 : 0);
    if (behind < text.size() && !ends_number(text[behind])) return {};
    if (begin > 0 && text[begin - 1] != '$' && !ends_number(text[begin - 1])) return {};
    while (end > begin && !stands_in_number(text[end - 1])) --end;
    while (begin < end && !stands_in_number(text[begin])) ++begin;
    return {begin, end};
}

bool is_lettered(std::string_view text, Span token) {
    Number number = read_number(text.substr(token.begin, token.size()));
    std::string_view before = text.substr(0, token.begin);
    if (before.ends_with(' ')) before.remove_suffix(1);
    number.money = ends_with_money(before);
    number.percent = token.end < text.size() && text[token.end] == '%';
    return is_disguised(number);
}

}  // namespace

std::vector<Span> lettered_numbers(std::string_view text, std::size_t most) {
    std::vector<Span> found;
    for (std::size_t at = letters_for_digits.find(text, 1); at < text.size() && found.size() < most;
         at = letters_for_digits.find(text, at + 1)) {
        if (!ascii::is_digit(text[at - 1]) && (at + 1 == text.size() || !ascii::is_digit(text[at + 1])) &&
            !follows_digit(text, at))
            continue;
        const Span token = token_around(text, at);
        if (token.empty() || !is_lettered(text, token)) continue;
        found.push_back(token);
        at = token.end;
    }
    return found;
}

}  // namespace spamlint
