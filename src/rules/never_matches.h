#pragma once

#include <string>

#include "rules/rule.h"

namespace spamlint {

/// Why a pattern can match no text, and what to do, or "": characters that folding leaves none of, and contradictions
/// that can be read off it. Not all patterns that match nothing are known: RE2 does not tell.
std::string never_matches(const PatternTexts& pattern);

}  // namespace spamlint
