#pragma once

#include <string>
#include <string_view>

#include "facts/fact.h"
#include "rules/rule.h"

namespace spamlint {

/// A text in the form in which predicates compare it: without letter case, and folded where it is not ASCII.
std::string comparable(std::string_view text);

/// Does the value meet the predicate? Texts are compared case-insensitively.
bool holds(const Predicate& predicate, const Value& value);

/// Do all facts meet their conditions?
bool all_hold(const std::vector<Condition>& conditions, const Facts& facts);
/// Do all fields of the element meet their conditions?
bool all_hold(const std::vector<Condition>& conditions, const Element& element);

/// Gives a predicate on texts its compiled pattern, and its inner ones theirs.
void attach_regexes(Predicate& predicate);

}  // namespace spamlint
