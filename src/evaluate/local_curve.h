#pragma once

#include <optional>
#include <vector>

#include "evaluate/metrics.h"

namespace spamlint {

/// A logistic curve laid through a mix by its scores alone, near one of them: the log-odds of being spam are `odds` at
/// the score `around`, and `odds_per_point` more a point below.
struct LocalCurve {
    double around = 5, odds = 0, odds_per_point = 0;
    double spam() const;  // share of it at `around`
    double even() const;  // the score at which half is spam
};

/// The curve of the least log loss, messages near `around` weighing most, so that what lies far away does not bend it.
/// Counting within a window instead is biased where wanted mail grows denser from score to score, unless the window is
/// so small that it is empty; isotonic regression leaps from step to step. None without both classes.
std::optional<LocalCurve> local_curve(const std::vector<Weighed>& mix, double around);

}  // namespace spamlint
