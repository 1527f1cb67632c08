#include "cli/rule_points.h"

#include <fmt/format.h>

#include <algorithm>

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
