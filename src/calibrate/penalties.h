#pragma once

#include <cstddef>
#include <vector>

#include "calibrate/model.h"

namespace spamlint {

/// What a penalty costs on mail that was left out: the mean log loss over the folds.
struct TriedPenalty {
    double penalty = 0, loss = 0;
};

/// With each of the penalties, points fitted without each of the folds in turn: fits[penalty][fold].
std::vector<std::vector<Fit>> fits_without(const RuleSet& rules, const std::vector<SampleSet>& sets, const Folds& folds,
                                           const std::vector<bool>& fitted, double anchor,
                                           const std::vector<double>& penalties, std::size_t jobs);

/// Each of the penalties that the rules name, tried on every fold with the points fitted outside it.
std::vector<TriedPenalty> try_penalties(const RuleSet& rules, const std::vector<SampleSet>& sets, const Folds& folds,
                                        const std::vector<bool>& fitted, double anchor, std::size_t jobs);

}  // namespace spamlint
