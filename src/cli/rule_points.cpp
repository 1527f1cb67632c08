#include "cli/rule_points.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "evaluate/reference_mix.h"

namespace spamlint {

double most_points(const Rule& rule) {
    double most = rule.kind == RuleKind::measure ? 0 : std::max(rule.points, rule.cap);
    for (const Step& step : rule.steps) most = std::max(most, step.points);
    return most;
}

std::string rates_text(const std::vector<SetRate>& rates) {
    std::string text;
    for (const SetRate& rate : rates)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", rate.set, rate.per_thousand);
    return text;
}

double rate_in_mix(const RuleSet& rules, const std::vector<SetRate>& rates, bool spam) {
    std::vector<std::size_t> messages;
    for (const SetSize& set : rules.weights.sets) messages.push_back(spam ? set.spam : set.ham);
    const std::vector<double> parts = parts_of_class(messages, rules.scoring.calibration.whole_set);
    double all = 0;
    for (std::size_t i = 0; i < parts.size(); ++i)
        for (const SetRate& rate : rates)
            if (rate.set == rules.weights.sets[i].name) all += parts[i] * rate.per_thousand;
    return all;
}

double odds_times(const RuleSet& rules, double points) {
    return std::exp(rules.weights.odds_per_point * points);
}

std::string_view evidence_note(const Evidence& evidence, std::string_view lang) {
    if (evidence.kept.empty()) return {};
    return lang == "zh" ? std::string_view("证据太少，保留作者定的扣分")
                        : "too little evidence: the author's points are kept";
}

std::string_view kind_name(RuleKind kind) {
    switch (kind) {
        case RuleKind::match:
            return "match";
        case RuleKind::measure:
            return "measure";
        case RuleKind::each:
            break;
    }
    return "each";
}

}  // namespace spamlint
