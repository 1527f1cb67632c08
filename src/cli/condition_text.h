#pragma once

#include <functional>
#include <string>
#include <vector>

#include "rules/rule.h"

namespace spamlint {

/// "links.targets < 5", "host ends with: a.com, b.net": a line a condition, as a rule's explanation shows it.
std::vector<std::string> condition_texts(const std::vector<Condition>& conditions,
                                         const std::function<std::string(int)>& name_of_subject);

}  // namespace spamlint
