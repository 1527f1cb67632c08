#pragma once

#include "rules/lists.h"
#include "rules/rule_set.h"

namespace spamlint {

/// `scoring:` on top of what is known: numbers and the list of verdicts are replaced, groups and profiles of a known
/// id too, new ones follow the others.
void read_scoring(const YamlNode& node, const ListTable& lists, Scoring& scoring, Problems& problems);

}  // namespace spamlint
