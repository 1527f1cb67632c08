#include <fmt/format.h>

#include <algorithm>

#include "calibrate/calibrate.h"

namespace spamlint {
namespace {

std::string share(double value) {
    return value < 0 ? "-" : fmt::format("{:.1f}%", 100 * value);
}

std::string area(double value) {
    return value < 0 ? "-" : fmt::format("{:.3f}", value);
}

bool has(const std::vector<Scored>& scored, bool spam) {
    return std::any_of(scored.begin(), scored.end(), [&](const Scored& one) { return one.spam == spam; });
}

/// "0.955  59.3%  5.1%  0.1%": area, caught at 1 % of ham, spam and ham below the bar.
std::string columns(const std::vector<Scored>& scored, double min_score) {
    const auto below = [&](bool spam) { return has(scored, spam) ? share_below(scored, spam, min_score) : -1; };
    return fmt::format("{:>9}{:>7}{:>7}{:>7}", area(roc_area(scored)), share(caught_at(scored, 0.01)),
                       share(below(true)), share(below(false)));
}

std::string line(const SetFigures& set, double min_score) {
    return fmt::format("{:<24}{}{}{}\n", set.name.substr(0, 23), columns(set.author, min_score),
                       columns(set.left_out, min_score), columns(set.fitted, min_score));
}

SetFigures all_of(const std::vector<SetFigures>& sets) {
    SetFigures all{"all", {}, {}, {}};
    for (const SetFigures& set : sets) {
        all.author.insert(all.author.end(), set.author.begin(), set.author.end());
        all.left_out.insert(all.left_out.end(), set.left_out.begin(), set.left_out.end());
        all.fitted.insert(all.fitted.end(), set.fitted.begin(), set.fitted.end());
    }
    return all;
}

std::string penalties(const Calibrated& calibrated) {
    std::string text = "penalty    loss on sets left out\n";
    for (const TriedPenalty& one : calibrated.tried)
        text +=
            fmt::format("{:<11}{:.4f}{}\n", one.penalty, one.loss, one.penalty == calibrated.penalty ? "  taken" : "");
    return text;
}

std::string rules(const RuleSet& rules) {
    const auto kept = std::count_if(rules.rules.begin(), rules.rules.end(),
                                    [](const Rule& rule) { return !rule.evidence.kept.empty(); });
    return fmt::format("{} rules, of which {} keep their author's points for want of evidence\n", rules.rules.size(),
                       kept);
}

using Points = std::vector<Scored> SetFigures::*;

std::string even_line(const Calibrated& calibrated, const char* points, Points of) {
    const Calibration& calibration = calibrated.rules.scoring.calibration;
    std::vector<std::vector<Scored>> scored;
    for (const SetFigures& set : calibrated.sets) scored.push_back(set.*of);
    const auto even = even_point(reference_mix(scored, calibration), calibration.even_score);
    if (!even) return fmt::format("{:<24}nowhere\n", points);
    const auto range = even_without_a_set(scored, calibration);
    const std::string without = range ? fmt::format("{:.2f} to {:.2f}", range->least, range->greatest) : "-";
    return fmt::format("{:<24}{:>7.2f}{:>21}{:>16.2f}\n", points, even->score, without, even->odds_per_point);
}

std::string even_table(const Calibrated& calibrated) {
    const double spam_share = calibrated.rules.scoring.calibration.spam_share;
    return fmt::format("{:<24}{:>7}{:>21}{:>16}\n", fmt::format("{:g}% spam: even at", 100 * spam_share), "score",
                       "without a set", "log-odds/point") +
           even_line(calibrated, "author's points", &SetFigures::author) +
           even_line(calibrated, "without the set's fold", &SetFigures::left_out) +
           even_line(calibrated, "fitted on all", &SetFigures::fitted);
}

}  // namespace

std::string calibration_text(const Calibrated& calibrated) {
    const double min_score = calibrated.rules.scoring.min_score;
    std::string text = penalties(calibrated) + "\n" + rules(calibrated.rules) + "\n" + even_table(calibrated) + "\n";
    text += fmt::format("{:<24}{:^30}{:^30}{:^30}\n", "", "author's points", "without the set's fold", "fitted on all");
    text += fmt::format("{:<24}", "set");
    for (int i = 0; i < 3; ++i) text += fmt::format("{:>9}{:>7}{:>7}{:>7}", "area", "at 1%", "spam<", "ham<");
    text += "\n";
    for (const SetFigures& set : calibrated.sets) text += line(set, min_score);
    text += line(all_of(calibrated.sets), min_score);
    return text + fmt::format("spam<, ham<: share that scores below {:.1f}\n", min_score);
}

}  // namespace spamlint
