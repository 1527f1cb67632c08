#pragma once

#include "rules/read_predicate.h"

namespace spamlint {

/// `examples: {hit: […], miss: […]}` of a rule, which decides what a plain string means.
std::vector<Example> read_examples(const YamlNode& node, const Rule& rule, const PackContext& context);

}  // namespace spamlint
