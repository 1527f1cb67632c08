// What costs more than its length lets a small mail stop a mail server. Time is taken of this thread alone, so that a
// busy machine changes little; four times the input may cost twelve times as much, memory that is touched for the first
// time included, where a square would cost sixteen.
#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.h"

using namespace spamlint;

namespace {

struct Shape {
    std::string_view name, before, unit;
};

constexpr std::string_view kText = "Subject: Minutes\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n";
constexpr std::string_view kHtml = "Subject: Minutes\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html>";
constexpr std::string_view kBase64 =
    "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\nMIME-Version: 1.0\n\n";
constexpr std::string_view kParts = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";

const std::vector<Shape> kShapes = {
    {"words", kText, "Dear friend, claim your free prize now. "},
    {"words without end", kText, "free"},
    {"lines", kText, "\n"},
    {"carriage returns", kText, "\r"},
    {"spaced letters", kText, "f r e e "},
    {"Chinese", kText, "免费领取"},
    {"parted Chinese", kText, "免-费 "},
    {"zero-width characters", kText, "f\u200Br"},
    {"combining marks", kText, "\u0336"},
    {"addresses", kText, "https://oakfield-library.org/a "},
    {"an address without end", kText, "http://a."},
    {"mail addresses", kText, "anna@oakfield-library.org "},
    {"bytes that are no UTF-8", kText, "\xE5\xFF"},
    {"placeholders", kText, "{{ a }} ${b} %%c%% "},
    {"placeholders that do not close", kText, "{{{%[[$("},
    {"base64", kBase64, "5YWN6LS5\n"},
    {"nested div", kHtml, "<div>"},
    {"nested tables", kHtml, "<table><tr><td>"},
    {"formatting", kHtml, "<font><b><p>"},
    {"links", kHtml, "<a href=\"https://oakfield-library.org/a\">a</a> "},
    {"attributes", "Content-Type: text/html\n\n<p ", "a=b "},
    {"less-than signs", kHtml, "<"},
    {"entities", kHtml, "&amp;&#102;&nosuch"},
    {"comments", kHtml, "<!-- x -->a"},
    {"style rules", "Content-Type: text/html\n\n<style>", ".a .b p{color:red}"},
    {"delimiters", kParts, "--b\n\n"},
    {"header fields", "", "Received: from a by b\n"},
    {"a header line", "X-Long: ", "a, "},
    {"encoded-words", "Subject: ", "=?utf-8?B?5YWN?= "},
    {"mailboxes", "To: ", "\"Anna\" <a@oakfield-library.org>, "},
    {"comments in a field", "From: ", "(("},
    {"parameters", "Content-Type: text/plain; ", "a*0*=utf-8''a; "},
};

std::string repeated(const Shape& shape, std::size_t size) {
    std::string file(shape.before);
    while (file.size() < size) file += shape.unit;
    return file;
}

double seconds() {
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double cost(const RuleSet& rules, const std::string& file) {
    double least = 1e9;
    for (int round = 0; round < 3; ++round) {
        const double begin = seconds();
        lint(rules, file, parse_message(file, {0, file.size()}), {});
        least = std::min(least, seconds() - begin);
    }
    return least;
}

}  // namespace

TEST_CASE("four times the mail costs four times as much") {
    const RuleSet rules = default_rules();
    constexpr std::size_t size = 24 * 1024;
    constexpr double least_measured = 0.005;  // seconds; below that the clock says little
    for (const Shape& shape : kShapes) {
        const std::string small = repeated(shape, size), large = repeated(shape, 4 * size);
        cost(rules, small);  // patterns compile when first needed
        const double once = std::max(cost(rules, small), least_measured);
        const double four_times = cost(rules, large);
        CHECK_MESSAGE(four_times < 12 * once, shape.name << ": " << once << " s, then " << four_times << " s");
    }
}
