#pragma once

#include <vector>

#include "calibrate/sample.h"

namespace spamlint {

/// Writes into the rules how many of 1,000 messages of each set they hit, and which kept their author's points.
void add_evidence(const std::vector<SampleSet>& sets, const std::vector<bool>& fitted, RuleSet& rules);

}  // namespace spamlint
