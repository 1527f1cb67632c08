#include <doctest/doctest.h>

#include "search.h"

using namespace spamlint;

namespace {

std::uint8_t folds_of(std::string_view text) {
    const FoldedText folded(text);
    return folded.origin_of_plain({0, folded.plain().size()}).folds;
}

constexpr std::uint8_t bits(Fold a) {
    return static_cast<std::uint8_t>(a);
}

}  // namespace

TEST_CASE("plain text is normalised") {
    CHECK(FoldedText("  Hello,\t\r\n World \n").plain() == "hello, world");
    CHECK(FoldedText("one\n\ntwo\r\n \r\nthree").plain() == "one\ntwo\nthree");
    CHECK(FoldedText("one\rtwo\u2029three").plain() == "one two\nthree");
    CHECK(FoldedText("这是\n一行").plain() == "这是一行");
    CHECK(FoldedText("这是 一行").plain() == "这是 一行");
    CHECK(FoldedText("这是\nOne").plain() == "这是 one");
    CHECK(FoldedText("無料\nの").plain() == "无料の");
    CHECK(FoldedText("ﬁne ㎏ ½").plain() == "fine kg 1⁄2");
    CHECK(FoldedText("").plain().empty());
    CHECK(FoldedText(" \n ").plain().empty());
    CHECK_FALSE(FoldedText("Hello, this is an ordinary letter.").has_joined());
}

TEST_CASE("folds name what was needed") {
    CHECK(folds_of("free") == 0);
    CHECK(folds_of("Free") == bits(Fold::letter_case));
    CHECK(folds_of("費") == bits(Fold::traditional));
    CHECK(folds_of("a  b") == bits(Fold::white_space));
    CHECK(folds_of("a b") == 0);
    CHECK(folds_of("ｆ") == bits(Fold::compatibility));
    CHECK(folds_of("Ｆ") == (bits(Fold::compatibility) | bits(Fold::letter_case)));
    CHECK(folds_of("f\u200Br") == bits(Fold::ignorable));
    CHECK(folds_of("，！") == 0);
    CHECK(folds_of("ﬁ") == 0);
    CHECK(folds_of("¡Olé, señor! Nº 1ª") == bits(Fold::letter_case));
}

TEST_CASE("zero-width joiners spell Persian and emoji") {
    CHECK_FALSE(Origin{{}, folds_of("می\u200Cخواهم")}.disguised());
    CHECK_FALSE(Origin{{}, folds_of("👨\u200D👩\u200D👧")}.disguised());
    CHECK_FALSE(Origin{{}, folds_of("☎\uFE0F now")}.disguised());
}

TEST_CASE("an origin is whole characters of the text") {
    const std::string text = "x cafe\u0301 y";
    const FoldedText folded(text);
    const std::size_t at = folded.plain().find("é");
    REQUIRE(at != std::string::npos);
    CHECK(folded.origin_of_plain({at, at + 2}).span == Span{5, 8});
    CHECK(folded.origin_of_plain({at - 3, at}).span == Span{2, 5});
    CHECK(folded.origin_of_plain({at + 2, at + 4}).span == Span{8, 10});
}

TEST_CASE("a ligature that folds to as many bytes as it has is one character") {
    const FoldedText office("o\uFB03ce"), digraph("x\u0133x");  // ﬃ and ĳ
    REQUIRE(office.plain() == "office");
    CHECK(office.origin_of_plain({0, 2}).span == Span{0, 4});
    CHECK(office.origin_of_plain({3, 6}).span == Span{1, 6});
    REQUIRE(digraph.plain() == "xijx");
    CHECK(digraph.origin_of_plain({2, 4}).span == Span{1, 4});
}

TEST_CASE("spans beyond the text are cut to it") {
    const FoldedText folded("abc");
    CHECK(folded.origin_of_plain({1, 99}).span == Span{1, 3});
    CHECK(folded.origin_of_plain({50, 99}).span == Span{3, 3});
    CHECK(folded.origin_of_joined({0, 2}).span == Span{3, 3});
    CHECK_FALSE(stands_alone("abc", {2, 9}));
    CHECK_FALSE(stands_alone("abc", {1, 1}));
    CHECK_FALSE(joined_hit_is(folded, {0, 2}, "ab"));
}

TEST_CASE("skeletons have the size of the folded word") {
    CHECK(skeleton_word("Claim 100%") == "clalm loo%");
    CHECK(skeleton_word("免費") == "免费");
    CHECK(skeleton_word(skeleton_word("prize")) == skeleton_word("prize"));
}

TEST_CASE("an unchanged word beside a disguised one is no hit of joined()") {
    const std::string text = "c1aim your prize and claim it";
    const std::vector<Hit> hits = search(text, "claim");
    REQUIRE(hits.size() == 2);
    CHECK(hits[0] == Hit{{21, 26}, false});
    CHECK(hits[1] == Hit{{0, 5}, true});
}
