// Sets made up so that the right weights are known.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>

#include "calibrate/calibrate.h"
#include "calibrate/model.h"
#include "rules/texts.h"

using namespace spamlint;

namespace {

Rule rule(std::string_view id, double points, Severity severity = Severity::warning) {
    Rule made;
    made.id = keep(id);
    made.points = points;
    made.cap = 2 * points;
    made.author = {made.points, made.cap, {}};
    made.severity = severity;
    return made;
}

RuleSet rules_of(std::vector<Rule> rules) {
    RuleSet set;
    set.rules = std::move(rules);
    set.scoring.calibration.min_messages = 10;
    set.scoring.calibration.spam_share = 0.2;
    set.scoring.calibration.penalties = {0.0001, 0.001, 0.01};
    set.scoring.calibration.info = {0, 1};
    set.scoring.calibration.warning = {0.1, 3};
    set.scoring.calibration.error = {0.3, 4};
    set.scoring.bands = {{"good", 8}, {"spam", 0}};
    return set;
}

/// Messages of one class, of which so many of a hundred hit each rule, each rule for itself.
void add(SampleSet& set, bool spam, int messages, const std::vector<unsigned>& percent) {
    std::uint32_t state = spam ? 1 : 2;  // a linear congruential generator: the same everywhere
    for (int i = 0; i < messages; ++i) {
        Sample sample{spam, {}};
        for (std::size_t rule = 0; rule < percent.size(); ++rule) {
            state = state * 1664525 + 1013904223;
            if ((state >> 16) % 100 < percent[rule]) sample.hits.push_back({static_cast<int>(rule), 1});
        }
        set.samples.push_back(std::move(sample));
    }
}

/// Three sets of both classes in which the rules hit so many of a hundred spam and ham.
std::vector<SampleSet> sets_of(const std::vector<unsigned>& spam, const std::vector<unsigned>& ham) {
    std::vector<SampleSet> sets;
    for (const char* name : {"a", "b", "c"}) {
        SampleSet set{name, {}};
        add(set, true, 200, spam);
        add(set, false, 200, ham);
        sets.push_back(std::move(set));
    }
    return sets;
}

double points(const Calibrated& calibrated, std::string_view id) {
    return calibrated.rules.find(id)->points;
}

}  // namespace

TEST_CASE("a useless rule falls to its floor, a strong one gains, a rule without evidence keeps its author's points") {
    const RuleSet rules = rules_of({rule("strong", 1.0), rule("useless", 1.0), rule("unseen", 0.7), rule("too", 1.0),
                                    rule("and-this", 1.0), rule("this-too", 1.0), rule("and-that", 1.0)});
    // Five strong rules: with fewer, the most that they may cost would not do, and others would be called in to help.
    const auto sets = sets_of({80, 30, 0, 80, 80, 80, 80}, {2, 30, 0, 2, 2, 2, 2});
    const Calibrated calibrated = calibrate(rules, sets, 1);
    CHECK(points(calibrated, "strong") > 1.5);
    CHECK(points(calibrated, "useless") <= 0.3);
    CHECK(points(calibrated, "unseen") == 0.7);
    CHECK(calibrated.rules.find("unseen")->evidence.kept == "too little evidence");
    CHECK(calibrated.rules.find("strong")->evidence.kept.empty());
}

TEST_CASE("points are whole tenths within the range of their severity") {
    const RuleSet rules = rules_of({rule("info", 0.3, Severity::info), rule("warning", 1.0), rule("error", 2, Severity::error),
                                    rule("bad-error", 2, Severity::error)});
    const Calibrated calibrated = calibrate(rules, sets_of({60, 60, 60, 5}, {1, 1, 1, 40}), 1);
    CHECK(points(calibrated, "info") <= 1);
    CHECK(points(calibrated, "warning") <= 3);
    CHECK(points(calibrated, "error") <= 4);
    CHECK(points(calibrated, "bad-error") == doctest::Approx(0.3));
    for (const Rule& one : calibrated.rules.rules)
        CHECK(std::abs(one.points * 10 - std::round(one.points * 10)) < 1e-9);
}

