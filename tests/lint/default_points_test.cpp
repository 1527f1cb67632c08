// What a reader of the default packs' points may rely on, whatever mail they were fitted on.
#include <doctest/doctest.h>

#include <cmath>

#include "lint/lint.h"

using namespace spamlint;

TEST_CASE("points of the default packs are whole tenths, at most 4.0, dearer the severer, and rest on named evidence") {
    RuleSet rules = default_rules();
    read_details(rules);
    for (const Rule& rule : rules.rules) {
        CAPTURE(rule.id);
        CHECK(rule.points >= 0);
        CHECK(rule.points <= 4);
        CHECK(std::abs(rule.points * 10 - std::round(rule.points * 10)) < 1e-9);
        for (std::size_t i = 1; i < rule.steps.size(); ++i) CHECK(rule.steps[i - 1].points <= rule.steps[i].points);
        if (const Rule* severer = rule.milder_than.empty() ? nullptr : rules.find(rule.milder_than))
            CHECK(rule.points <= severer->points);
        CHECK((rule.author.points == 0 || !rule.evidence.empty()));
        if (!rule.evidence.kept.empty()) CHECK(rule.points == rule.author.points);
    }
}
