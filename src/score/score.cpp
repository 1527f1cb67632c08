#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "score/report.h"

namespace spamlint {
namespace {

// Points are added in tenths, so that a report's deductions sum exactly to what the score lacks.
long tenths(double points) {
    return std::lround(points * 10);
}

/// The points of the severest step that the number passes.
double step_points(const Rule& rule, const std::vector<Step>& steps, double number) {
    double points = 0;
    for (const Step& step : steps)
        if (rule.above ? number > step.bound : number < step.bound) points = std::max(points, step.points);
    return points;
}

double cost_of(const Rule& rule, const Price& price, const Scoring& scoring, const Finding& finding) {
    if (rule.kind == RuleKind::measure) return step_points(rule, price.steps, finding.measured);
    return price.points * (finding.disguised ? scoring.disguised_factor : 1);
}

/// Each distinct text once, at its dearest; dearest first in full, each further one at the decay's share.
double cost_of_all(const Rule& rule, const Price& price, const Scoring& scoring, const std::vector<Finding>& findings) {
    std::map<std::string_view, double> by_text;
    for (const Finding& finding : findings)
        if (!finding.supporting)
            by_text[finding.key] = std::max(by_text[finding.key], cost_of(rule, price, scoring, finding));
    std::vector<double> costs;
    for (const auto& [text, cost] : by_text) costs.push_back(cost);
    std::sort(costs.begin(), costs.end(), std::greater<>());
    double sum = 0, share = 1;
    for (const double cost : costs) {
        sum += cost * share;
        share *= scoring.decay;
    }
    return sum;
}

void charge(const Rule& rule, const Scoring& scoring, Deduction& deduction) {
    deduction.cut = deduction.findings.size() >= kMaxFindingsPerRule;
    const double sum = cost_of_all(rule, {rule.points, rule.cap, rule.steps}, scoring, deduction.findings);
    deduction.capped = sum > rule.cap + 1e-9;
    deduction.points = static_cast<double>(tenths(std::min(sum, rule.cap))) / 10;
}

std::vector<Deduction> deductions_of(const RuleSet& rules, std::vector<Finding> findings) {
    std::map<int, Deduction> by_rule;
    for (Finding& finding : findings) {
        Deduction& deduction = by_rule[finding.rule];
        deduction.rule = finding.rule;
        deduction.findings.push_back(std::move(finding));
    }
    std::vector<Deduction> deductions;
    for (auto& [rule, deduction] : by_rule) {
        charge(rules.rules[static_cast<std::size_t>(rule)], rules.scoring, deduction);
        deductions.push_back(std::move(deduction));
    }
    return deductions;
}

/// Dearest first, then by id.
void sort_by_points(const RuleSet& rules, std::vector<Deduction>& deductions) {
    const auto id = [&](const Deduction& deduction) {
        return rules.rules[static_cast<std::size_t>(deduction.rule)].id;
    };
    std::sort(deductions.begin(), deductions.end(), [&](const Deduction& a, const Deduction& b) {
        if (tenths(a.points) != tenths(b.points)) return a.points > b.points;
        return id(a) < id(b);
    });
}

/// Over a group's cap the dearest deductions are kept whole, the one at the edge in part, the rest cost nothing.
void cap_groups(const RuleSet& rules, std::vector<Deduction>& deductions) {
    const std::vector<Group>& groups = rules.scoring.groups;
    std::vector<long> left;
    for (const Group& group : groups) left.push_back(tenths(group.cap));
    for (Deduction& deduction : deductions) {
        const auto& id = rules.rules[static_cast<std::size_t>(deduction.rule)].group;
        const auto group = std::ranges::find(groups, id, &Group::id);
        if (group == groups.end()) continue;
        long& left_of_group = left[static_cast<std::size_t>(group - groups.begin())];
        const long wanted = tenths(deduction.points), given = std::min(wanted, left_of_group);
        left_of_group -= given;
        deduction.capped = deduction.capped || given < wanted;
        deduction.points = static_cast<double>(given) / 10;
    }
}

std::string verdict_of(const Scoring& scoring, double score) {
    for (const Band& band : scoring.bands)
        if (score >= band.from - 1e-9) return band.verdict;
    return scoring.bands.empty() ? std::string() : scoring.bands.back().verdict;
}

}  // namespace

double multiple_of(const Rule& rule, const Scoring& scoring, const std::vector<Finding>& findings) {
    if (rule.author.points <= 0) return 0;
    return std::min(cost_of_all(rule, rule.author, scoring, findings), rule.author.cap) / rule.author.points;
}

Report score(const RuleSet& rules, Applied applied) {
    Report report;
    report.profile = std::move(applied.profile);
    report.deductions = deductions_of(rules, std::move(applied.findings));
    sort_by_points(rules, report.deductions);
    cap_groups(rules, report.deductions);
    sort_by_points(rules, report.deductions);
    long left = tenths(rules.scoring.start);
    for (const Deduction& deduction : report.deductions) left -= tenths(deduction.points);
    report.score = static_cast<double>(std::max(0L, left)) / 10;
    report.verdict = verdict_of(rules.scoring, report.score);
    return report;
}

}  // namespace spamlint
