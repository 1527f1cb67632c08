#pragma once

#include <string>

#include "rules/rule_set.h"

namespace spamlint {

/// JSON Schema (draft 2020-12) of a file under rules/, for editors: a pack, or the scoring. Made from the key tables
/// and from the declarations of facts and elements; groups and profiles are those of `scoring`. It says what may stand
/// where; what only a reader of the whole can see (a $list that nothing declares, steps that fall) is for load_packs().
std::string rules_schema(const Scoring& scoring);

}  // namespace spamlint
