#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <random>

#include "search.h"
#include "text/words.h"

using namespace spamlint;

namespace {

std::string repeated(std::string_view piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    return text;
}

/// Everything this folder can do with a text, and origins at a few places.
void do_all(std::string_view text) {
    const FoldedText folded(text);
    for (std::size_t i = 0; i <= 8; ++i) {
        const std::size_t plain = folded.plain().size() * i / 8, joined = folded.joined().size() * i / 8;
        CHECK(folded.origin_of_plain({plain, plain + 3}).span.end <= text.size());
        CHECK(folded.origin_of_joined({joined, joined + 3}).span.end <= text.size());
        stands_alone(folded.plain(), {plain, plain + 3});
    }
    CHECK(count(text).characters <= text.size());
    content_words(text);
    guess_language(text);
    mixed_script_words(text);
    spaced_out_letters(text);
}

/// Of processor time, so that a busy machine fails no test.
double seconds(const std::function<void()>& work) {
    const std::clock_t begin = std::clock();
    work();
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("an ill-formed byte reads as one replacement character and spans stay in the text") {
    CHECK(FoldedText("a\xFF\xFE"
                     "b")
              .plain() == "a\uFFFD\uFFFDb");
    CHECK(FoldedText("\xE5\x85").plain() == "\uFFFD\uFFFD");
    CHECK(FoldedText("\xED\xA0\x80").plain() == "\uFFFD\uFFFD\uFFFD");
    CHECK(FoldedText("\xC0\x80").plain() == "\uFFFD\uFFFD");
    CHECK(FoldedText("\xF5\x80\x80\x80").plain() == "\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK(FoldedText("\uFFFD").plain() == "\uFFFD");
    CHECK(search("x \xFF"
                 "free\xFF y",
                 "free") == std::vector<Hit>{{{3, 7}, false}});
    CHECK(count("\xFF\xFE").characters == 2);
}

TEST_CASE("random bytes and random pieces never break a span") {
    const std::vector<std::string> pieces = {"a",
                                             "I",
                                             "l",
                                             "1",
                                             "0",
                                             "$",
                                             "@",
                                             "!",
                                             "|",
                                             " ",
                                             "  ",
                                             "\n",
                                             "\r\n",
                                             "\n\n",
                                             "免",
                                             "费",
                                             "費",
                                             "-",
                                             "*",
                                             ".",
                                             "·",
                                             "★",
                                             "e\u0301",
                                             "\u0301",
                                             "\u0336",
                                             "\u200B",
                                             "\u00AD",
                                             "ａ",
                                             "Ｆ",
                                             "𝐟",
                                             "а",
                                             "В",
                                             "Ν",
                                             "ᴇ",
                                             "ｶﾞ",
                                             "ﷺ",
                                             "한",
                                             "\u1112\u1161\u11AB",
                                             "\u1161",
                                             "\xFF",
                                             "\xE5",
                                             "\xF0\x9F",
                                             "\xC3",
                                             "👨\u200D👩",
                                             "✋🏽",
                                             "🇩🇪",
                                             "1\uFE0F\u20E3",
                                             "\u0345",
                                             "\u0F71\u0F80",
                                             "ไทย",
                                             "\u2028",
                                             "\u3000",
                                             "Ω"};
    std::mt19937 random(20240607);
    for (int round = 0; round < 1000; ++round) {
        std::string text;
        const std::size_t parts = random() % 40;
        for (std::size_t i = 0; i < parts; ++i) text += pieces[random() % pieces.size()];
        if (round % 4 == 0) {
            for (char& c : text) c = random() % 5 == 0 ? static_cast<char>(random()) : c;
        }
        const FoldedText folded(text);
        CAPTURE(text);
        std::size_t last = 0;
        for (std::size_t i = 0; i < folded.plain().size(); ++i) {
            const Origin origin = folded.origin_of_plain({i, i + 1});
            REQUIRE(origin.span.begin <= origin.span.end);
            REQUIRE(origin.span.end <= text.size());
            REQUIRE(origin.span.begin >= last);
            last = origin.span.begin;
        }
        for (std::size_t i = 0; i < folded.joined().size(); ++i) {
            const Origin origin = folded.origin_of_joined({i, std::min(i + 3, folded.joined().size())});
            REQUIRE(origin.span.begin <= origin.span.end);
            REQUIRE(origin.span.end <= text.size());
            stands_alone(folded.joined(), {i, i + 1});
        }
        // Folding again changes nothing, or lists and texts would differ.
        REQUIRE(fold_word(fold_word(folded.plain())) == fold_word(folded.plain()));
        do_all(text);
    }
}

TEST_CASE("origins found from a checkpoint are those of the whole text") {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "Ｆree 免 費\n e\u0301\u0327\u200B  FREE \u0301費\n費 ";
    const FoldedText whole(text);
    const std::string tail = "c1aim";
    const std::string longer = text + tail;
    CHECK(search(longer, "claim") == std::vector<Hit>{{{text.size(), longer.size()}, true}});
    const std::size_t period = text.size() / 400;
    const std::size_t plain_period = (whole.plain().size() + 1) / 400;
    REQUIRE(plain_period * 400 == whole.plain().size() + 1);
    for (std::size_t i = 0; i + 4 < plain_period; ++i) {
        const Span first = whole.origin_of_plain({i, i + 4}).span;
        const Span later = whole.origin_of_plain({i + 397 * plain_period, i + 397 * plain_period + 4}).span;
        CHECK(later == Span{first.begin + 397 * period, first.end + 397 * period});
    }
}

TEST_CASE("time is linear in any text") {
    // This takes a tenth of a second under sanitizers. Quadratic work would take a minute.
    const std::vector<std::string> pieces = {"\u200B",
                                             "\u0301",
                                             "a\u0301\u0327\u0316",
                                             "免-",
                                             "免 ",
                                             "f.",
                                             "f ",
                                             "a1",
                                             "a$",
                                             "а",
                                             "aI",
                                             "a*b_",
                                             "\xFF",
                                             "ﷺ",
                                             "e\u200B",
                                             "e\u0336",
                                             "www.a1@",
                                             "1a\n",
                                             "\u0327\u0301\u0316"};
    for (const std::string& piece : pieces) {
        CAPTURE(piece);
        const std::string text = repeated(piece, 300'000);
        CHECK(seconds([&] { do_all(text); }) < 10);
    }
}

TEST_CASE("a text of millions of letters apart is read up to a bound, and tells where") {
    const FoldedText few("f r e e");
    CHECK(few.joined_to() == few.plain().size());
    const std::string text = repeated("f r e e ", 3'000'000);
    const FoldedText many(text);
    CHECK(many.has_joined());
    CHECK(many.joined_to() > text.size() / 2);
    CHECK(many.joined_to() < many.plain().size());
}

TEST_CASE("characters that stand for several are folded until a text has grown by a megabyte") {
    const std::string text = repeated("ﷺ ", 300'000) + "the end";
    const FoldedText folded(text);
    CHECK(folded.plain().size() < text.size() + 1'100'000);
    CHECK(folded.plain().starts_with("صلى الله عليه وسلم "));
    CHECK(folded.plain().ends_with("ﷺ the end"));
    CHECK(folded.joined_to() > 1'000'000);
    CHECK(folded.joined_to() < folded.plain().size());
    const std::size_t end = folded.plain().rfind("ﷺ the");
    CHECK(folded.origin_of_plain({end, end + 3}).span == Span{text.size() - 11, text.size() - 8});
    const FoldedText stacked(repeated("ﷺ\u0301", 600'000));
    CHECK(stacked.plain().size() < 600'000 + 1'100'000);
}

TEST_CASE("single letters on lines of their own are noted up to a million, and the rest is told") {
    const std::string text = repeated("a\n", 3'000'000);
    const FoldedText folded(text);
    CHECK(folded.plain().size() == text.size() - 1);
    CHECK(folded.joined_to() < folded.plain().size());
}
