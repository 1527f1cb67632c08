#include "calibrate/calibrate.h"

#include <algorithm>

#include "calibrate/anchor.h"
#include "calibrate/evidence.h"

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

class Calibrator {
public:
    Calibrator(const RuleSet& rules, std::vector<SampleSet> sets, std::size_t jobs)
        : rules_(rules), sets_(std::move(sets)), jobs_(jobs), fitted_(fitted_rules(rules, sets_)),
          folds_(make_folds(sets_)) {}

    Calibrated run() && {
        Calibrated result{rules_, 0, {}, {}};
        const double first = first_anchor(rules_.scoring);
        result.tried = try_penalties(rules_, sets_, folds_, fitted_, first, jobs_);
        const auto best = std::min_element(result.tried.begin(), result.tried.end(),
                                           [](const auto& a, const auto& b) { return a.loss < b.loss; });
        result.penalty = best->penalty;
        const double anchor = fit_anchored(sets_, fitted_, result.penalty, result.rules);
        add_figures(fits_without(rules_, sets_, folds_, fitted_, anchor, {result.penalty}, jobs_).front(), result);
        add_evidence(sets_, fitted_, result.rules);
        return result;
    }

private:
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
};

}  // namespace

Calibrated calibrate(const RuleSet& rules, std::vector<SampleSet> sets, std::size_t jobs) {
    std::sort(sets.begin(), sets.end(), [](const SampleSet& a, const SampleSet& b) { return a.name < b.name; });
    return Calibrator(rules, std::move(sets), jobs).run();
}

}  // namespace spamlint
