#include "evaluate/even_point.h"

#include <algorithm>

#include "evaluate/local_curve.h"

namespace spamlint {
namespace {

constexpr double kLeastOdds = 0.05;  // less, and the scores tell nothing apart

std::vector<std::vector<Scored>> without(std::vector<std::vector<Scored>> sets, std::size_t left_out) {
    sets.erase(sets.begin() + static_cast<std::ptrdiff_t>(left_out));
    return sets;
}

}  // namespace

std::optional<EvenPoint> even_point(const std::vector<Weighed>& mix, double around) {
    const auto curve = local_curve(mix, around);
    if (!curve || !(curve->odds_per_point > kLeastOdds)) return std::nullopt;
    const double score = curve->even();
    const auto by_score = [](const Weighed& a, const Weighed& b) { return a.score < b.score; };
    const auto [least, greatest] = std::minmax_element(mix.begin(), mix.end(), by_score);
    if (!(score >= least->score && score <= greatest->score)) return std::nullopt;
    return EvenPoint{score, curve->odds_per_point};
}

std::optional<EvenRange> even_without_a_set(const std::vector<std::vector<Scored>>& sets,
                                            const Calibration& calibration) {
    std::optional<EvenRange> range;
    for (std::size_t at = 0; at < sets.size(); ++at) {
        const auto even = even_point(reference_mix(without(sets, at), calibration), calibration.even_score);
        if (!even) return std::nullopt;
        if (!range) range = EvenRange{even->score, even->score};
        range->least = std::min(range->least, even->score);
        range->greatest = std::max(range->greatest, even->score);
    }
    return range;
}

}  // namespace spamlint
