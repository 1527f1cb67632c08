#include "rules/rule_set.h"

#include <algorithm>
#include <set>

namespace spamlint {

std::string_view name(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::info:
            break;
    }
    return "info";
}

std::string ExampleText::value() const {
    std::string text = before;
    text.reserve(before.size() + repeat.size() * times + after.size());
    for (std::uint32_t i = 0; i < times; ++i) text += repeat;
    text += after;
    return text;
}

const PointRange& Calibration::range(Severity severity) const {
    return severity == Severity::error ? error : severity == Severity::warning ? warning : info;
}

const Rule* RuleSet::find(std::string_view id) const {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

std::vector<std::string_view> RuleSet::policies() const {
    std::set<std::string_view> names;
    for (const Rule& rule : rules)
        if (!rule.policy.empty()) names.insert(rule.policy);
    return {names.begin(), names.end()};
}

const Group* Scoring::group(std::string_view id) const {
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const Group& group) { return group.id == id; });
    return found == groups.end() ? nullptr : &*found;
}

const Profile* Scoring::profile(std::string_view id) const {
    const auto found = std::find_if(profiles.begin(), profiles.end(), [&](const Profile& one) { return one.id == id; });
    return found == profiles.end() ? nullptr : &*found;
}

}  // namespace spamlint
