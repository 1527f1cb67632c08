#pragma once

#include <vector>

#include "calibrate/model.h"

namespace spamlint {

/// The fit with the least loss plus penalty × (odds_per_point × (points − author's points × scale))², summed over
/// rules, within each severity's range, no rule dearer than the one it is milder than. Rules that are not `fitted` keep
/// their author's points. The penalty is on log-odds: one on points would be the less the smaller all points are, and so would
/// pull at their scale, which is the anchor's to set.
Fit solve(const RuleSet& rules, const Model& model, const std::vector<bool>& fitted, double penalty);

}  // namespace spamlint
