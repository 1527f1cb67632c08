#include "evaluate/local_curve.h"

#include <algorithm>
#include <cmath>

namespace spamlint {
namespace {

constexpr double kReach = 1.25;      // points; beyond twice that a message hardly counts
constexpr double kStiffness = 1e-4;  // where nothing stands between the classes, no curve would be steep enough
constexpr double kLongestStep = 1;
constexpr double kStill = 1e-9;
constexpr int kMostSteps = 100;

/// The messages of a mix with their weight near a score; all weights sum to 1.
std::vector<Weighed> near(const std::vector<Weighed>& mix, double around) {
    std::vector<Weighed> weighed = mix;
    double all = 0;
    for (Weighed& one : weighed) {
        const double away = (one.score - around) / kReach;
        one.share *= std::exp(-away * away / 2);
        all += one.share;
    }
    for (Weighed& one : weighed) one.share /= all;
    return weighed;
}

/// A step of Newton's method towards the least log loss, bounded: where one class is rare, whole steps overshoot.
LocalCurve step(const std::vector<Weighed>& mix, const LocalCurve& curve) {
    double off = 0, off_slope = -2 * kStiffness * curve.odds_per_point;
    double bend = 0, bend_both = 0, bend_slope = 2 * kStiffness;
    for (const Weighed& one : mix) {
        const double below = curve.around - one.score;
        const double spam = 1 / (1 + std::exp(-(curve.odds + curve.odds_per_point * below)));
        const double missed = one.share * ((one.spam ? 1 : 0) - spam), weight = one.share * spam * (1 - spam);
        off += missed, off_slope += missed * below;
        bend += weight, bend_both += weight * below, bend_slope += weight * below * below;
    }
    const double determinant = bend * bend_slope - bend_both * bend_both;
    if (!(determinant > 0)) return {};
    const auto bounded = [&](double by) { return std::clamp(by / determinant, -kLongestStep, kLongestStep); };
    return {0, bounded(bend_slope * off - bend_both * off_slope), bounded(bend * off_slope - bend_both * off)};
}

bool has(const std::vector<Weighed>& mix, bool spam) {
    return std::any_of(mix.begin(), mix.end(), [spam](const Weighed& one) { return one.spam == spam; });
}

}  // namespace

double LocalCurve::spam() const {
    return 1 / (1 + std::exp(-odds));
}

double LocalCurve::even() const {
    return around + odds / odds_per_point;
}

std::optional<LocalCurve> local_curve(const std::vector<Weighed>& mix, double around) {
    if (!has(mix, true) || !has(mix, false)) return std::nullopt;
    const std::vector<Weighed> weighed = near(mix, around);
    LocalCurve curve{around, 0, 0};
    for (int i = 0; i < kMostSteps; ++i) {
        const LocalCurve by = step(weighed, curve);
        curve.odds += by.odds, curve.odds_per_point += by.odds_per_point;
        if (std::abs(by.odds) + std::abs(by.odds_per_point) < kStill) break;
    }
    return curve;
}

}  // namespace spamlint
