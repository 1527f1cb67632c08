#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"

namespace spamlint {

/// What one rule took off, with all places where it hit.
struct Deduction {
    int rule = 0;       // index into RuleSet::rules
    double points = 0;  // after decay, the rule's cap and its group's; whole tenths
    bool capped = false;
    bool cut = false;  // more places than kMaxFindingsPerRule: those behind were neither kept nor counted
    std::vector<Finding> findings;
};

struct Report {
    double score = 10;    // one decimal, 0.0 to 10.0
    std::string verdict;  // of scoring.bands
    std::string profile;
    std::vector<Deduction> deductions;  // dearest first, then by rule id
};

/// How many times its points a rule's findings cost: each distinct text once, decayed, disguises dearer, at most its
/// cap. 1 for one plain hit, and for a measure past its severest step. The author's prices decide, so that weights laid
/// over the rules do not change it.
double multiple_of(const Rule& rule, const Scoring& scoring, const std::vector<Finding>& findings);

/// Adds the findings up. Deterministic: the same findings give the same report.
Report score(const RuleSet& rules, Applied applied);

}  // namespace spamlint
