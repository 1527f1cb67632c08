#include <doctest/doctest.h>

#include "span/line_index.h"
#include "span/mapped_text.h"

using namespace spamlint;

TEST_CASE("literal text maps byte for byte") {
    MappedTextBuilder builder;
    builder.append("ab", Span{10, 12});
    builder.append("cd", Span{12, 14});
    builder.append("ef", Span{20, 22});
    const MappedText text = std::move(builder).build();
    CHECK(text.map()->runs().size() == 2);
    CHECK(text.source({1, 3}) == Span{11, 13});
    CHECK(text.source({3, 5}) == Span{13, 21});
    CHECK(text.source() == Span{10, 22});
}

TEST_CASE("a hit inside base64 maps to whole groups of four") {
    MappedTextBuilder builder;
    builder.append("abcdef", 100, 3, 4);
    const MappedText text = std::move(builder).build();
    CHECK(text.source({1, 2}) == Span{100, 104});
    CHECK(text.source({2, 4}) == Span{100, 108});
    CHECK(text.source({3, 6}) == Span{104, 108});
}

TEST_CASE("a unit of another size maps as a whole") {
    MappedTextBuilder builder;
    builder.append("x", Span{0, 1});
    builder.append("\xC2\xA9", Span{1, 7});
    builder.append("y", Span{7, 8});
    const MappedText text = std::move(builder).build();
    CHECK(text.source({1, 3}) == Span{1, 7});
    CHECK(text.source({2, 3}) == Span{1, 7});
    CHECK(text.source({3, 4}) == Span{7, 8});
}

TEST_CASE("maps stand on one another down to the file") {
    MappedTextBuilder quoted_printable;
    quoted_printable.append("\xE5\x85\x8D", 50, 1, 3);
    const MappedText decoded = std::move(quoted_printable).build();
    MappedTextBuilder word(decoded.map());
    word.append("\xE5\x85\x8D", Span{0, 3});
    CHECK(std::move(word).build().source() == Span{50, 59});
}

TEST_CASE("an empty span maps to the place where it stands, offsets beyond the end are clamped") {
    MappedTextBuilder builder;
    builder.append("abc", Span{5, 8});
    const MappedText text = std::move(builder).build();
    CHECK(text.source({1, 1}) == Span{6, 6});
    CHECK(text.source({3, 3}) == Span{8, 8});
    CHECK(text.source({2, 99}) == Span{7, 8});
    CHECK(MappedText().source() == Span{0, 0});
}

TEST_CASE("bytes of the file lead to what came from them, whole units") {
    MappedTextBuilder builder;
    builder.append("abc", Span{5, 8});
    builder.append("\xC2\xA9", Span{8, 14});
    builder.append("d", Span{20, 21});
    const MappedText text = std::move(builder).build();
    CHECK(text.derived({6, 8}) == Span{1, 3});
    CHECK(text.derived({9, 10}) == Span{3, 5});
    CHECK(text.derived({7, 21}) == Span{2, 6});
    CHECK(text.derived({15, 18}) == Span{5, 5});
    CHECK(text.derived({30, 40}) == Span{6, 6});
    CHECK(text.derived_at(0) == 0);
    CHECK(MappedText().derived({3, 9}) == Span{0, 0});
}

TEST_CASE("lines end with LF, CRLF or a bare CR") {
    const LineIndex lines("a\nbc\r\nd\re");
    CHECK(lines.count() == 4);
    CHECK(lines.position(0) == Position{1, 1});
    CHECK(lines.position(3) == Position{2, 2});
    CHECK(lines.position(6) == Position{3, 1});
    CHECK(lines.position(8) == Position{4, 1});
    CHECK(lines.position(999) == Position{4, 2});
    CHECK(lines.line(2) == Span{2, 4});
}

TEST_CASE("beyond 120,000 runs short ones share a unit, and long ones stay exact") {
    MappedTextBuilder builder;
    constexpr std::size_t units = SourceMap::kFineRuns + 10'000;
    for (std::size_t i = 0; i < units; ++i) builder.append("&", Span{8 * i, 8 * i + 5});  // "&amp;<p>"
    builder.append(std::string(1000, 'a'), Span{10 * units, 10 * units + 1000});
    const MappedText text = std::move(builder).build();
    CHECK(text.map()->runs().size() > SourceMap::kFineRuns);
    CHECK(text.map()->runs().size() < SourceMap::kFineRuns + 10'000 / 50);
    CHECK(text.source({1000, 1001}) == Span{8000, 8005});
    for (std::size_t i = SourceMap::kFineRuns; i < units; i += 7) {
        const Span place = text.source({i, i + 1});
        CHECK(place.contains(Span{8 * i, 8 * i + 5}));
        CHECK(place.size() <= 512);
    }
    CHECK(text.source({units + 300, units + 301}) == Span{10 * units + 300, 10 * units + 301});
}

TEST_CASE("the maps of a message share a bound of exact runs, and those of the next are exact again") {
    const auto runs_of_units = [] {
        MappedTextBuilder builder;
        for (std::size_t i = 0; i < 1000; ++i) builder.append("&", Span{8 * i, 8 * i + 5});  // "&amp;<p>"
        return std::move(builder).build().map()->runs().size();
    };
    {
        const FineRuns message;
        std::size_t runs = 0;
        for (int text = 0; text < 400; ++text) runs += runs_of_units();
        CHECK(runs >= FineRuns::kOfMessage);
        CHECK(runs < FineRuns::kOfMessage + 100 * 20);
    }
    CHECK(runs_of_units() == 1000);
}
