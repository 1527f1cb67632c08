#pragma once

#include <vector>

#include "calibrate/model.h"

namespace spamlint {

/// The fit with the least loss plus penalty × (points − author's points)², summed over rules, within each severity's
/// range, no rule dearer than the one it is milder than. Rules that are not `fitted` keep their author's points.
Fit solve(const RuleSet& rules, const Model& model, const std::vector<bool>& fitted, double penalty);

}  // namespace spamlint
