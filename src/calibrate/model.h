#pragma once

#include <vector>

#include "calibrate/mix.h"

namespace spamlint {

/// What is fitted: the points of each rule, and the log-odds that a point stands for.
struct Fit {
    std::vector<double> points;  // one a rule
    double odds_per_point = 1;
    double scale = 1;  // what fitted points are pulled to, times the author's
};

/// The odds of being filtered: odds_per_point × (points taken off − points at even odds), in logs, for the reference
/// mix. Rules of a group take off no more than its cap. The loss is the mean log loss over a mix with `fitted_share` of
/// spam, in nats; the odds are shifted by what that mix has more of spam (Bayes), and so keep their meaning.
class Model {
public:
    Model(const RuleSet& rules, const Mix& mix);

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
    double even_ = 5;           // points that are taken off at even odds
    double shift_ = 0;          // log-odds
};

}  // namespace spamlint
