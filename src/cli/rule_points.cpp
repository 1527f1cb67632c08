#include "cli/rule_points.h"

#include <algorithm>

namespace spamlint {

double most_points(const Rule& rule) {
    double most = rule.kind == RuleKind::measure ? 0 : std::max(rule.points, rule.cap);
    for (const Step& step : rule.steps) most = std::max(most, step.points);
    return most;
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
