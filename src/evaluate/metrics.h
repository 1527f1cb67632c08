#pragma once

#include <cstddef>
#include <vector>

namespace spamlint {

/// One scored message: its score out of 10, and what it is.
struct Scored {
    double score = 10;
    bool spam = false;
};

/// A scored message as part of a mix, in which it has a share.
struct Weighed {
    double score = 10;
    bool spam = false;
    double share = 0;
};

struct RocPoint {
    double below = 0;        // messages that score below this are flagged
    double flagged_ham = 0;  // share of ham, 0 to 1
    double caught_spam = 0;  // share of spam, 0 to 1
};

/// Messages that score in [from, from + 1), the last one [9, 10].
struct ScoreBand {
    double from = 0;
    std::size_t spam = 0, ham = 0;
    double share = 0;      // of the mix
    double expected = 0;   // mean probability of being filtered that the scores state, over the mix
    double observed = -1;  // share of spam in the mix; -1 without messages
};

/// What a score says: the odds of being filtered are even at `even_score`, and e^odds_per_point times as high a point
/// below.
struct Meaning {
    double even_score = 5, odds_per_point = 1;
    double probability(double score) const;
};

/// Chance that a spam scores below a ham, ties counting half (the area under the ROC curve); -1 without both classes.
double roc_area(const std::vector<Scored>& scored);

/// Share of spam that scores below every threshold that flags at most `ham_share` of ham; -1 without both classes.
/// Strict: floor(ham_share × ham) ham may be flagged, and a tie with the next one is not.
double caught_at(const std::vector<Scored>& scored, double ham_share);

std::vector<RocPoint> roc_curve(const std::vector<Scored>& scored);
std::vector<ScoreBand> score_bands(const std::vector<Weighed>& mix, const Meaning& meaning);

/// Mean squared distance between the probability that a score states and the truth (Brier), over the mix. -1 without
/// both classes.
double brier(const std::vector<Weighed>& mix, const Meaning& meaning);

/// Mean distance between the probability that the bands state and the share of spam in them, over the mix. -1 without
/// both classes.
double calibration_error(const std::vector<Weighed>& mix, const Meaning& meaning);

/// Share of a class that scores below `threshold`; 0 for an empty class.
double share_below(const std::vector<Scored>& scored, bool spam, double threshold);

/// The score at quantile q (0 to 1) of a class; 10 for an empty one.
double quantile(const std::vector<Scored>& scored, bool spam, double q);

}  // namespace spamlint
