#pragma once

#include "rules/problems.h"
#include "rules/rule_set.h"
#include "rules/yaml_tree.h"

namespace spamlint {

/// A weights file on top of the rules: each named rule gets points and evidence; those not named keep what they have.
void read_weights(const YamlNode& root, RuleSet& rules, Problems& problems);

}  // namespace spamlint
