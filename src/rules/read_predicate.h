#pragma once

#include "rules/lists.h"
#include "rules/read_value.h"

namespace spamlint {

/// What a reader of rules needs to know around the node that it reads.
struct PackContext {
    const ListTable& lists;
    const Scoring& scoring;  // groups and profiles
    std::string pack, category, policy;
    Problems& problems;
};

/// A predicate on a value of the given type.
Predicate read_predicate(const YamlNode& node, const Declaration& on, const PackContext& context);
/// `when:`: fact names to predicates.
std::vector<Condition> read_when(const YamlNode& node, const PackContext& context);
/// `where:`: field names of a sort to predicates.
std::vector<Condition> read_where(const YamlNode& node, const ElementSort& sort, const PackContext& context);
/// The index of a fact, or -1 with a problem.
int read_fact(const YamlNode& node, const PackContext& context);

}  // namespace spamlint
