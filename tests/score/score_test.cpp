#include <doctest/doctest.h>

#include <cmath>

#include "rules/texts.h"
#include "score/report.h"

using namespace spamlint;

namespace {

RuleSet rules_of(std::vector<Rule> rules) {
    RuleSet set;
    set.rules = std::move(rules);
    set.scoring.groups = {{"lure", {}, 2.5}, {"tight", {}, 0.7}};
    set.scoring.bands = {{"good", 8}, {"fair", 6.5}, {"at-risk", 4}, {"spam", 0}};
    return set;
}
Rule rule(std::string_view id, double points, double cap, std::string_view group = {}) {
    Rule made;
    made.id = id;
    made.points = points;
    made.cap = cap;
    made.group = group;
    return made;
}
Finding finding(int rule, std::string key, bool disguised = false, bool supporting = false) {
    Finding made;
    made.rule = rule;
    made.key = std::move(key);
    made.disguised = disguised;
    made.supporting = supporting;
    return made;
}
Report scored(const RuleSet& rules, std::vector<Finding> findings) {
    return score(rules, {"", std::move(findings)});
}

}  // namespace

TEST_CASE("nothing found is the full score") {
    const Report report = scored(rules_of({}), {});
    CHECK(report.score == 10);
    CHECK(report.verdict == "good");
    CHECK(report.deductions.empty());
}

TEST_CASE("each further distinct text costs half of the one before, a repeated one nothing") {
    const RuleSet rules = rules_of({rule("a", 0.8, 5)});
    CHECK(scored(rules, {finding(0, "x")}).score == doctest::Approx(9.2));
    CHECK(scored(rules, {finding(0, "x"), finding(0, "x")}).score == doctest::Approx(9.2));
    CHECK(scored(rules, {finding(0, "x"), finding(0, "y")}).score == doctest::Approx(8.8));
    CHECK(scored(rules, {finding(0, "x"), finding(0, "y"), finding(0, "z")}).score == doctest::Approx(8.6));
}

TEST_CASE("a rule's cap bounds what all its hits cost together") {
    const Report report = scored(rules_of({rule("a", 1.0, 1.2)}), {finding(0, "x"), finding(0, "y")});
    CHECK(report.deductions[0].points == doctest::Approx(1.2));
    CHECK(report.deductions[0].capped);
    CHECK(report.deductions[0].findings.size() == 2);
}

TEST_CASE("a disguised hit costs more and is the first to be charged") {
    const RuleSet rules = rules_of({rule("a", 1.0, 5)});
    CHECK(scored(rules, {finding(0, "x", true)}).score == doctest::Approx(8.5));
    CHECK(scored(rules, {finding(0, "x"), finding(0, "x", true)}).score == doctest::Approx(8.5));
    CHECK(scored(rules, {finding(0, "x"), finding(0, "y", true)}).score == doctest::Approx(8.0));
}

TEST_CASE("supporting findings are shown and cost nothing") {
    const Report report = scored(rules_of({rule("a", 1.0, 5)}), {finding(0, "x"), finding(0, "y", false, true)});
    CHECK(report.score == 9);
    CHECK(report.deductions[0].findings.size() == 2);
}

TEST_CASE("a rule whose places were cut off at the limit says so") {
    const RuleSet rules = rules_of({rule("free", 0.6, 1.5)});
    std::vector<Finding> many(kMaxFindingsPerRule - 1, finding(0, "free"));
    CHECK(!scored(rules, many).deductions.front().cut);
    many.push_back(finding(0, "free"));
    CHECK(scored(rules, many).deductions.front().cut);
}

TEST_CASE("over a group's cap the dearest is kept, the rest is cut") {
    const Report report = scored(rules_of({rule("a", 0.3, 1, "tight"), rule("b", 0.5, 1, "tight"),
                                           rule("c", 0.2, 1, "tight"), rule("d", 0.4, 1)}),
                                 {finding(0, "x"), finding(1, "x"), finding(2, "x"), finding(3, "x")});
    REQUIRE(report.deductions.size() == 4);
    CHECK(report.deductions[0].rule == 1);
    CHECK(report.deductions[0].points == doctest::Approx(0.5));
    CHECK_FALSE(report.deductions[0].capped);
    CHECK(report.deductions[1].rule == 3);
    CHECK(report.deductions[2].rule == 0);
    CHECK(report.deductions[2].points == doctest::Approx(0.2));
    CHECK(report.deductions[2].capped);
    CHECK(report.deductions[3].points == 0);
    CHECK(report.deductions[3].capped);
    CHECK(report.score == doctest::Approx(8.9));
}

TEST_CASE("a measure rule costs what its severest passed step says") {
    Rule above = rule("above", 0, 0);
    above.kind = RuleKind::measure;
    above.steps = {{6, 0.4}, {12, 1.0}};
    above.cap = 1.0;
    Rule below = above;
    below.id = "below";
    below.above = false;
    below.steps = {{6, 0.4}, {3, 1.0}};
    const RuleSet rules = rules_of({above, below});
    Finding some = finding(0, "");
    some.measured = 7;
    CHECK(scored(rules, {some}).score == doctest::Approx(9.6));
    some.measured = 100;
    CHECK(scored(rules, {some}).score == doctest::Approx(9.0));
    some.rule = 1;
    some.measured = 2;
    CHECK(scored(rules, {some}).score == doctest::Approx(9.0));
}

TEST_CASE("the deductions sum to what the score lacks, and the floor is zero") {
    std::vector<Rule> many;
    for (int i = 0; i < 40; ++i) many.push_back(rule(keep("r" + std::to_string(i)), 0.1 * (1 + i % 7), 3));
    const RuleSet rules = rules_of(many);
    std::vector<Finding> findings;
    for (int i = 0; i < 40; ++i) {
        findings.push_back(finding(i, "x", i % 3 == 0));
        findings.push_back(finding(i, "y"));
        const Report report = scored(rules, findings);
        double sum = 0;
        for (const Deduction& deduction : report.deductions) sum += deduction.points;
        CHECK(std::abs(report.score - std::max(0.0, 10 - sum)) < 1e-9);
        CHECK(std::abs(report.score * 10 - std::round(report.score * 10)) < 1e-9);
    }
    CHECK(scored(rules, findings).score == 0);
    CHECK(scored(rules, findings).verdict == "spam");
}

TEST_CASE("a verdict begins at its bound") {
    const RuleSet rules = rules_of({rule("a", 2.0, 2.0), rule("b", 0.1, 0.1)});
    CHECK(scored(rules, {finding(0, "x")}).verdict == "good");
    CHECK(scored(rules, {finding(0, "x"), finding(1, "x")}).verdict == "fair");
}
