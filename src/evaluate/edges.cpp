#include "evaluate/edges.h"

#include <algorithm>
#include <functional>
#include <set>

#include "evaluate/local_curve.h"

namespace spamlint {
namespace {

constexpr double kHalfTenth = 0.05;  // scores have one decimal

/// Shares of both classes.
struct Classes {
    double spam = 0, ham = 0;
};

Classes those_below(const std::vector<Weighed>& mix, double score) {
    Classes classes;
    for (const Weighed& one : mix)
        if (one.score < score - kHalfTenth) (one.spam ? classes.spam : classes.ham) += one.share;
    return classes;
}

double ham_below(const std::vector<Scored>& set, double score) {
    const bool any = std::any_of(set.begin(), set.end(), [](const Scored& one) { return !one.spam; });
    return any ? share_below(set, false, score) : -1;
}

Edge edge(const std::vector<std::vector<Scored>>& sets, const std::vector<Weighed>& mix, double score) {
    const Classes all = those_below(mix, 11), below = those_below(mix, score);
    Edge edge{score, -1, -1, 0, 0, {}};
    if (const auto curve = local_curve(mix, score)) edge.spam_at = curve->spam();
    if (below.spam + below.ham > 0) edge.spam_below = below.spam / (below.spam + below.ham);
    if (all.spam > 0) edge.mix_spam_below = below.spam / all.spam;
    if (all.ham > 0) edge.mix_ham_below = below.ham / all.ham;
    for (const auto& set : sets) edge.ham_below.push_back(ham_below(set, score));
    return edge;
}

}  // namespace

std::vector<Edge> edges(const std::vector<std::vector<Scored>>& sets, const Scoring& scoring) {
    std::set<double, std::greater<>> scores{scoring.min_score};
    for (const Band& band : scoring.bands)
        if (band.from > 0) scores.insert(band.from);
    const std::vector<Weighed> mix = reference_mix(sets, scoring.calibration);
    std::vector<Edge> all;
    for (const double score : scores) all.push_back(edge(sets, mix, score));
    return all;
}

}  // namespace spamlint
