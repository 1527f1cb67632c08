#pragma once

#include <string_view>
#include <vector>

#include "rules/finding.h"
#include "rules/rule.h"

namespace spamlint {

/// From a place of the text on the first line with anything in it, or the begin of a long one, at edges of characters.
Span line_from(std::string_view text, std::size_t begin);

/// A finding about the message as a whole.
Finding on_message(const Content& content, std::size_t rule);

/// Where a match rule misses what should be in its texts: the first line of the first text that it looks into, or the
/// message as a whole where there is none.
Finding on_absence(const Content& content, const Rule& rule, std::size_t index);

/// `count:`: of the findings those too many, or those that are there where too few are, or `absent` where none is. The
/// first costs. Empty where the number is right.
std::vector<Finding> counted(const Rule& rule, std::vector<Finding> matching, Finding absent);

}  // namespace spamlint
