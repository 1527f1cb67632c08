#pragma once

#include "rules/read_predicate.h"

namespace spamlint {

/// `any:`, `unless:` or one group of `with:`: a sequence of {words: …}, {regex: …} and {raw: …}.
std::vector<Pattern> read_patterns(const YamlNode& node, std::string_view what, const PackContext& context);

}  // namespace spamlint
