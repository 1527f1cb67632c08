#pragma once

#include "rules/read_predicate.h"

namespace spamlint {

/// One item of `rules:`. What is wrong goes to the problems; the rule is to be used only where none came up.
Rule read_rule(const YamlNode& node, const PackContext& context);

}  // namespace spamlint
