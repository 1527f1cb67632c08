#include "evaluate/even_point.h"

#include <doctest/doctest.h>

#include <cmath>

#include "evaluate/edges.h"
#include "evaluate/local_curve.h"

using namespace spamlint;

namespace {

/// Messages at every tenth of the scores from `least` to `most`, their shares as a logistic curve has them.
std::vector<Weighed> curve(double even, double odds, double least, double most) {
    std::vector<Weighed> mix;
    for (int tenth = 0; tenth <= 100; ++tenth) {
        const double score = tenth / 10.0;
        if (score < least || score > most) continue;
        const double spam = 1 / (1 + std::exp(odds * (score - even)));
        mix.push_back({score, true, spam});
        mix.push_back({score, false, 1 - spam});
    }
    return mix;
}

Calibration mix_with(double spam_share, double whole_set) {
    Calibration calibration;
    calibration.spam_share = spam_share;
    calibration.whole_set = whole_set;
    return calibration;
}

}  // namespace

TEST_CASE("the even point of a logistic curve is found, wherever it is") {
    for (const double even : {3.2, 5.0, 6.1})
        for (const double odds : {0.7, 1.3, 2.5}) {
            const auto found = even_point(curve(even, odds, 0, 10), 5);
            REQUIRE(found);
            CHECK(found->score == doctest::Approx(even).epsilon(0.005));
            CHECK(found->odds_per_point == doctest::Approx(odds).epsilon(0.01));
        }
}

TEST_CASE("the local curve tells the share of spam at its score") {
    const auto mix = curve(5, 1.3, 0, 10);
    for (const double at : {4.0, 5.0, 6.5}) {
        const auto local = local_curve(mix, at);
        REQUIRE(local);
        CHECK(local->spam() == doctest::Approx(1 / (1 + std::exp(1.3 * (at - 5)))).epsilon(0.01));
    }
}

TEST_CASE("messages far from the even point hardly bend the curve") {
    auto mix = curve(5, 1.3, 2, 8);
    const auto before = even_point(mix, 5);
    mix.push_back({0, false, 30});  // wanted mail that scores 0, as much as all the rest
    const auto after = even_point(mix, 5);
    REQUIRE(before);
    REQUIRE(after);
    CHECK(std::abs(before->score - after->score) < 0.1);
}

TEST_CASE("classes with nothing between them are even between them") {
    const auto found = even_point({{2, true, 0.1}, {8, false, 0.9}}, 5);
    REQUIRE(found);
    CHECK(found->score > 2);
    CHECK(found->score < 8);
}

TEST_CASE("there is no even point without both classes, where scores tell nothing, or where no score is even") {
    CHECK_FALSE(even_point({}, 5));
    CHECK_FALSE(even_point({{2, true, 1}}, 5));
    CHECK_FALSE(even_point({{5, true, 0.5}, {5, false, 0.5}}, 5));
    CHECK_FALSE(even_point({{8, true, 0.5}, {2, false, 0.5}}, 5));
    CHECK_FALSE(even_point(curve(-3, 1, 0, 10), 5));
    CHECK_FALSE(even_point(curve(7, 1, 0, 6), 5));
}

TEST_CASE("sets weigh the same in the reference mix, small ones less, and each class has its share") {
    CHECK(parts_of_class({50, 100, 5, 0}, 50) == std::vector<double>{1 / 2.1, 1 / 2.1, 0.1 / 2.1, 0});
    const std::vector<Scored> a(100, {9, false}), b{{3, true}, {2, true}}, c(5, {8, false});
    double spam = 0, of_a = 0, of_c = 0;
    for (const Weighed& one : reference_mix({a, b, c}, mix_with(0.2, 50)))
        (one.spam ? spam : one.score == 9 ? of_a : of_c) += one.share;
    CHECK(spam == doctest::Approx(0.2));
    CHECK(of_a == doctest::Approx(0.8 / 1.1));
    CHECK(of_c == doctest::Approx(0.08 / 1.1));
}

TEST_CASE("leaving a set out tells how far the even point hangs on it") {
    const std::vector<Scored> spam(50, {2, true}), ham(50, {8, false}), low_ham(50, {4, false});
    const Calibration calibration = mix_with(0.5, 50);
    const auto range = even_without_a_set({spam, spam, ham, low_ham}, calibration);
    REQUIRE(range);
    CHECK(range->least < 3.5);
    CHECK(range->greatest > 4.5);
    CHECK_FALSE(even_without_a_set({spam, ham}, calibration));
}

TEST_CASE("an edge tells what of each class is below, and how much of what is near is spam") {
    Scoring scoring;
    scoring.min_score = 5;
    scoring.bands = {{"good", 8}, {"spam", 0}};
    scoring.calibration = mix_with(0.5, 1);
    const std::vector<Scored> mixed{{4.9, true}, {2, true}, {5, false}, {9, false}}, ham{{4.6, false}, {8.5, false}};
    const auto all = edges({mixed, ham}, scoring);
    REQUIRE(all.size() == 2);
    CHECK(all[0].score == 8);
    CHECK(all[1].score == 5);
    CHECK(all[1].spam_at > 0.3);
    CHECK(all[1].spam_at < 0.9);
    CHECK(all[0].spam_at < all[1].spam_at);
    CHECK(all[1].spam_below == doctest::Approx(0.8));
    CHECK(all[1].mix_spam_below == doctest::Approx(1));
    CHECK(all[1].mix_ham_below == doctest::Approx(0.25));
    CHECK(all[1].ham_below == std::vector<double>{0, 0.5});
}
