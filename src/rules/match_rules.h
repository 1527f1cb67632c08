#pragma once

#include <vector>

#include "rules/rule_set.h"

namespace spamlint {

/// Findings of all match rules for which `active` is set, by rule, then by span.
void apply_match_rules(const RuleSet& rules, const Facts& facts, const std::vector<bool>& active,
                       std::vector<Finding>& findings);

}  // namespace spamlint
