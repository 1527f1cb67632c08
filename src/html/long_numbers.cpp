#include "html/long_numbers.h"

#include <algorithm>

#include "html/ascii.h"

namespace spamlint {
namespace {

constexpr std::size_t kSafeDigits = 7;  // 9,999,999 and 0xFFFFFFF: beyond Unicode, within 32 bits

bool is_long(std::string_view digits) {
    const std::size_t first = digits.find_first_not_of('0');
    return first != digits.npos && digits.size() - first > kSafeDigits;
}

}  // namespace

Span digits_at(std::string_view html, std::size_t at) {
    std::size_t begin = at + 2;
    const bool hex = begin < html.size() && ascii::lower(html[begin]) == 'x';
    if (hex) ++begin;
    std::size_t end = begin;
    while (end < html.size() && (hex ? ascii::hex(html[end]) >= 0 : ascii::is_digit(html[end]))) ++end;
    return {begin, end};
}

std::vector<Span> long_numbers(std::string_view html) {
    std::vector<Span> numbers;
    for (std::size_t at = html.find("&#"); at != html.npos; at = html.find("&#", at + 2)) {
        const Span digits = digits_at(html, at);
        if (is_long(html.substr(digits.begin, digits.size()))) numbers.push_back(digits);
    }
    return numbers;
}

std::string with_short_numbers(std::string_view html, const std::vector<Span>& numbers) {
    std::string copy(html);
    for (const Span digits : numbers) {
        const auto begin = copy.begin() + static_cast<std::ptrdiff_t>(digits.begin);
        const auto end = copy.begin() + static_cast<std::ptrdiff_t>(digits.end);
        std::fill(begin, end - kSafeDigits, '0');
        std::fill(end - kSafeDigits, end, '9');
    }
    return copy;
}

std::size_t long_number_end(std::string_view html, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && ascii::hex(html[begin - 1]) >= 0) --begin;
    if (begin > 0 && ascii::lower(html[begin - 1]) == 'x') --begin;
    if (begin < 2 || html.substr(begin - 2, 2) != "&#") return at;
    const Span digits = digits_at(html, begin - 2);
    return is_long(html.substr(digits.begin, digits.size())) ? std::max(at, digits.end) : at;
}

}  // namespace spamlint
