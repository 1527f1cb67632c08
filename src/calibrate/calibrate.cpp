#include "calibrate/calibrate.h"

#include <algorithm>
#include <cmath>

#include "calibrate/evidence.h"
#include "rules/for_each_index.h"
#include "calibrate/solve.h"

namespace spamlint {
namespace {

/// Messages that each rule hit, of all sets.
std::vector<std::size_t> messages_hit(const RuleSet& rules, const std::vector<SampleSet>& sets) {
    std::vector<std::size_t> hits(rules.rules.size());
    for (const SampleSet& set : sets)
        for (const Sample& sample : set.samples)
            for (const Hit& hit : sample.hits) ++hits[static_cast<std::size_t>(hit.rule)];
    return hits;
}

/// The rules whose points the messages may change.
std::vector<bool> fitted_rules(const RuleSet& rules, const std::vector<SampleSet>& sets) {
    const std::vector<std::size_t> hits = messages_hit(rules, sets);
    std::vector<bool> fitted(hits.size());
    for (std::size_t i = 0; i < fitted.size(); ++i)
        fitted[i] = rules.rules[i].author.points > 0 &&
                    static_cast<double>(hits[i]) >= rules.scoring.calibration.min_messages;
    return fitted;
}

/// The rules at the fit's points, in whole tenths; those not fitted at their author's, exactly.
void put_into_effect(const Fit& fit, const std::vector<bool>& fitted, RuleSet& rules) {
    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        Rule& rule = rules.rules[i];
        set_points(rule, fitted[i] ? std::round(fit.points[i] * 10) / 10 : rule.author.points);
    }
    rules.weights.odds_per_point = std::round(fit.odds_per_point * 100) / 100;
}

class Calibrator {
public:
    Calibrator(const RuleSet& rules, std::vector<SampleSet> sets, std::size_t jobs)
        : rules_(rules), sets_(std::move(sets)), jobs_(jobs), fitted_(fitted_rules(rules, sets_)),
          folds_(make_folds(sets_)) {}

    Calibrated run() && {
        const Calibration& calibration = rules_.scoring.calibration;
        Calibrated result{rules_, 0, try_penalties(), {}};
        const auto best = std::min_element(result.tried.begin(), result.tried.end(),
                                           [](const auto& a, const auto& b) { return a.loss < b.loss; });
        result.penalty = best->penalty;
        const Model model(rules_, mix_of_all(sets_, calibration));
        put_into_effect(solve(rules_, model, fitted_, result.penalty), fitted_, result.rules);
        add_figures(fits_[static_cast<std::size_t>(best - result.tried.begin())], result);
        add_evidence(sets_, fitted_, result.rules);
        return result;
    }

private:
    std::vector<TriedPenalty> try_penalties() {
        const Calibration& calibration = rules_.scoring.calibration;
        const std::vector<double>& penalties = calibration.penalties;
        fits_.assign(penalties.size(), std::vector<Fit>(folds_.count));
        std::vector<std::vector<double>> losses(penalties.size(), std::vector<double>(folds_.count));
        std::vector<Model> outside, inside;
        for (std::size_t fold = 0; fold < folds_.count; ++fold) {
            outside.emplace_back(rules_, mix_outside(sets_, folds_, fold, calibration));
            inside.emplace_back(rules_, mix_inside(sets_, folds_, fold, calibration));
        }
        for_each_index(penalties.size() * folds_.count, jobs_, [&](std::size_t at) {
            const std::size_t penalty = at / folds_.count, fold = at % folds_.count;
            fits_[penalty][fold] = solve(rules_, outside[fold], fitted_, penalties[penalty]);
            losses[penalty][fold] = inside[fold].loss(fits_[penalty][fold]);
        });
        std::vector<TriedPenalty> tried;
        for (std::size_t i = 0; i < penalties.size(); ++i) {
            double sum = 0;
            for (const double loss : losses[i]) sum += loss;
            tried.push_back({penalties[i], sum / static_cast<double>(folds_.count)});
        }
        return tried;
    }

    /// Every message's score three times over.
    void add_figures(const std::vector<Fit>& fits, Calibrated& result) const {
        RuleSet author = rules_;
        for (Rule& rule : author.rules) set_points(rule, rule.author.points);
        std::vector<RuleSet> without(folds_.count, rules_);
        for (std::size_t fold = 0; fold < folds_.count; ++fold) put_into_effect(fits[fold], fitted_, without[fold]);
        for (std::size_t at = 0; at < sets_.size(); ++at) {
            SetFigures figures{sets_[at].name, {}, {}, {}};
            for (std::size_t i = 0; i < sets_[at].samples.size(); ++i) {
                const Sample& sample = sets_[at].samples[i];
                figures.author.push_back({score_of(sample, author), sample.spam});
                figures.left_out.push_back({score_of(sample, without[folds_.of[at][i]]), sample.spam});
                figures.fitted.push_back({score_of(sample, result.rules), sample.spam});
            }
            result.sets.push_back(std::move(figures));
        }
    }

    const RuleSet& rules_;
    const std::vector<SampleSet> sets_;
    const std::size_t jobs_;
    const std::vector<bool> fitted_;
    const Folds folds_;
    std::vector<std::vector<Fit>> fits_;  // by penalty and fold
};

}  // namespace

Calibrated calibrate(const RuleSet& rules, std::vector<SampleSet> sets, std::size_t jobs) {
    std::sort(sets.begin(), sets.end(), [](const SampleSet& a, const SampleSet& b) { return a.name < b.name; });
    return Calibrator(rules, std::move(sets), jobs).run();
}

}  // namespace spamlint
