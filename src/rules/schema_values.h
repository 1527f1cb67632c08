#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "facts/fact.h"
#include "rules/keys.h"
#include "rules/rule_set.h"

namespace spamlint::schema {

// Pieces that the schema of rule packs is made of.

using Json = nlohmann::ordered_json;

/// A reference to one of the schema's $defs.
Json defined(std::string_view definition);
Json list_of(Json items);
/// A list that is not empty.
Json filled_list_of(Json items);
/// Names of a user's choosing, each with a value of one shape.
Json free_names(Json value);
Json profile_names(const Scoring& scoring);

/// "Size of the whole message as it stands in the file. (number, bytes)"
std::string described(const Declaration& declared);
/// What the value of a key looks like. What only the place of a key decides is left open.
Json value_of(Shape shape, const Scoring& scoring);
/// A mapping with these keys and no others.
Json mapping(const Keys& keys, const Scoring& scoring);

}  // namespace spamlint::schema
