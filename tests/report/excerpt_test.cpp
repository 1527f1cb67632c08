#include "report/excerpt.h"

#include <doctest/doctest.h>

#include <chrono>

#include "report/display.h"

using namespace spamlint;

namespace {

Excerpt around(const std::string& line, const std::string& hit, std::size_t width = 80) {
    const std::size_t at = line.find(hit);
    REQUIRE(at != std::string::npos);
    return excerpt(line, {at, at + hit.size()}, width);
}

}  // namespace

TEST_CASE("carets stand below a word of one column a letter") {
    const Excerpt cut = around("Get it free now", "free");
    CHECK(cut.line() == "Get it free now");
    CHECK(cut.carets() == "       ^^^^");
}

TEST_CASE("carets count two columns for Chinese, Japanese, Korean and full-width letters") {
    CHECK(around("亲爱的用户，免费领取", "免费").carets() == "            ^^^^");
    CHECK(around("ＦＲＥＥ gift", "gift").carets() == "         ^^^^");
    CHECK(around("무료 gift", "gift").carets() == "     ^^^^");
    CHECK(around("ａb", "b").carets() == "  ^");
}

TEST_CASE("a tab goes to the next multiple of four columns, before and inside the hit") {
    CHECK(around("a\tfree", "free").line() == "a   free");
    CHECK(around("a\tfree", "free").carets() == "    ^^^^");
    CHECK(around("a\tfree", "a\tf").carets() == "^^^^^");
    CHECK(around("\t\tfree", "free").carets() == "        ^^^^");
}

TEST_CASE("combining marks take no column") {
    CHECK(around("cafe\u0301 free", "free").carets() == "     ^^^^");
    CHECK(excerpt("e\u0301x", {1, 3}, 80).caret_width == 1);
}

TEST_CASE("emoji take two columns, and a sequence those of its first") {
    CHECK(around("🎁free", "free").carets() == "  ^^^^");
    CHECK(around("👍🏽free", "free").carets() == "  ^^^^");
    CHECK(around("❤️free", "free").carets() == "  ^^^^");
    CHECK(around("👩\u200D👩\u200D👧free", "free").carets() == "  ^^^^");
    CHECK(around("🇨🇳free", "free").carets() == "  ^^^^");
}

TEST_CASE("invisible characters are shown by number, so that the author sees them") {
    const Excerpt cut = around("免\u200B费", "免\u200B费");
    CHECK(cut.line() == "免<U+200B>费");
    CHECK(cut.caret_width == 12);
    CHECK(displayed("a\u00ADb\u202Ec\uFEFF") == "a<U+00AD>b<U+202E>c<U+FEFF>");
    CHECK(displayed("a\u200Db") == "a<U+200D>b");
}

TEST_CASE("control characters and ill-formed bytes are shown as harmless signs") {
    CHECK(displayed("\x1B[31m") == "␛[31m");
    CHECK(displayed(std::string_view("a\0b", 3)) == "a␀b");
    CHECK(displayed("\x7F") == "␡");
    CHECK(displayed("\xC2\x9B"
                    "31m") == "<U+009B>31m");
    CHECK(displayed("\xC3\xE2x") == "\uFFFD\uFFFDx");
}

TEST_CASE("a long line is cut around the hit and stays within the width") {
    const std::string line = std::string(5000, 'a') + "免费" + std::string(5000, 'b');
    const Excerpt cut = around(line, "免费", 60);
    CHECK(display_width(cut.line()) <= 60);
    CHECK(cut.before.starts_with("…"));
    CHECK(cut.after.ends_with("…"));
    CHECK(cut.hit == "免费");
    CHECK(display_width(cut.before) == cut.caret_column);
}

TEST_CASE("a hit at either end of a long line is shown whole") {
    const std::string line = "free " + std::string(500, 'x') + " gift";
    CHECK(around(line, "free", 40).carets() == "^^^^");
    const Excerpt end = around(line, "gift", 40);
    CHECK(end.hit == "gift");
    CHECK(end.after.empty());
    CHECK(display_width(end.line()) <= 40);
}

TEST_CASE("a hit longer than the width is cut itself") {
    const std::string line(1000, 'x');
    const Excerpt cut = excerpt(line, {100, 900}, 40);
    CHECK(display_width(cut.line()) <= 40);
    CHECK(cut.caret_width > 10);
    CHECK(cut.caret_column + cut.caret_width <= 40);
}

TEST_CASE("the cut never splits a character") {
    std::string line;
    for (int i = 0; i < 2000; ++i) line += "汉";
    for (std::size_t at = 0; at < line.size(); at += 300) {
        CHECK(excerpt(line, {at, at + 3}, 50).line().find("\uFFFD") == std::string::npos);
    }
}

TEST_CASE("odd spans give an excerpt all the same") {
    CHECK(excerpt("", {0, 0}, 40).carets() == "^");
    CHECK(excerpt("abc", {3, 3}, 40).carets() == "   ^");
    CHECK(excerpt("abc", {7, 9}, 40).line() == "abc");
    CHECK(excerpt("\u0301", {0, 2}, 40).caret_width == 1);
}

TEST_CASE("an excerpt of a very long line costs no more than one of a short line") {
    const std::string line(20'000'000, 'x');
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 200; ++i) excerpt(line, {10'000'000, 10'000'004}, 80);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

TEST_CASE("shortened keeps the width and says that it cut") {
    CHECK(shortened("免费领取", 8) == "免费领取");
    CHECK(shortened("免费领取大奖", 8) == "免费领…");
    CHECK(shortened(std::string(10000, 'x'), 5) == "xxxx…");
    CHECK(shortened("", 5).empty());
}

TEST_CASE("points that take nothing show no minus") {
    CHECK(minus(0) == "0.0");
    CHECK(minus(0.04) == "0.0");
    CHECK(minus(0.6) == "-0.6");
}
