#include "calibrate/sample.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace spamlint {

Sample sample_of(bool spam, const RuleSet& rules, const Report& report) {
    Sample sample{spam, {}};
    for (const Deduction& deduction : report.deductions) {
        const Rule& rule = rules.rules[static_cast<std::size_t>(deduction.rule)];
        sample.hits.push_back({deduction.rule, multiple_of(rule, rules.scoring, deduction.findings)});
    }
    std::sort(sample.hits.begin(), sample.hits.end(), [](const Hit& a, const Hit& b) { return a.rule < b.rule; });
    return sample;
}

double score_of(const Sample& sample, const RuleSet& rules) {
    std::map<std::string_view, long> by_group;  // in tenths; "" holds the rules of no group
    for (const Hit& hit : sample.hits) {
        const Rule& rule = rules.rules[static_cast<std::size_t>(hit.rule)];
        by_group[rule.group] += std::lround(std::min(rule.points * hit.times, rule.cap) * 10);
    }
    long left = std::lround(rules.scoring.start * 10);
    for (const auto& [id, cost] : by_group) {
        const Group* group = rules.scoring.group(id);
        left -= group ? std::min(cost, std::lround(group->cap * 10)) : cost;
    }
    return static_cast<double>(std::max(0L, left)) / 10;
}

}  // namespace spamlint
