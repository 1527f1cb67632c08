#pragma once

#include <string>
#include <vector>

namespace spamlint {

/// Sets of literals, of each of which at least one occurs in each text that the pattern matches: "(?:won|got)
/// .{0,9}prize" needs one of {won, got} and {prize}. As few and as long literals as can be had; no literal is in two
/// sets. Empty: nothing is needed for certain, always try the pattern. Literals are lower case, as folded texts are.
/// With `exact_case` they hold for the text with its ASCII letters lowered, and sets where other letters' case could
/// matter are left out.
std::vector<std::vector<std::string>> required_literals(const std::string& pattern, bool exact_case);

}  // namespace spamlint
