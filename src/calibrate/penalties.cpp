#include "calibrate/penalties.h"

#include "calibrate/solve.h"
#include "rules/for_each_index.h"

namespace spamlint {

namespace {

double loss_inside(const RuleSet& rules, const std::vector<SampleSet>& sets, const Folds& folds, double anchor,
                   const std::vector<Fit>& fits) {
    double loss = 0;
    for (std::size_t fold = 0; fold < folds.count; ++fold)
        loss += Model(rules, mix_inside(sets, folds, fold, rules.scoring.calibration), anchor).loss(fits[fold]);
    return loss / static_cast<double>(folds.count);
}

}  // namespace

std::vector<std::vector<Fit>> fits_without(const RuleSet& rules, const std::vector<SampleSet>& sets, const Folds& folds,
                                           const std::vector<bool>& fitted, double anchor,
                                           const std::vector<double>& penalties, std::size_t jobs) {
    std::vector<Model> outside;
    for (std::size_t fold = 0; fold < folds.count; ++fold)
        outside.emplace_back(rules, mix_outside(sets, folds, fold, rules.scoring.calibration), anchor);
    std::vector<std::vector<Fit>> fits(penalties.size(), std::vector<Fit>(folds.count));
    for_each_index(penalties.size() * folds.count, jobs, [&](std::size_t at) {
        const std::size_t penalty = at / folds.count, fold = at % folds.count;
        fits[penalty][fold] = solve(rules, outside[fold], fitted, penalties[penalty]);
    });
    return fits;
}

std::vector<TriedPenalty> try_penalties(const RuleSet& rules, const std::vector<SampleSet>& sets, const Folds& folds,
                                        const std::vector<bool>& fitted, double anchor, std::size_t jobs) {
    const std::vector<double>& penalties = rules.scoring.calibration.penalties;
    const auto fits = fits_without(rules, sets, folds, fitted, anchor, penalties, jobs);
    std::vector<TriedPenalty> tried;
    for (std::size_t i = 0; i < penalties.size(); ++i)
        tried.push_back({penalties[i], loss_inside(rules, sets, folds, anchor, fits[i])});
    return tried;
}

}  // namespace spamlint
