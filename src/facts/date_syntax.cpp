#include "facts/date_syntax.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

#include "facts/code_points.h"

namespace spamlint {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
// RFC 5322 4.3; single letters are military zones, all but J.
constexpr std::array<std::string_view, 10> zones = {"ut",  "gmt", "est", "edt", "cst",
                                                    "cdt", "mst", "mdt", "pst", "pdt"};

template <std::size_t N>
int position(const std::array<std::string_view, N>& names, std::string_view word) {
    const auto found = std::ranges::find(names, ascii::lowered(word));
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

/// Reads a date from left to right; each function skips comments and white space first.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::string_view word() {
        skip();
        return take([](char c) { return ascii::is_alpha(c); });
    }
    /// A number of min to max digits, else -1.
    int digits(std::size_t min, std::size_t max) {
        skip();
        const std::string_view found = take([](char c) { return ascii::is_digit(c); });
        if (found.size() < min || found.size() > max) return -1;
        int value = 0;
        for (char c : found) value = value * 10 + (c - '0');
        return value;
    }
    bool sign(char c) {
        skip();
        if (text_.empty() || text_[0] != c) return false;
        text_.remove_prefix(1);
        return true;
    }
    bool at_end() {
        skip();
        return text_.empty();
    }

private:
    template <typename Test>
    std::string_view take(Test test) {
        const auto end = std::find_if_not(text_.begin(), text_.end(), test);
        const std::string_view found = text_.substr(0, static_cast<std::size_t>(end - text_.begin()));
        text_.remove_prefix(found.size());
        return found;
    }
    void skip() {
        int comment = 0;
        while (!text_.empty() && (comment > 0 || text_[0] == '(' || static_cast<unsigned char>(text_[0]) <= ' ')) {
            if (text_[0] == '\\' && text_.size() > 1)
                text_.remove_prefix(1);
            else if (text_[0] == '(')
                ++comment;
            else if (text_[0] == ')')
                --comment;
            text_.remove_prefix(1);
        }
    }

    std::string_view text_;
};

bool read_time(Scanner& scanner) {
    const int hour = scanner.digits(2, 2);
    if (!scanner.sign(':')) return false;
    const int minute = scanner.digits(2, 2);
    const int second = scanner.sign(':') ? scanner.digits(2, 2) : 0;
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;  // 60: a leap second
}

bool read_zone(Scanner& scanner) {
    if (scanner.sign('+') || scanner.sign('-')) {
        const int zone = scanner.digits(4, 4);
        return zone >= 0 && zone % 100 < 60;
    }
    const std::string_view word = scanner.word();
    return position(zones, word) >= 0 || (word.size() == 1 && ascii::lower(word[0]) != 'j');
}

}  // namespace

DateSyntax check_date(std::string_view value) {
    DateSyntax result;
    Scanner scanner(value);
    const std::string_view weekday = scanner.word();
    if (!weekday.empty() && (position(weekdays, weekday) < 0 || !scanner.sign(','))) return result;
    const int day = scanner.digits(1, 2);
    const int month = position(months, scanner.word());
    const int year = scanner.digits(4, 5);
    if (day < 0 || month < 0 || year < 1900) return result;
    const std::chrono::year_month_day date(std::chrono::year(std::min(year, 32000)),
                                           std::chrono::month(static_cast<unsigned>(month + 1)),
                                           std::chrono::day(static_cast<unsigned>(day)));
    if (!date.ok()) return result;
    if (!weekday.empty())
        result.weekday_right = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding() ==
                               static_cast<unsigned>(position(weekdays, weekday));
    result.valid = read_time(scanner) && read_zone(scanner) && scanner.at_end();
    return result;
}

bool is_message_id(std::string_view value) {
    value = trimmed(value);
    if (value.size() < 5 || value.front() != '<' || value.back() != '>') return false;
    value = value.substr(1, value.size() - 2);
    const auto printable = [](char c) { return c > ' ' && c < 0x7F && c != '<' && c != '>'; };
    if (!std::all_of(value.begin(), value.end(), printable)) return false;
    const auto at = value.rfind('@');
    const bool quoted = !value.empty() && value.front() == '"';
    return at != std::string_view::npos && at > 0 && at + 1 < value.size() && (quoted || value.find('@') == at);
}

}  // namespace spamlint
