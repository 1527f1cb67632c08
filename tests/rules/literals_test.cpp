#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <random>
#include <set>

#include "rules/literal_index.h"
#include "rules/regex.h"
#include "rules/required_literals.h"

using namespace spamlint;
using Texts = std::vector<std::string>;
using Needs = std::vector<Texts>;

TEST_CASE("a pattern needs one of each of its sets of literals") {
    CHECK(required_literals("(?:赢|贏).{0,4}(?:大奖|手机)", false) == Needs{{"大奖", "手机"}, {"贏", "赢"}});
    CHECK(required_literals("1[3-9][0-9]{9}", false) == Needs{{"13", "14", "15", "16", "17", "18", "19"}});
    CHECK(required_literals("alpha|[^0-9]+", false).empty());
    CHECK(required_literals("[!！]{2,}", false) == Needs{{"!", "！"}});
    CHECK(required_literals("(?:claim|collect) your (?:prize|gift)", false) ==
          Needs{{"claim your gift", "claim your prize", "collect your gift", "collect your prize"}});
    CHECK(required_literals("(?:win|gain).{0,9}a{3,}.{0,9}(?:certificate|reward)", false) ==
          Needs{{"certificate", "reward"}, {"gain", "win"}, {"aa"}});
}

TEST_CASE("words that nearly every text has are no need beside others") {
    CHECK(required_literals("(?:prize|gift) .{0,9}(?:your|the) ", false) == Needs{{"gift ", "prize "}});
    CHECK(required_literals("(?:your|the) [0-9]", false) == Needs{{"the ", "your "}});
}

TEST_CASE("what is done is passed over, whatever other ids its literal has") {
    LiteralIndex index;
    for (const std::uint32_t id : {1U, 2U, 3U}) index.add("free", id);
    index.add("x", 4);
    index.build();
    std::vector<std::uint32_t> found;
    const auto note = [&](std::uint32_t id, std::size_t) { found.push_back(id); };
    index.scan("free x free x", note, [](std::uint32_t id) { return id == 2 || id == 4; });
    CHECK(found == std::vector<std::uint32_t>{1, 3, 1, 3});
}

TEST_CASE("what exact-case patterns need is looked for in the text with its ASCII letters lowered") {
    CHECK(required_literals("FREE", true) == Needs{{"free"}});
    CHECK(required_literals("免费", true) == Needs{{"免费"}});
    CHECK(required_literals("###", true) == Needs{{"###"}});
    CHECK(required_literals("ФФФ", true).empty());
    CHECK(required_literals("(?i)kiosk", true).empty());
}

TEST_CASE("the index finds what a plain search finds") {
    std::mt19937 random(7);
    const auto word = [&](std::size_t most) {
        static const Texts letters = {"a", "b", "c", "免", "费", " "};
        std::string text;
        const std::size_t size = 1 + random() % most;
        for (std::size_t i = 0; i < size; ++i) text += letters[random() % letters.size()];
        return text;
    };
    for (int round = 0; round < 50; ++round) {
        Texts literals;
        LiteralIndex index;
        while (literals.size() < 60) {
            const std::string literal = word(6);
            index.add(literal, static_cast<std::uint32_t>(literals.size()));
            literals.push_back(literal);
        }
        index.build();
        const std::string text = word(300);
        std::set<std::pair<std::uint32_t, std::size_t>> found, expected;
        index.scan(text, [&](std::uint32_t id, std::size_t begin) { found.insert({id, begin}); });
        for (std::uint32_t id = 0; id < literals.size(); ++id)
            for (std::size_t at = text.find(literals[id]); at != std::string::npos;
                 at = text.find(literals[id], at + 1))
                expected.insert({id, at});
        CHECK(found == expected);
    }
}

