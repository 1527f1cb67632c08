#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/keys.h"
#include "rules/rule.h"
#include "rules/yaml_tree.h"

namespace spamlint {

// Readers of single values. Each reports what is wrong and returns nothing then; `what` names the value: "points".

/// Holds a mapping's keys against a table: unknown, repeated and missing ones. False where `node` is no mapping.
bool check_keys(const YamlNode& node, const Keys& keys, std::string_view what, Problems& problems);

std::optional<std::string> read_text(const YamlNode& node, std::string_view what, Problems& problems);
/// A number in [least, most].
std::optional<double> read_number(const YamlNode& node, std::string_view what, double least, double most,
                                  Problems& problems);
/// The number that a plain scalar writes, quoted or not.
std::optional<double> as_number(const std::string& text);

/// A text in English and Chinese.
Localised read_localised(const YamlNode& node, std::string_view what, Problems& problems);
/// A sequence of texts.
std::vector<std::string> read_texts(const YamlNode& node, std::string_view what, Problems& problems);
/// A sequence of names out of `known`, as these have them.
std::vector<std::string_view> read_names(const YamlNode& node, std::string_view what,
                                    const std::vector<std::string_view>& known, Problems& problems);
/// A name out of `known`, kept.
std::optional<std::string_view> read_name(const YamlNode& node, std::string_view what,
                                     const std::vector<std::string_view>& known, Problems& problems);

/// The place of a key of a mapping, of the mapping itself where it has no such key.
Place place_of_key(const YamlNode& mapping, std::string_view key);

}  // namespace spamlint
