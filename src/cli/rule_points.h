#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace spamlint {

/// The most that the rule alone takes off: its cap, or its highest step.
double most_points(const Rule& rule);
/// "ccert_zh 254, list_spam 6": hits of 1,000 messages by set.
std::string rates_text(const std::vector<SetRate>& rates);
/// How many of 1,000 messages of a class a rule hits in the reference mix, given its rates there (evidence.ham or
/// .spam).
double rate_in_mix(const RuleSet& rules, const std::vector<SetRate>& rates, bool spam);
/// How many times the odds of being spam grow, near the even score, with so many points taken off.
double odds_times(const RuleSet& rules, double points);
/// Why the author's points are kept, for people; "" where they are not.
std::string_view evidence_note(const Evidence& evidence, std::string_view lang);
std::string_view kind_name(RuleKind kind);

}  // namespace spamlint
