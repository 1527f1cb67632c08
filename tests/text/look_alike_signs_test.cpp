#include "text/look_alike_signs.h"

#include <doctest/doctest.h>

#include <string>

#include "repeated.h"

using namespace spamlint;
using namespace spamlint::testing;

namespace {

/// What a finder finds, parted by bars.
std::string found(std::vector<Span> (*find)(std::string_view, std::size_t), std::string_view text) {
    std::string all;
    for (const Span span : find(text, 2000))
        all += (all.empty() ? "" : "|") + std::string(text.substr(span.begin, span.size()));
    return all;
}

}  // namespace

TEST_CASE("a capital I between small letters and before a vowel stands for l") {
    CHECK(found(capital_i_words, "Open the fiIe, see your baIance. GoogIe: NetfIix!") == "fiIe|baIance|GoogIe|NetfIix");
    CHECK(found(capital_i_words, "PIease join the CIub") == "PIease|CIub");
    CHECK(found(capital_i_words, "SpeciaI EmaiI from PayPaI") == "SpeciaI|EmaiI|PayPaI");
}

TEST_CASE("CamelCase, numerals, names, addresses and codes hold no I for l") {
    for (const char* text : {"I am in LinkedIn, McIntosh, OpenId, iOS, IPv6, WiFi", "PhaseI TypeII WWII III todayI DoI",
                             "BIOS AIs SIe DIe", "https://oakfield.org/aIeb?x=yIo", "anna@fiIes.org",
                             "MzIyLmI= xIy2 a_fiIe C:\\fiIe", "Ian Iowa InIt", "fi I e", "", "I"})
        CHECK_MESSAGE(found(capital_i_words, text).empty(), std::string(text));
}

TEST_CASE("letters for digits are told in telephone numbers, sums and shares") {
    CHECK(found(lettered_numbers, "Call 1-8OO-555-O1O2, l-8OO-5S5-Ol02.") == "1-8OO-555-O1O2|l-8OO-5S5-Ol02");
    CHECK(found(lettered_numbers, "pay $l,5OO or 2O% of 1OO") == "l,5OO|2O|1OO");
    CHECK(found(lettered_numbers, "+1 8O8 555 O1O2") == "8O8|O1O2");
    CHECK(found(lettered_numbers,
                "\xE7\x94\xB5\xE8\xAF\x9D"
                "8227l4") == "8227l4");
    CHECK(found(lettered_numbers, "($ 5,OOO)") == "5,OOO");
}

TEST_CASE("units, names and codes are no numbers with letters") {
    for (const char* text : {"10l of water, 5 l, $10l", "ISO9660 O2 4OD 20 Oz", "I/O III OSI O.O.", "I-95/I-80/I-70",
                             "x1O1y 3f5O1a", "https://oakfield.org/1O1", "Il-76", "", "O", "1", "8-O", "a=1O1"})
        CHECK_MESSAGE(found(lettered_numbers, text).empty(), std::string(text));
}

TEST_CASE("strokes over letters show their words, accents and signs do not") {
    CHECK(found(overlaid_words, "The w\u0335e\u0335t\u0335 day") == "w\u0335e\u0335t\u0335");
    CHECK(found(overlaid_words, "a\u20D2b c\u0336") == "a\u20D2b|c\u0336");
    CHECK(found(overlaid_words, "cafe\u0301, a =\u0338 b, \u2014 \u00CC").empty());
    CHECK(found(overlaid_words, "\u0336").empty());
}

TEST_CASE("an override is told up to its end or the line's, and only over Latin letters") {
    CHECK(found(overridden_stretches, "open \u202Egpj.exe\u202C now") == "\u202Egpj.exe");
    CHECK(found(overridden_stretches, "\u202Eab\ncd \u202Eef") == "\u202Eab|\u202Eef");
    CHECK(found(overridden_stretches, "\u202E\u05E9\u05DC\u202C \u202Babc\u202C 12").empty());
    CHECK(found(overridden_stretches, "\u202E" + repeated("\u00E4x", 2000)).size() < 1010);
}

TEST_CASE("byte order marks are told inside words, not at the edges of texts") {
    CHECK(found(marks_in_words, "wea\uFEFFther 2\uFEFF\uFEFF0 \u4F1A\uFEFF\u8BAE") == "\uFEFF|\uFEFF\uFEFF|\uFEFF");
    CHECK(found(marks_in_words, "\uFEFFHello \uFEFFagain\uFEFF and.\uFEFFso\uFEFF").empty());
}

TEST_CASE("hostile texts take linear time") {
    for (const char* text : {"aIe", "8O", "\u202E", "x\u0335", "aI", "1O1-", "\xCC", "\u202Ea", "a\uFEFF", "\uFEFF"}) {
        const std::string long_text = repeated(text, 200000);
        for (const auto find :
             {capital_i_words, lettered_numbers, overlaid_words, overridden_stretches, marks_in_words})
            for (const Span span : find(long_text, 10'000))
                CHECK_UNARY(span.begin < span.end && span.end <= long_text.size());
    }
}
