#pragma once

#include <vector>

#include "evaluate/reference_mix.h"

namespace spamlint {

/// What a verdict's edge, or the bar, divides.
struct Edge {
    double score = 0;
    double spam_at = -1;     // share of spam of what scores so, by the local curve; -1 without one
    double spam_below = -1;  // share of spam of all that scores below; -1 without messages
    double mix_spam_below = 0, mix_ham_below = 0;  // of each class of the mix
    std::vector<double> ham_below;                 // of each set; -1 where it has no ham
};

/// The scores at which verdicts begin, and the bar, highest first.
std::vector<Edge> edges(const std::vector<std::vector<Scored>>& sets, const Scoring& scoring);

}  // namespace spamlint