TEST_CASE("a milder rule never costs more than the severer one it names, whatever the evidence") {
    std::vector<Rule> family = {rule("mild", 0.5), rule("severe", 1.0), rule("other", 1.0), rule("more", 1.0)};
    const auto sets = sets_of({60, 20, 80, 80}, {1, 15, 2, 2});
    const Calibrated apart = calibrate(rules_of(family), sets, 1);
    REQUIRE(points(apart, "mild") > points(apart, "severe"));
    family[0].milder_than = "severe";
    const Calibrated ordered = calibrate(rules_of(family), sets, 1);
    CHECK(points(ordered, "mild") <= points(ordered, "severe"));
    CHECK(points(ordered, "severe") > points(apart, "severe"));
}

TEST_CASE("the steps of a measure rule are scaled by one factor and never fall") {
    Rule steps = rule("steps", 0.9);
    steps.kind = RuleKind::measure;
    steps.steps = steps.author.steps = {{1, 0.1}, {2, 0.4}, {3, 0.9}};
    for (double points = 0; points <= 4; points += 0.1) {
        set_points(steps, points);
        CHECK(steps.steps[0].points <= steps.steps[1].points);
        CHECK(steps.steps[1].points <= steps.steps[2].points);
        CHECK(steps.steps[2].points == doctest::Approx(points));
        CHECK(std::abs(steps.steps[1].points - points * 4 / 9) <= 0.05 + 1e-9);
    }
}

TEST_CASE("every set weighs the same however many messages it has, and each class has its share") {
    std::vector<SampleSet> sets = sets_of({50, 20}, {5, 10});
    add(sets[0], true, 4000, {50, 20});
    double spam = 0, ham = 0;
    Calibration even;
    even.fitted_share = 0.3;
    const Mix mix = mix_of_all(sets, even);
    for (const Weighted& one : mix) (one.spam ? spam : ham) += one.share;
    CHECK(spam == doctest::Approx(0.3));
    CHECK(ham == doctest::Approx(0.7));
    // Twenty times the messages of set a, of the same kind, change the points by rounding at most.
    const RuleSet rules = rules_of({rule("one", 1.0), rule("two", 1.0)});
    const Calibrated small = calibrate(rules, sets_of({50, 20}, {5, 10}), 1), large = calibrate(rules, sets, 1);
    CHECK(std::abs(points(small, "one") - points(large, "one")) <= 0.1001);
    CHECK(std::abs(points(small, "two") - points(large, "two")) <= 0.1001);
}

TEST_CASE("a set too small to be whole weighs in proportion") {
    SampleSet whole{"whole", {}}, tiny{"tiny", {}};
    add(whole, false, 100, {0});
    add(whole, true, 100, {100});
    add(tiny, false, 5, {100});
    double hit_ham = 0;
    Calibration calibration;
    calibration.whole_set = 50;
    for (const Weighted& one : mix_of_all({whole, tiny}, calibration))
        if (!one.spam && !one.hits.empty()) hit_ham += one.share;
    CHECK(hit_ham == doctest::Approx(0.5 * 0.1 / 1.1));
}

