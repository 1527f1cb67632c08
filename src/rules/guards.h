#pragma once

#include <vector>

#include "rules/text_hits.h"

namespace spamlint {

/// Drops the hits of `any` that overlap a hit of the rule's `unless`, as drawn on the decoded text.
void drop_guarded(const RuleSet& rules, std::size_t rule, const Content& content, std::vector<TextHit>& hits);

}  // namespace spamlint
