#include <cmath>
#include <nlohmann/json.hpp>

#include "evaluate/edges.h"
#include "evaluate/evaluation.h"
#include "evaluate/even_point.h"

namespace spamlint {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kWorstListed = 50;

Json rounded(double value) { return value < 0 ? Json(nullptr) : Json(std::round(value * 10000) / 10000); }

Json class_json(const std::vector<Scored>& scored, bool spam, double min_score) {
    return {{"q1", quantile(scored, spam, 0.25)},
            {"median", quantile(scored, spam, 0.5)},
            {"q3", quantile(scored, spam, 0.75)},
            {"below_min_score", rounded(share_below(scored, spam, min_score))}};
}

Json bands_json(const std::vector<Weighed>& mix, const Meaning& meaning) {
    Json bands = Json::array();
    for (const ScoreBand& band : score_bands(mix, meaning))
        bands.push_back({{"from", band.from},
                         {"spam", band.spam},
                         {"ham", band.ham},
                         {"expected", band.observed < 0 ? Json(nullptr) : rounded(band.expected)},
                         {"observed", rounded(band.observed)}});
    return bands;
}

/// Of one set, or of all: their mix is the reference mix of these sets.
Json set_json(const std::string& name, const std::vector<Scored>& scored, const std::vector<Weighed>& mix,
              const RuleSet& rules) {
    const double min_score = rules.scoring.min_score;
    const Meaning meaning = meaning_of(rules);
    std::size_t spam = 0;
    for (const Scored& s : scored) spam += s.spam ? 1 : 0;
    return {{"name", name},
            {"spam", spam},
            {"ham", scored.size() - spam},
            {"auc", rounded(roc_area(scored))},
            {"caught_at_1", rounded(caught_at(scored, 0.01))},
            {"caught_at_0_1", rounded(caught_at(scored, 0.001))},
            {"brier", rounded(brier(mix, meaning))},
            {"calibration_error", rounded(calibration_error(mix, meaning))},
            {"spam_scores", class_json(scored, true, min_score)},
            {"ham_scores", class_json(scored, false, min_score)},
            {"bands", bands_json(mix, meaning)}};
}

Json even_json(const std::vector<std::vector<Scored>>& sets, const Calibration& calibration) {
    const auto even = even_point(reference_mix(sets, calibration), calibration.even_score);
    if (!even) return nullptr;
    const auto range = even_without_a_set(sets, calibration);
    return {{"score", rounded(even->score)},
            {"odds_per_point", rounded(even->odds_per_point)},
            {"without_a_set", range ? Json{rounded(range->least), rounded(range->greatest)} : Json(nullptr)}};
}

Json edges_json(const Evaluation& evaluation, const Scoring& scoring) {
    Json list = Json::array();
    for (const Edge& edge : edges(evaluation.scored_by_set(), scoring)) {
        Json sets = Json::object();
        for (std::size_t i = 0; i < evaluation.sets.size(); ++i)
            sets[evaluation.sets[i].name] = rounded(edge.ham_below[i]);
        list.push_back({{"score", edge.score},
                        {"spam_at", rounded(edge.spam_at)},
                        {"spam_below", rounded(edge.spam_below)},
                        {"of_spam_below", rounded(edge.mix_spam_below)},
                        {"of_ham_below", rounded(edge.mix_ham_below)},
                        {"ham_below", sets}});
    }
    return list;
}

Json rules_json(const Evaluation& evaluation, const RuleSet& rules) {
    Json list = Json::array();
    for (const RuleHits& hits : evaluation.rule_hits(rules.rules.size())) {
        Json sets = Json::object();
        for (std::size_t i = 0; i < evaluation.sets.size(); ++i)
            sets[evaluation.sets[i].name] = {{"spam", rounded(hits.spam[i])}, {"ham", rounded(hits.ham[i])}};
        list.push_back({{"rule", rules.rules[static_cast<std::size_t>(hits.rule)].id},
                        {"spam_per_1000", rounded(hits.all_spam)},
                        {"ham_per_1000", rounded(hits.all_ham)},
                        {"sets", sets}});
    }
    return list;
}

Json worst_json(const Evaluation& evaluation, const RuleSet& rules, bool spam) {
    Json list = Json::array();
    for (const Outcome& outcome : evaluation.worst(spam, kWorstListed)) {
        Json ids = Json::array();
        for (const int rule : outcome.rules) ids.push_back(rules.rules[static_cast<std::size_t>(rule)].id);
        list.push_back({{"path", outcome.path}, {"score", outcome.score}, {"rules", ids}});
    }
    return list;
}

}  // namespace

std::string evaluation_json(const Evaluation& evaluation, const RuleSet& rules) {
    const Calibration& calibration = rules.scoring.calibration;
    const auto scored = evaluation.scored_by_set();
    Json sets = Json::array();
    for (std::size_t i = 0; i < evaluation.sets.size(); ++i)
        sets.push_back(set_json(evaluation.sets[i].name, scored[i], reference_mix({scored[i]}, calibration), rules));
    const Json all{{"version", 1},
                   {"sets", sets},
                   {"all", set_json("all", evaluation.scored(), reference_mix(scored, calibration), rules)},
                   {"spam_share", calibration.spam_share},
                   {"even", even_json(scored, calibration)},
                   {"edges", edges_json(evaluation, rules.scoring)},
                   {"rules", rules_json(evaluation, rules)},
                   {"lowest_ham", worst_json(evaluation, rules, false)},
                   {"highest_spam", worst_json(evaluation, rules, true)}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace spamlint