TEST_CASE("an index without literals, and texts shorter than a gram, find nothing") {
    LiteralIndex index;
    index.build();
    int hits = 0;
    index.scan("text", [&](std::uint32_t, std::size_t) { ++hits; });
    LiteralIndex some;
    some.add("abcd", 1);
    some.add("xy", 2);
    some.build();
    for (const char* text : {"", "a", "x", "abc"}) some.scan(text, [&](std::uint32_t, std::size_t) { ++hits; });
    CHECK(hits == 0);
    some.scan("abcdxy", [&](std::uint32_t, std::size_t) { ++hits; });
    CHECK(hits == 2);
}

TEST_CASE("a pattern's matches do not overlap, end at the bound, and are never empty") {
    const LazyRegex regex("a+", false);
    CHECK(regex.matches("aab a", {{0, 5}}, 10) == std::vector<Span>{{0, 2}, {4, 5}});
    CHECK(regex.matches("a a a a", {{0, 7}}, 2).size() == 2);
    CHECK(LazyRegex("a*", false).matches("baab", {{0, 4}}, 10) == std::vector<Span>{{1, 3}});
    CHECK(regex.matches("aaa aaa aaa", {{1, 2}, {4, 9}}, 10) == std::vector<Span>{{1, 2}, {4, 7}, {8, 9}});
    CHECK(LazyRegex("^a|\\ba$", false).matches("aaa aaa", {{1, 2}, {3, 6}}, 10).empty());
    CHECK(LazyRegex("ABC", true).found_in("xabcx"));
    CHECK_FALSE(LazyRegex("ABC", false).found_in("xabcx"));
}

TEST_CASE("a pattern with a long repeat matches wherever it would without trying begins one by one") {
    const LazyRegex regex("x[^.]{0,12}y", false);
    const auto find = [&](const std::string& text) { return regex.matches(text, {{0, text.size()}}, 100); };
    const std::string far = "x" + std::string(13, '-') + "y. ", near = "x-y";
    for (const std::size_t fail : {0, 1, 7, 8, 9, 20}) {
        std::string text;
        for (std::size_t i = 0; i < fail; ++i) text += far;
        const std::size_t at = text.size();
        CHECK(find(text).empty());
        CHECK(find(text + near) == std::vector<Span>{{at, at + 3}});
        CHECK(find(text + near + "." + text + near).size() == 2);
    }
    std::string many;
    for (int i = 0; i < 40; ++i) many += far + near + ".";
    CHECK(find(many).size() == 40);
    CHECK(LazyRegex("(?:\\b|x{0,12})y", false).matches("y xxy", {{0, 5}}, 10) == std::vector<Span>{{0, 1}, {2, 5}});
}

TEST_CASE("linear time does not hang on how often a pattern begins and does not end") {
    std::string text;
    const LazyRegex regex("x[^.]{0,12}y", false);
    while (text.size() < 4'000'000) text += "x" + std::string(40, '-') + " x-y ";
    const auto begin = std::clock();
    CHECK(regex.matches(text, {{0, text.size()}}, 100).size() == 100);
    CHECK(static_cast<double>(std::clock() - begin) < 1.0 * CLOCKS_PER_SEC);
}

TEST_CASE("a pattern finds the same in ASCII and beside letters beyond it") {
    const std::vector<std::string> patterns = {
        "é?x",   "[^€]{2}",         "[a-é]+",       "[一-鿿]|x", "\\x{4E00}?x", "[\\x{100}-\\x{200}]*x",
        "\\\\x", "\\p{Han}?x|\\pL", "[^.!?]{0,3}x", "(?i)K.",      "[\\]一]x?|y"};
    for (const std::string& pattern : patterns) {
        for (const std::string text : {"x", "axx. yx", "k] \\x zz"}) {
            const LazyRegex regex(pattern, false);
            CAPTURE(pattern);
            // The same text with a letter far behind it, out of the windows.
            CHECK(regex.matches(text, {{0, text.size()}}, 9) == regex.matches(text + "      é", {{0, text.size()}}, 9));
        }
    }
}
