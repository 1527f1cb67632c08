#pragma once

#include <string_view>

#include "rules/rule.h"

namespace spamlint {

/// The most that the rule alone takes off: its cap, or its highest step.
double most_points(const Rule& rule);
std::string_view kind_name(RuleKind kind);

}  // namespace spamlint
