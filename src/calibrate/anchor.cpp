// Counted, not read off the model: log-odds grow less than in proportion to the points taken off, so that the straight
// line of the model is too timid in the middle, by more than a point of score.
#include "calibrate/anchor.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "calibrate/families.h"
#include "calibrate/solve.h"
#include "evaluate/even_point.h"

namespace spamlint {
namespace {

constexpr double kMostChange = 1.25;  // of the anchor in a round
constexpr double kWorse = 1.1;        // of the loss; beyond, points at their highest are helped out by useless rules
constexpr double kNear = 0.05;        // points: the even score is told in tenths
constexpr int kMostRounds = 10;

double wanted(const Scoring& scoring) {
    return scoring.start - scoring.calibration.even_score;
}

double log_odds(double share) {
    return std::log(share / (1 - share));
}

std::optional<EvenPoint> counted(const std::vector<SampleSet>& sets, const RuleSet& rules) {
    std::vector<std::vector<Scored>> scored(sets.size());
    for (std::size_t at = 0; at < sets.size(); ++at)
        for (const Sample& sample : sets[at].samples) scored[at].push_back({score_of(sample, rules), sample.spam});
    const Calibration& calibration = rules.scoring.calibration;
    return even_point(reference_mix(scored, calibration), calibration.even_score);
}

/// What the model says, for where nothing can be counted: the mix that was fitted is even at the anchor, and the odds
/// are shifted by what it has more of spam than the reference mix (Bayes).
EvenPoint modelled(const Scoring& scoring, const Fit& fit, double anchor) {
    const Calibration& calibration = scoring.calibration;
    const double shift = log_odds(calibration.fitted_share) - log_odds(calibration.spam_share);
    return {std::clamp(scoring.start - anchor - shift / fit.odds_per_point, 0.0, scoring.start), fit.odds_per_point};
}

void say(const EvenPoint& even, Weights& weights) {
    weights.even_score = std::round(even.score * 10) / 10;
    weights.odds_per_point = std::round(even.odds_per_point * 100) / 100;
}

/// Points grow in proportion to the anchor, but for caps, ranges and whole tenths: a few rounds do.
double next_anchor(double anchor, const EvenPoint& even, const Scoring& scoring) {
    const double taken_off = scoring.start - even.score;
    return anchor * std::clamp(wanted(scoring) / taken_off, 1 / kMostChange, kMostChange);
}

}  // namespace

double first_anchor(const Scoring& scoring) {
    return wanted(scoring) / 2;
}

double fit_anchored(const std::vector<SampleSet>& sets, const std::vector<bool>& fitted, double penalty,
                    RuleSet& rules) {
    const Mix mix = mix_of_all(sets, rules.scoring.calibration);
    double anchor = first_anchor(rules.scoring);
    Fit fit = solve(rules, Model(rules, mix, anchor), fitted, penalty);
    const double most_loss = kWorse * Model(rules, mix, anchor).loss(fit);
    for (int round = 1;; ++round) {
        put_into_effect(fit, fitted, rules);
        const auto even = counted(sets, rules);
        say(even.value_or(modelled(rules.scoring, fit, anchor)), rules.weights);
        if (!even || round == kMostRounds) return anchor;
        if (std::abs(even->score - rules.scoring.calibration.even_score) < kNear) return anchor;
        const double next = next_anchor(anchor, *even, rules.scoring);
        const Model model(rules, mix, next);
        fit = solve(rules, model, fitted, penalty);
        if (model.loss(fit) > most_loss) return anchor;
        anchor = next;
    }
}

void put_into_effect(const Fit& fit, const std::vector<bool>& fitted, RuleSet& rules) {
    for (std::size_t i = 0; i < rules.rules.size(); ++i)
        set_points(rules.rules[i], fitted[i] ? std::round(fit.points[i] * 10) / 10 : rules.rules[i].author.points);
    keep_orders(fitted, rules);
}

}  // namespace spamlint
