#pragma once

#include <optional>
#include <vector>

#include "evaluate/reference_mix.h"

namespace spamlint {

/// Where a mix is counted as likely spam as not, and what a point less adds there to the log-odds of being spam.
struct EvenPoint {
    double score = 5, odds_per_point = 1;
};

/// Counted on the mail near `around`, by its local curve. None without both classes, where lower scores do not mean
/// more spam, or where none of the mix's scores is even: what lies beyond them was not counted.
std::optional<EvenPoint> even_point(const std::vector<Weighed>& mix, double around);

/// The least and the greatest even point of the sets when each in turn is left out: how much hangs on a single set.
/// None where one of these mixes has no even point.
struct EvenRange {
    double least = 0, greatest = 0;
};
std::optional<EvenRange> even_without_a_set(const std::vector<std::vector<Scored>>& sets,
                                            const Calibration& calibration);

}  // namespace spamlint
