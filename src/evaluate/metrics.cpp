#include "evaluate/metrics.h"

#include <algorithm>
#include <cmath>

namespace spamlint {
namespace {

std::vector<double> scores_of(const std::vector<Scored>& scored, bool spam) {
    std::vector<double> scores;
    for (const Scored& s : scored)
        if (s.spam == spam) scores.push_back(s.score);
    std::sort(scores.begin(), scores.end());
    return scores;
}

std::size_t count_below(const std::vector<double>& sorted, double threshold) {
    return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), threshold) - sorted.begin());
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool has_both(const std::vector<Weighed>& mix) {
    const auto has = [&](bool spam) {
        return std::any_of(mix.begin(), mix.end(), [spam](const Weighed& one) { return one.spam == spam; });
    };
    return has(true) && has(false);
}

}  // namespace

double roc_area(const std::vector<Scored>& scored) {
    const auto spam = scores_of(scored, true), ham = scores_of(scored, false);
    if (spam.empty() || ham.empty()) return -1;
    double wins = 0;
    for (const double h : ham) {
        const auto [first, last] = std::equal_range(spam.begin(), spam.end(), h);
        wins += static_cast<double>(first - spam.begin()) + static_cast<double>(last - first) / 2;
    }
    return wins / (static_cast<double>(spam.size()) * static_cast<double>(ham.size()));
}

double caught_at(const std::vector<Scored>& scored, double ham_share) {
    const auto spam = scores_of(scored, true), ham = scores_of(scored, false);
    if (spam.empty() || ham.empty()) return -1;
    const auto allowed = static_cast<std::size_t>(ham_share * static_cast<double>(ham.size()));
    return allowed >= ham.size() ? 1 : share(count_below(spam, ham[allowed]), spam.size());
}

std::vector<RocPoint> roc_curve(const std::vector<Scored>& scored) {
    const auto spam = scores_of(scored, true), ham = scores_of(scored, false);
    std::vector<RocPoint> points;
    for (int tenth = 0; tenth <= 101; ++tenth) {
        const double below = tenth / 10.0 - 0.05;  // between two scores, which have one decimal
        points.push_back(
            {below, share(count_below(ham, below), ham.size()), share(count_below(spam, below), spam.size())});
    }
    return points;
}

double Meaning::probability(double score) const {
    return 1 / (1 + std::exp(-odds_per_point * (even_score - score)));
}

std::vector<ScoreBand> score_bands(const std::vector<Weighed>& mix, const Meaning& meaning) {
    std::vector<ScoreBand> bands(10);
    for (std::size_t i = 0; i < bands.size(); ++i) bands[i].from = static_cast<double>(i);
    for (const Weighed& one : mix) {
        ScoreBand& band = bands[static_cast<std::size_t>(std::clamp(std::floor(one.score), 0.0, 9.0))];
        ++(one.spam ? band.spam : band.ham);
        band.share += one.share;
        band.expected += one.share * meaning.probability(one.score);
        band.observed = std::max(0.0, band.observed) + (one.spam ? one.share : 0);
    }
    for (ScoreBand& band : bands) {
        if (band.share <= 0) continue;
        band.expected /= band.share;
        band.observed /= band.share;
    }
    return bands;
}

double brier(const std::vector<Weighed>& mix, const Meaning& meaning) {
    if (!has_both(mix)) return -1;
    double sum = 0;
    for (const Weighed& one : mix) sum += one.share * std::pow(meaning.probability(one.score) - (one.spam ? 1 : 0), 2);
    return sum;
}

double calibration_error(const std::vector<Weighed>& mix, const Meaning& meaning) {
    if (!has_both(mix)) return -1;
    double sum = 0;
    for (const ScoreBand& band : score_bands(mix, meaning))
        if (band.observed >= 0) sum += band.share * std::abs(band.expected - band.observed);
    return sum;
}

double share_below(const std::vector<Scored>& scored, bool spam, double threshold) {
    const auto scores = scores_of(scored, spam);
    return share(count_below(scores, threshold - 1e-9), scores.size());
}

double quantile(const std::vector<Scored>& scored, bool spam, double q) {
    const auto scores = scores_of(scored, spam);
    if (scores.empty()) return 10;
    return scores[std::min(scores.size() - 1, static_cast<std::size_t>(q * static_cast<double>(scores.size())))];
}

}  // namespace spamlint
