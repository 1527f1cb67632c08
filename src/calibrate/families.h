#pragma once

#include <vector>

#include "rules/rule_set.h"

namespace spamlint {

/// Points in effect put into the order that `milder_than` asks for. Fitted points that are written in whole tenths, of
/// a solver with a tolerance, may turn an order round by a tenth: the milder rule then comes down, or where it keeps
/// its author's points, the severer one goes up.
void keep_orders(const std::vector<bool>& fitted, RuleSet& rules);

}  // namespace spamlint
