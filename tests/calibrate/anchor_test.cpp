#include "calibrate/anchor.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>

#include "evaluate/even_point.h"
#include "rules/texts.h"

using namespace spamlint;

namespace {

/// Ten rules that may cost from 0.1 to 3 points.
RuleSet ten_rules(double spam_share) {
    RuleSet set;
    for (const char* id : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}) {
        Rule rule;
        rule.id = keep(id);
        rule.points = rule.cap = 1;
        rule.author = {1, 1, {}};
        rule.severity = Severity::warning;
        set.rules.push_back(std::move(rule));
    }
    set.scoring.calibration.spam_share = spam_share;
    set.scoring.calibration.warning = {0.1, 3};
    return set;
}

/// Each rule hits three spam of ten and one ham of twenty, for itself.
std::vector<SampleSet> mail() {
    SampleSet set{"mail", {}};
    std::uint32_t state = 7;
    for (int i = 0; i < 4000; ++i) {
        Sample sample{i % 2 == 0, {}};
        for (int rule = 0; rule < 10; ++rule) {
            state = state * 1664525 + 1013904223;
            if ((state >> 16) % 100 < (sample.spam ? 30U : 5U)) sample.hits.push_back({rule, 1});
        }
        set.samples.push_back(std::move(sample));
    }
    return {set};
}

std::optional<EvenPoint> counted(const std::vector<SampleSet>& sets, const RuleSet& rules) {
    std::vector<Scored> scored;
    for (const Sample& sample : sets[0].samples) scored.push_back({score_of(sample, rules), sample.spam});
    return even_point(reference_mix({scored}, rules.scoring.calibration), rules.scoring.calibration.even_score);
}

}  // namespace

TEST_CASE("points are fitted so that the reference mix is counted even where it shall be") {
    for (const double spam_share : {0.25, 0.1, 0.03})
        for (const double even : {5.0, 6.0}) {
            RuleSet rules = ten_rules(spam_share);
            rules.scoring.calibration.even_score = even;
            fit_anchored(mail(), std::vector<bool>(10, true), 0.001, rules);
            const auto found = counted(mail(), rules);
            REQUIRE(found);
            // Ten rules of the same points move the even point in steps.
            CHECK(std::abs(found->score - even) < 0.3);
            CHECK(rules.weights.even_score == doctest::Approx(std::round(found->score * 10) / 10));
            CHECK(rules.weights.odds_per_point == doctest::Approx(std::round(found->odds_per_point * 100) / 100));
        }
}

TEST_CASE("the rarer spam is, the more points does it take to be even, and the less does each rule cost") {
    RuleSet rare = ten_rules(0.02), frequent = ten_rules(0.3);
    CHECK(fit_anchored(mail(), std::vector<bool>(10, true), 0.001, rare) <
          fit_anchored(mail(), std::vector<bool>(10, true), 0.001, frequent));
    CHECK(rare.rules[0].points < frequent.rules[0].points);
}

TEST_CASE("where points cannot go as far as the even score asks, the weights say where it is counted") {
    RuleSet rules = ten_rules(0.2);
    rules.scoring.calibration.warning = {0.1, 0.5};
    fit_anchored(mail(), std::vector<bool>(10, true), 0.001, rules);
    const auto found = counted(mail(), rules);
    CHECK(rules.weights.even_score > 7);
    if (found) CHECK(rules.weights.even_score == doctest::Approx(std::round(found->score * 10) / 10));
}

TEST_CASE("where nothing can be counted, the weights say what the model does") {
    RuleSet rules = ten_rules(0.2);
    std::vector<SampleSet> sets{{"nothing", {}}};
    for (int i = 0; i < 100; ++i) sets[0].samples.push_back({i % 2 == 0, {}});
    CHECK(fit_anchored(sets, std::vector<bool>(10, false), 0.001, rules) == first_anchor(rules.scoring));
    CHECK(rules.weights.even_score >= 0);
    CHECK(rules.weights.even_score <= 10);
    CHECK(std::isfinite(rules.weights.odds_per_point));
}
