#include <doctest/doctest.h>

#include <cmath>

#include "evaluate/labelled_set.h"
#include "evaluate/metrics.h"
#include "evaluate/reference_mix.h"

using namespace spamlint;

namespace {

/// Of one set, each class half of the mix.
std::vector<Weighed> mix_of(const std::vector<Scored>& scored) {
    return reference_mix({scored}, {});
}

}  // namespace

TEST_CASE("the ROC area counts ties half") {
    CHECK(roc_area({{2, true}, {8, false}}) == doctest::Approx(1));
    CHECK(roc_area({{8, true}, {2, false}}) == doctest::Approx(0));
    CHECK(roc_area({{5, true}, {5, false}}) == doctest::Approx(0.5));
    CHECK(roc_area({{1, true}, {5, true}, {5, false}, {9, false}}) == doctest::Approx(0.875));
    CHECK(roc_area({{1, true}}) == -1);
}

TEST_CASE("spam caught at a share of ham is strict: a tie with the ham that may not be flagged is not caught") {
    std::vector<Scored> scored;
    for (int i = 0; i < 100; ++i) scored.push_back({i == 0 ? 1.0 : i == 1 ? 4.0 : 9.0, false});
    scored.insert(scored.end(), {{0.5, true}, {3.9, true}, {4.0, true}, {8.0, true}});
    CHECK(caught_at(scored, 0.01) == doctest::Approx(0.5));
    CHECK(caught_at(scored, 0.001) == doctest::Approx(0.25));
}

TEST_CASE("the ROC curve runs from nothing flagged to everything flagged") {
    const auto curve = roc_curve({{2, true}, {8, false}, {10, false}});
    CHECK(curve.front().caught_spam == 0);
    CHECK(curve.back().caught_spam == 1);
    CHECK(curve.back().flagged_ham == 1);
}

TEST_CASE("a message of exactly 10 falls into the highest band, one of 0 into the lowest") {
    const auto bands = score_bands(mix_of({{10, false}, {9, false}, {0, true}, {4.9, true}}), {});
    CHECK(bands[9].ham == 2);
    CHECK(bands[0].spam == 1);
    CHECK(bands[4].spam == 1);
}

TEST_CASE("a score on the threshold is not below it") {
    const std::vector<Scored> scored{{5.0, false}, {4.9, false}, {9, false}};
    CHECK(share_below(scored, false, 5.0) == doctest::Approx(1.0 / 3));
}

TEST_CASE("a list names its set after its file and reports lines without a label") {
    std::vector<std::string> problems;
    const auto set = read_labelled_set("lists/mine.tsv", "a.eml\tspam\nb.eml\t0\textra\n\n# note\nc.eml\nd.eml\tmaybe\r\n", problems);
    CHECK(set.name == "mine");
    REQUIRE(set.messages.size() == 2);
    CHECK(set.messages[0].spam);
    CHECK_FALSE(set.messages[1].spam);
    REQUIRE(problems.size() == 2);
    CHECK(problems[0] == "lists/mine.tsv:5:6: no label; write PATH<TAB>spam or PATH<TAB>ham");
    CHECK(problems[1].starts_with("lists/mine.tsv:6:7: "));
}

TEST_CASE("a score says even odds at the even score, and a class has its share of the mix whatever its number") {
    const Meaning meaning{5, 2};
    CHECK(meaning.probability(5) == doctest::Approx(0.5));
    CHECK(meaning.probability(4) == doctest::Approx(1 / (1 + std::exp(-2.0))));
    // 1 spam and 3 ham at 5.0 are half and half of a mix in which each class is half: what the score says.
    const auto even = mix_of({{5, true}, {5, false}, {5, false}, {5, false}});
    CHECK(score_bands(even, meaning)[5].observed == doctest::Approx(0.5));
    CHECK(calibration_error(even, meaning) == doctest::Approx(0));
    CHECK(brier(even, meaning) == doctest::Approx(0.25));
    // All ham above, all spam below: what is said is too timid by the odds at a point's distance.
    const auto apart = mix_of({{4, true}, {6, false}, {6, false}});
    CHECK(calibration_error(apart, meaning) == doctest::Approx(1 - meaning.probability(4)));
    CHECK(brier(mix_of({{4, true}}), meaning) == -1);
    CHECK(score_bands(apart, meaning)[0].observed == -1);
}