TEST_CASE("sets of one class are pooled so that each fold has both") {
    SampleSet both{"both", {}}, spam{"spam", {}}, ham{"ham", {}}, more_ham{"more", {}};
    add(both, true, 3, {1});
    add(both, false, 3, {1});
    add(spam, true, 3, {1});
    add(ham, false, 3, {1});
    add(more_ham, false, 3, {1});
    const Folds folds = make_folds({both, spam, ham, more_ham});
    CHECK(folds.count == 2);
    CHECK(folds.of[1] == folds.of[2]);
    CHECK(folds.of[1] == folds.of[3]);
    CHECK(folds.of[0] != folds.of[1]);
    const Folds dealt = make_folds({spam, ham});  // one pool: there is nothing to leave out but parts
    CHECK(dealt.count == 5);
    CHECK(dealt.of[0] == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("the model's slope is that of its loss") {
    RuleSet rules = rules_of({rule("one", 1.0), rule("two", 0.5)});
    rules.scoring.groups = {{"g", {}, 1.2}};
    rules.rules[0].group = rules.rules[1].group = "g";
    const Model model(rules, mix_of_all(sets_of({60, 40}, {10, 20}), {}), 3);
    Fit fit{{0.8, 0.45}, 0.6}, slope;
    const double loss = model.loss(fit, slope);
    const double step = 1e-6;
    for (std::size_t i = 0; i < 2; ++i) {
        Fit other = fit;
        other.points[i] += step;
        CHECK((model.loss(other) - loss) / step == doctest::Approx(slope.points[i]).epsilon(1e-3));
    }
    Fit other = fit;
    other.odds_per_point += step;
    CHECK((model.loss(other) - loss) / step == doctest::Approx(slope.odds_per_point).epsilon(1e-3));
}

TEST_CASE("the same messages give the same bytes, whatever the order of lists and the number of threads") {
    const RuleSet rules = rules_of({rule("strong", 1.0), rule("weak", 0.5), rule("useless", 1.0)});
    std::vector<SampleSet> sets = sets_of({70, 30, 20}, {3, 10, 20});
    const Calibrated one = calibrate(rules, sets, 1);
    std::swap(sets[0], sets[2]);
    const Calibrated other = calibrate(rules, sets, 4);
    CHECK(weights_yaml(one.rules, one.penalty) == weights_yaml(other.rules, other.penalty));
}

TEST_CASE("the score of a sample is the score of its message") {
    RuleSet rules = rules_of({rule("one", 1.0), rule("two", 0.7)});
    rules.scoring.groups = {{"g", {}, 1.5}};
    rules.rules[0].group = rules.rules[1].group = "g";
    std::vector<Finding> findings(3);
    findings[1].rule = findings[2].rule = 1;
    findings[1].key = "x";
    findings[2].disguised = true;
    const Report report = score(rules, {"", findings});
    const Sample sample = sample_of(true, rules, report);
    REQUIRE(sample.hits.size() == 2);
    CHECK(sample.hits[0].times == doctest::Approx(1));
    CHECK(sample.hits[1].times == doctest::Approx(2));
    CHECK(score_of(sample, rules) == doctest::Approx(report.score));
    CHECK(report.score == doctest::Approx(8.5));
}

TEST_CASE("evidence is counted per 1,000 messages of each set that has the class") {
    SampleSet spam{"spam", {}}, ham{"ham", {}};
    add(spam, true, 100, {100, 0});
    add(spam, true, 100, {0, 0});
    add(ham, false, 10, {100, 0});
    add(ham, false, 90, {0, 0});
    const Calibrated calibrated = calibrate(rules_of({rule("one", 1.0), rule("two", 1.0)}), {spam, ham}, 1);
    const Evidence& evidence = calibrated.rules.find("one")->evidence;
    REQUIRE(evidence.spam.size() == 1);
    REQUIRE(evidence.ham.size() == 1);
    CHECK(evidence.spam[0].set == "spam");
    CHECK(evidence.spam[0].per_thousand == doctest::Approx(500));
    CHECK(evidence.ham[0].per_thousand == doctest::Approx(100));
    const std::string yaml = weights_yaml(calibrated.rules, calibrated.penalty);
    CHECK(yaml.find("    one:\n      points: ") != std::string::npos);
    CHECK(yaml.find("        spam: {spam: 500}\n        ham: {ham: 100}\n") != std::string::npos);
    CHECK(yaml.find("    two:\n      points: 1\n      kept: too little evidence\n") != std::string::npos);
}

TEST_CASE("a rule that costs nothing is told with its evidence all the same") {
    RuleSet rules = rules_of({rule("one", 1.0), rule("free", 0, Severity::info)});
    std::vector<Finding> findings(1);
    findings[0].rule = 1;
    const Sample told = sample_of(false, rules, score(rules, {"", findings}));
    REQUIRE(told.hits.size() == 1);
    CHECK(score_of(told, rules) == doctest::Approx(10));
    SampleSet set{"mine", std::vector<Sample>(20, told)};
    add(set, true, 20, {100, 0});
    const Rule free = *calibrate(rules, {set}, 1).rules.find("free");
    CHECK(free.points == 0);
    CHECK(free.evidence.kept.empty());
    REQUIRE(free.evidence.ham.size() == 1);
    CHECK(free.evidence.ham[0].per_thousand == doctest::Approx(1000));
}
