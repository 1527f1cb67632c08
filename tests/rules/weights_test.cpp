#include <doctest/doctest.h>

#include "rules/pack_under_test.h"

using namespace spamlint;

namespace {

const std::string kRules =
    rule_yaml("free", "    in: [text]\n    any: [{words: [free]}]\n    points: 1\n    cap: 1.5\n",
              "{hit: [free], miss: [hello]}") +
    rule_yaml("shouting", "    measure: subject.upper_ratio\n    above: {0.5: 0.2, 0.9: 0.5}\n",
              "{hit: [{subject: AAAAA BBBBB}], miss: [{subject: hello}]}");

std::vector<std::string> load(const std::string& weights, RuleSet& rules) {
    const PackFolder folder;
    folder.write("w.yaml", weights);
    std::vector<std::string> lines;
    for (const PackProblem& problem : load_weights(folder.path() + "/w.yaml", rules))
        lines.push_back(to_string(problem).substr(folder.path().size() + 1));
    return lines;
}

const std::string kHead = "weights:\n  even_score: 5\n  odds_per_point: 0.6\n";

}  // namespace

TEST_CASE("weights laid over packs change points, caps and steps in proportion, and nothing else") {
    RuleSet rules = rule_set(kRules);
    const std::string weights = kHead +
                                "  sets: {mine: {spam: 10, ham: 20}}\n  rules:\n"
                                "    free: {points: 2.0, evidence: {spam: {mine: 300}, ham: {mine: 1.5}}}\n"
                                "    shouting: {points: 1.0, kept: too little evidence}\n";
    REQUIRE(load(weights, rules).empty());
    const Rule& free = *rules.find("free");
    CHECK(free.points == doctest::Approx(2));
    CHECK(free.cap == doctest::Approx(3));
    CHECK(free.author.points == doctest::Approx(1));
    CHECK(free.evidence.spam[0].set == "mine");
    CHECK(free.evidence.ham[0].per_thousand == doctest::Approx(1.5));
    const Rule& shouting = *rules.find("shouting");
    CHECK(shouting.steps[0].points == doctest::Approx(0.4));
    CHECK(shouting.steps[1].points == doctest::Approx(1.0));
    CHECK(shouting.evidence.kept == "too little evidence");
    CHECK(rules.weights.odds_per_point == doctest::Approx(0.6));
    CHECK(rules.weights.sets[0].ham == 20);
    // A second file starts from the author's points again.
    REQUIRE(load(kHead + "  rules: {free: {points: 0}}\n", rules).empty());
    REQUIRE(load(kHead + "  rules: {free: {points: 0.5}}\n", rules).empty());
    CHECK(rules.find("free")->cap == doctest::Approx(0.8));
    CHECK(rules.find("free")->evidence.empty());
}

TEST_CASE("a faulty weights file is refused with the place of each fault, and changes nothing") {
    RuleSet rules = rule_set(kRules);
    const auto lines = load(
        "weights:\n  even_score: 5\n  odds_per_point: much\n  rules:\n    fre: {points: 1}\n"
        "    free: {points: 11}\n    shouting: {ponts: 1}\n    free: {points: 1}\n",
        rules);
    std::string all;
    for (const std::string& line : lines) all += line + "\n";
    CAPTURE(all);
    CHECK(lines == std::vector<std::string>{
                       "w.yaml:3:19: odds_per_point must be a number from 0 to 100, not 'much'",
                       "w.yaml:5:5: unknown rule 'fre'; did you mean 'free'?",
                       "w.yaml:6:20: points must be a number from 0 to 10, not '11'",
                       "w.yaml:7:15: the rule's weight has no 'points'; add it: Points in effect of the first hit, or of the "
                       "severest step.",
                       "w.yaml:7:16: unknown key 'ponts' in the rule's weight; did you mean 'points'?",
                       "w.yaml:8:5: rule 'free' stands twice; keep one",
                   });
    CHECK(rules.find("free")->points == doctest::Approx(1));
    CHECK(load("pack: x\n", rules).front().starts_with("w.yaml:1:1: "));
}

TEST_CASE("weights go into the blob and back") {
    RuleSet rules = rule_set(kRules);
    REQUIRE(load(kHead + "  sets: {mine: {spam: 10}}\n  rules: {free: {points: 2, evidence: {spam: {mine: 7}}}}\n", rules)
                .empty());
    const std::string blob = write_rules(rules);
    RuleSet read = read_rules(blob);
    CHECK(read.find("free")->points == doctest::Approx(2));
    CHECK(read.find("free")->author.points == doctest::Approx(1));
    CHECK(read.weights.odds_per_point == doctest::Approx(0.6));
    read_details(read);
    CHECK(read.weights.sets[0].spam == 10);
    CHECK(read.find("free")->evidence.spam[0].per_thousand == doctest::Approx(7));
}

TEST_CASE("milder_than names a rule that costs no less, and no circle") {
    const auto problems = [](const std::string& first, const std::string& second) {
        const auto one = [](const std::string& id, const std::string& more) {
            return rule_yaml(id, "    in: [text]\n    any: [{words: [" + id + "]}]\n" + more,
                             "{hit: [" + id + "], miss: [hello]}");
        };
        const PackFolder folder;
        folder.write("scoring.yaml", kScoring);
        folder.write("test.yaml", pack_yaml(one("aa", first) + one("bb", second)));
        RuleSet rules;
        return folder.load(rules);
    };
    CHECK(problems("    points: 1\n    milder_than: bb\n", "    points: 1\n").empty());
    const auto none = problems("    points: 1\n    milder_than: cc\n", "    points: 1\n");
    REQUIRE(none.size() == 1);
    CHECK(none[0].find("milder_than names 'cc', which is no rule") != std::string::npos);
    CHECK(problems("    points: 2\n    milder_than: bb\n", "    points: 1\n").size() == 1);
    CHECK(problems("    points: 1\n    milder_than: bb\n", "    points: 1\n    milder_than: aa\n").size() == 2);
}
