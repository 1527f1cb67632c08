#include "calibrate/model.h"

#include <algorithm>
#include <cmath>

namespace spamlint {
namespace {

constexpr double kSoftness = 0.1;  // points; a sharp bend at a cap would stop a solver that follows slopes
constexpr double kNoCap = 1e6;

/// Nearly min(sum, cap), without a bend; `kept` is its slope, from 1 far below the cap to 0 far above.
double limited(double sum, double cap, double& kept) {
    const double over = (sum - cap) / kSoftness;
    if (over > 0) {
        kept = std::exp(-over) / (1 + std::exp(-over));
        return cap - kSoftness * std::log1p(std::exp(-over));
    }
    kept = 1 / (1 + std::exp(over));
    return sum - kSoftness * std::log1p(std::exp(over));
}

/// log(1 + e^x) without overflow.
double log_one_plus_exp(double x) {
    return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
}

std::size_t group_of(const RuleSet& rules, int rule) {
    const Group* group = rules.scoring.group(rules.rules[static_cast<std::size_t>(rule)].group);
    return static_cast<std::size_t>(group ? group - rules.scoring.groups.data()
                                          : static_cast<std::ptrdiff_t>(rules.scoring.groups.size()));
}

}  // namespace

Model::Model(const RuleSet& rules, const Mix& mix, double anchor) : anchor_(anchor) {
    for (const Group& group : rules.scoring.groups) caps_.push_back(group.cap);
    caps_.push_back(kNoCap);
    for (const Weighted& one : mix) {
        const std::size_t begin = terms_.size();
        for (const Hit& hit : one.hits)
            terms_.push_back({static_cast<std::size_t>(hit.rule), group_of(rules, hit.rule), hit.times});
        std::stable_sort(terms_.begin() + static_cast<std::ptrdiff_t>(begin), terms_.end(),
                         [](const Term& a, const Term& b) { return a.group < b.group; });
        messages_.push_back({one.spam, one.share, begin, terms_.size()});
    }
}

/// `kept[i]`: how much of a point that the message's i-th term adds comes through its group's cap.
double Model::taken_off(const Message& message, const Fit& fit, std::vector<double>& kept) const {
    kept.resize(message.end - message.begin);
    double all = 0;
    for (std::size_t at = message.begin, next = at; at < message.end; at = next) {
        double sum = 0, share = 1;
        for (; next < message.end && terms_[next].group == terms_[at].group; ++next)
            sum += fit.points[terms_[next].rule] * terms_[next].times;
        all += limited(sum, caps_[terms_[at].group], share);
        std::fill(kept.begin() + static_cast<std::ptrdiff_t>(at - message.begin),
                  kept.begin() + static_cast<std::ptrdiff_t>(next - message.begin), share);
    }
    return all;
}

double Model::loss(const Fit& fit) const {
    double loss = 0;
    std::vector<double> kept;
    for (const Message& message : messages_) {
        const double odds = fit.odds_per_point * (taken_off(message, fit, kept) - anchor_);
        loss += message.share * log_one_plus_exp(message.spam ? -odds : odds);
    }
    return loss;
}

double Model::loss(const Fit& fit, Fit& slope) const {
    slope.points.assign(fit.points.size(), 0);
    slope.odds_per_point = 0;
    double loss = 0;
    std::vector<double> kept;
    for (const Message& message : messages_) {
        const double beyond = taken_off(message, fit, kept) - anchor_;
        const double odds = fit.odds_per_point * beyond;
        loss += message.share * log_one_plus_exp(message.spam ? -odds : odds);
        const double off = message.share * (1 / (1 + std::exp(-odds)) - (message.spam ? 1 : 0));
        slope.odds_per_point += off * beyond;
        for (std::size_t i = message.begin; i < message.end; ++i)
            slope.points[terms_[i].rule] += off * fit.odds_per_point * kept[i - message.begin] * terms_[i].times;
    }
    return loss;
}

}  // namespace spamlint
