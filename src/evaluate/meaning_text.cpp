// What scores say in the reference mix, beside what is counted there.
#include <fmt/format.h>

#include "evaluate/edges.h"
#include "evaluate/evaluation.h"
#include "evaluate/even_point.h"

namespace spamlint {
namespace {

std::string share_or_dash(double share) {
    return share < 0 ? "-" : fmt::format("{:.1f}%", 100 * share);
}

std::string even_line(const std::vector<std::vector<Scored>>& sets, const Calibration& calibration) {
    const auto even = even_point(reference_mix(sets, calibration), calibration.even_score);
    if (!even) return "";
    const auto range = even_without_a_set(sets, calibration);
    return fmt::format(
        "Counted even at {:.2f}{}; a point less adds {:.2f} there to the log-odds\n", even->score,
        range ? fmt::format(", without one of the sets {:.2f} to {:.2f}", range->least, range->greatest) : "",
        even->odds_per_point);
}

/// How often what a score says is so, in the reference mix.
std::string bands_table(const std::vector<std::vector<Scored>>& sets, const RuleSet& rules) {
    const Meaning meaning = meaning_of(rules);
    const Calibration& calibration = rules.scoring.calibration;
    const std::vector<Weighed> mix = reference_mix(sets, calibration);
    std::string out = fmt::format("\n{:<8}{:>7}{:>7}  of a mix with {:g}% spam, {:>12}{:>20}\n", "score", "spam", "ham",
                                  100 * calibration.spam_share, "share of spam", "as the score says");
    for (const ScoreBand& band : score_bands(mix, meaning))
        out += fmt::format("{:>2}–{:<5}{:>7}{:>7}{:>41}{:>20}\n", band.from, band.from + 1, band.spam, band.ham,
                           share_or_dash(band.observed), band.observed < 0 ? "-" : share_or_dash(band.expected));
    if (brier(mix, meaning) < 0) return out;
    return out +
           fmt::format("Brier score {:.4f}, mean distance of what is said from what is so {:.1f} points of 100\n",
                       brier(mix, meaning), 100 * calibration_error(mix, meaning)) +
           even_line(sets, calibration);
}

/// What verdicts and the bar divide: how much wanted mail falls below, and how much of what is there is spam.
std::string edges_table(const Evaluation& evaluation, const Scoring& scoring) {
    const std::vector<Edge> all = edges(evaluation.scored_by_set(), scoring);
    const auto line = [&](const std::string& name, auto value) {
        std::string out = fmt::format("{:<42}", name);
        for (const Edge& edge : all) out += fmt::format("{:>7}", value(edge));
        return out + "\n";
    };
    const auto share_line = [&](const std::string& name, auto value) {
        return line(name, [&](const Edge& edge) { return share_or_dash(value(edge)); });
    };
    const std::string mix = fmt::format("of a mix with {:g}% spam, edge at", 100 * scoring.calibration.spam_share);
    std::string out = "\n" + line(mix, [](const Edge& edge) { return fmt::format("{:.1f}", edge.score); });
    out += share_line("spam of what scores there", [](const Edge& edge) { return edge.spam_at; });
    out += share_line("spam of all that scores below", [](const Edge& edge) { return edge.spam_below; });
    out += share_line("of all spam below", [](const Edge& edge) { return edge.mix_spam_below; });
    out += share_line("of all ham below", [](const Edge& edge) { return edge.mix_ham_below; });
    for (std::size_t set = 0; set < evaluation.sets.size(); ++set)
        out += share_line("ham of " + evaluation.sets[set].name, [&](const Edge& edge) { return edge.ham_below[set]; });
    return out;
}

}  // namespace

std::string meaning_text(const Evaluation& evaluation, const RuleSet& rules) {
    return bands_table(evaluation.scored_by_set(), rules) + edges_table(evaluation, rules.scoring);
}

}  // namespace spamlint
