#pragma once

#include <cstddef>
#include <vector>

#include "evaluate/metrics.h"
#include "rules/rule_set.h"

namespace spamlint {

/// Each set's part of a class, given its messages of that class: all sets weigh the same, but those with fewer than
/// `whole_set` messages less, in proportion. The parts sum to 1; a set without messages has none.
std::vector<double> parts_of_class(const std::vector<std::size_t>& messages, double whole_set);

/// The mix in which a score has its meaning: `spam_share` of it is spam, the rest wanted mail, each class put together
/// of its sets by their parts. A class that no set has leaves its share out.
std::vector<Weighed> reference_mix(const std::vector<std::vector<Scored>>& sets, const Calibration& calibration);

}  // namespace spamlint
