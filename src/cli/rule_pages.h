#pragma once

#include <string>

#include "rules/rule_set.h"

namespace spamlint {

// Pages for people in Markdown, ended by a line break. They depend on nothing but the packs and the declarations.

/// docs/rules.md: every rule by category and pack, then the groups and lists. Needs read_details(rules).
std::string rules_page(const RuleSet& rules);
/// docs/facts.md: every fact, and every sort of element with its fields.
std::string facts_page();

}  // namespace spamlint
