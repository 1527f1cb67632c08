#include "facts/closings.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace spamlint;

TEST_CASE("where a delimiter closes is what a plain search finds, in whatever order it is asked") {
    std::mt19937 random(7);
    const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random()) % most; };
    constexpr std::string_view closes[] = {"}}", "%}", "}", "|*", "]]"};
    for (int round = 0; round < 200; ++round) {
        std::string text;
        for (std::size_t size = below(60); text.size() < size;) text += "{}%|*] a"[below(8)];
        Closings closings(text);
        std::size_t from = 0;
        for (int question = 0; question < 60 && from <= text.size(); ++question) {
            const std::string_view close = closes[below(5)];
            CAPTURE(text);
            CAPTURE(from);
            REQUIRE(closings.find(close, from) == text.find(close, from));
            from = below(3) == 0 ? from - std::min(from, below(4)) : from + below(3);
        }
    }
}
