#pragma once

#include <vector>

#include "rules/pack_files.h"
#include "rules/rule_set.h"

namespace spamlint {

/// What is allowed in these packs and yet most likely not meant: words that turn up everywhere (function words, and
/// scoring says how short others are), words that another rule charges too, words that a guard of their own rule always
/// drops, patterns that can match nothing.
/// `rules` holds the rules that were loaded from the files.
std::vector<PackProblem> rule_warnings(const std::vector<PackFile>& files, const RuleSet& rules);

}  // namespace spamlint
