#pragma once

#include <vector>

#include "rules/rule_set.h"

namespace spamlint {

/// A measure rule: a finding for each cause of the fact, of which the first costs.
void apply_measure_rule(const RuleSet& rules, const Facts& facts, std::size_t rule, std::vector<Finding>& findings);

/// An each rule: a finding for each element that matches; with `count:`, for each one too many, or one where too few
/// are.
void apply_each_rule(const RuleSet& rules, const Facts& facts, std::size_t rule, std::vector<Finding>& findings);

}  // namespace spamlint
