#include <fmt/format.h>

#include <algorithm>

#include "evaluate/evaluation.h"

namespace spamlint {
namespace {

constexpr std::size_t kWorstShown = 10;

std::string share_or_dash(double share) {
    return share < 0 ? "-" : fmt::format("{:.1f}%", 100 * share);
}
std::string area_or_dash(double area) {
    return area < 0 ? "-" : fmt::format("{:.3f}", area);
}

std::size_t class_size(const std::vector<Scored>& scored, bool spam) {
    return static_cast<std::size_t>(
        std::count_if(scored.begin(), scored.end(), [spam](const Scored& s) { return s.spam == spam; }));
}

std::string quartiles(const std::vector<Scored>& scored, bool spam) {
    if (class_size(scored, spam) == 0) return "-";
    return fmt::format("{:.1f}/{:.1f}/{:.1f}", quantile(scored, spam, 0.25), quantile(scored, spam, 0.5),
                       quantile(scored, spam, 0.75));
}

std::string set_line(const std::string& name, const std::vector<Scored>& scored, double min_score) {
    return fmt::format(
        "{:<28}{:>7}{:>7}{:>8}{:>9}{:>9}{:>15}{:>15}{:>11}{:>11}\n", name, class_size(scored, true),
        class_size(scored, false), area_or_dash(roc_area(scored)), share_or_dash(caught_at(scored, 0.01)),
        share_or_dash(caught_at(scored, 0.001)), quartiles(scored, true), quartiles(scored, false),
        share_or_dash(share_below(scored, true, min_score)), share_or_dash(share_below(scored, false, min_score)));
}

std::string sets_table(const Evaluation& evaluation, double min_score) {
    std::string out = fmt::format("{:<28}{:>7}{:>7}{:>8}{:>9}{:>9}{:>15}{:>15}{:>11}{:>11}\n", "set", "spam", "ham",
                                  "area", "at 1%", "at 0.1%", "spam q1/2/3", "ham q1/2/3", "spam fails", "ham fails");
    for (std::size_t i = 0; i < evaluation.sets.size(); ++i)
        out += set_line(evaluation.sets[i].name, evaluation.scored(i), min_score);
    if (evaluation.sets.size() > 1) out += set_line("all", evaluation.scored(), min_score);
    return out;
}

std::string rules_table(const Evaluation& evaluation, const RuleSet& rules) {
    auto hits = evaluation.rule_hits(rules.rules.size());
    std::erase_if(hits, [](const RuleHits& h) { return h.all_spam <= 0 && h.all_ham <= 0; });
    std::stable_sort(hits.begin(), hits.end(), [](const RuleHits& a, const RuleHits& b) {
        return a.all_spam - a.all_ham > b.all_spam - b.all_ham;
    });
    std::string out = fmt::format("\nhits per 1,000, spam/ham{:>24}", "all");
    for (const auto& set : evaluation.sets) out += fmt::format("{:>16}", set.name.substr(0, 15));
    const auto cell = [](double value) { return value < 0 ? std::string("-") : fmt::format("{:.0f}", value); };
    for (const RuleHits& h : hits) {
        out += fmt::format("\n{:<38}{:>10}", rules.rules[static_cast<std::size_t>(h.rule)].id,
                           cell(h.all_spam) + "/" + cell(h.all_ham));
        for (std::size_t i = 0; i < evaluation.sets.size(); ++i)
            out += fmt::format("{:>16}", cell(h.spam[i]) + "/" + cell(h.ham[i]));
    }
    return out + "\n";
}

std::string worst_list(const Evaluation& evaluation, bool spam) {
    std::string out = spam ? "\nspam with the highest scores\n" : "\nham with the lowest scores\n";
    for (const Outcome& outcome : evaluation.worst(spam, kWorstShown))
        out += fmt::format("{:>5.1f}  {}\n", outcome.score, outcome.path);
    return out;
}

}  // namespace

std::string evaluation_text(const Evaluation& evaluation, const RuleSet& rules) {
    return sets_table(evaluation, rules.scoring.min_score) + meaning_text(evaluation, rules) +
           rules_table(evaluation, rules) + worst_list(evaluation, false) + worst_list(evaluation, true);
}

}  // namespace spamlint
