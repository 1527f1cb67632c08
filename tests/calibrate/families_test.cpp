#include "calibrate/families.h"

#include <doctest/doctest.h>

#include <tuple>

#include "calibrate/anchor.h"
#include "rules/texts.h"

using namespace spamlint;

namespace {

/// Three rules, each milder than the next.
RuleSet family(double mild, double middle, double severe) {
    RuleSet set;
    for (const auto& [id, milder_than, points] :
         {std::tuple{"mild", "middle", mild}, {"middle", "severe", middle}, {"severe", "", severe}}) {
        Rule rule;
        rule.id = keep(id);
        rule.milder_than = keep(milder_than);
        rule.points = rule.cap = points;
        rule.author = {points, points, {}};
        set.rules.push_back(std::move(rule));
    }
    return set;
}

std::vector<double> points(const RuleSet& rules) {
    std::vector<double> all;
    for (const Rule& rule : rules.rules) all.push_back(rule.points);
    return all;
}

}  // namespace

TEST_CASE("whole tenths do not turn an order round that a fit keeps but for the solver's tolerance") {
    RuleSet rules = family(1, 1, 1);
    put_into_effect({{1.0509, 1.0501, 1.0492}, 1, 1}, {true, true, true}, rules);
    CHECK(points(rules) == std::vector<double>{1.0, 1.0, 1.0});
}

TEST_CASE("what keeps its author's points stays, and the others give way") {
    RuleSet rules = family(0.5, 0.8, 1.2);
    put_into_effect({{0.5, 0.3, 0.4}, 1, 1}, {false, true, true}, rules);
    CHECK(points(rules) == std::vector<double>{0.5, 0.5, 0.5});
    put_into_effect({{2.0, 1.5, 1.2}, 1, 1}, {true, true, false}, rules);
    CHECK(points(rules) == std::vector<double>{1.2, 1.2, 1.2});
    rules = family(0.2, 0.25, 0.25);
    put_into_effect({{0.3, 0.25, 0.25}, 1, 1}, {true, false, false}, rules);
    CHECK(points(rules)[0] == doctest::Approx(0.2));
}
