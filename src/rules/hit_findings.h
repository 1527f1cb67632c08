#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "facts/content.h"
#include "rules/rule_set.h"
#include "rules/text_hits.h"

namespace spamlint {

/// What a located hit of a rule tells people. Of its text the first 2,000 bytes: a pattern may match 50 MB.
Finding finding_of(const RuleSet& rules, std::size_t rule, const Content& content, const TextHit& hit, bool supporting);

/// What makes a hit another one than the rule's other hits.
std::string key_of(const RuleSet& rules, const Content& content, const TextHit& hit);

void sort_by_place(std::vector<Finding>& findings);

/// Sorts them and keeps the first kMaxFindingsPerRule. A link's text is part of the text: one place and one text are
/// one finding.
void keep_first(std::vector<Finding>& findings);

}  // namespace spamlint
