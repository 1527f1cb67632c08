#pragma once

#include <vector>

#include "calibrate/model.h"

namespace spamlint {

/// The anchor that a search begins with: half the points that are taken off where the reference mix shall be even.
double first_anchor(const Scoring& scoring);

/// Fits on all sets, and again with another anchor, until the reference mix, scored with the fitted points, is counted
/// even at the rules' `even_score`. Puts these points into effect, and what a score then says. Returns the anchor.
double fit_anchored(const std::vector<SampleSet>& sets, const std::vector<bool>& fitted, double penalty,
                    RuleSet& rules);

/// The rules at the fit's points, in whole tenths, families in order; those not fitted at their author's, exactly.
void put_into_effect(const Fit& fit, const std::vector<bool>& fitted, RuleSet& rules);

}  // namespace spamlint
