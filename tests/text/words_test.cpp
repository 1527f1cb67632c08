#include "text/words.h"

#include <doctest/doctest.h>

using namespace spamlint;

TEST_CASE("counts letters, cases, digits and signs of ASCII") {
    const TextCounts counts = count("ACT NOW!!! Don't wait: 100% free, 3 left?");
    CHECK(counts.words == 6);
    CHECK(counts.upper == 7);
    CHECK(counts.letters == 22);
    CHECK(counts.latin == 22);
    CHECK(counts.lower == 15);
    CHECK(counts.digits == 4);
    CHECK(counts.exclamations == 3);
    CHECK(counts.questions == 1);
    CHECK(counts.longest_punctuation_run == 3);
    CHECK(counts.characters == 34);
}
