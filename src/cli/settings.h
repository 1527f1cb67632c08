#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace spamlint {

// Values of options, read and checked. All throw Failure that names the option and what it takes.

/// The built-in packs with a user's packs on top, and a weights file over all of them unless "" is given;
/// refuse_problems() tells what is wrong with these.
RuleSet load_rules(const std::vector<std::string>& paths, const std::string& weights = {});
/// Throws where there are problems; of several, each is a line on standard error.
/// `what` they are in: "rules", "configuration".
void refuse_problems(const std::vector<PackProblem>& problems, std::string_view what = "rules");

/// "en" or "zh": as given, else the locale's.
std::string chosen_language(const std::string& given);
void require_language(const std::string& given);

/// A score from 0 to 10, or nothing for "".
std::optional<double> read_min_score(const std::string& given);
/// A whole number from 1 up, or nothing for ""; `option` is named where it is none.
std::optional<std::size_t> read_count(std::string_view option, const std::string& given);
/// error, warning or info, or nothing for "".
std::optional<Severity> read_severity(const std::string& given);
/// A number of threads from 1 up; as many as there are cores for "".
std::size_t read_jobs(const std::string& given);
/// "auto" or a profile of the packs.
void require_profile(const RuleSet& rules, const std::string& given);
/// Policies of the packs.
void require_policies(const RuleSet& rules, const std::vector<std::string>& given);

}  // namespace spamlint
