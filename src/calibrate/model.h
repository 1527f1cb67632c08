#pragma once

#include <vector>

#include "calibrate/mix.h"

namespace spamlint {

/// What is fitted: the points of each rule, and the log-odds that a point stands for in the mix that is fitted.
struct Fit {
    std::vector<double> points;  // one a rule
    double odds_per_point = 1;
    double scale = 1;  // what fitted points are pulled to, times the author's
};

/// The odds of being spam in the mix that is fitted, in logs: odds_per_point × (points taken off − anchor). Rules of a
/// group take off no more than its cap. The loss is the mean log loss over the mix, in nats.
///
/// Without an anchor all points could grow together while odds_per_point falls: it sets their scale, and says nothing
/// about what a score means. Log-odds do not grow as a straight line with the points taken off, so that where the
/// reference mix is even is counted on scored mail (even_point()), not read off this model.
class Model {
public:
    Model(const RuleSet& rules, const Mix& mix, double anchor);

    double loss(const Fit& fit) const;
    /// The same, with its slope in each rule's points and in odds_per_point.
    double loss(const Fit& fit, Fit& slope) const;

private:
    struct Message {
        bool spam = false;
        double share = 0;
        std::size_t begin = 0, end = 0;  // of hits_, those of a group together
    };
    struct Term {
        std::size_t rule = 0, group = 0;
        double times = 1;
    };
    double taken_off(const Message& message, const Fit& fit, std::vector<double>& kept) const;

    std::vector<Message> messages_;
    std::vector<Term> terms_;
    std::vector<double> caps_;  // of groups; the last is that of no group
    double anchor_ = 0;         // points taken off at which the mix that is fitted is even
};

}  // namespace spamlint
