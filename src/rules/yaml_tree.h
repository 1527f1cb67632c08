#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/problems.h"

namespace spamlint {

/// A YAML document as plain data, every node with its place. The only door to yaml-cpp.
struct YamlNode {
    enum class Kind : std::uint8_t { null, scalar, sequence, mapping };
    Kind kind = Kind::null;
    bool quoted = false;          // '…', "…" or a block scalar: text, whatever it looks like
    std::string text;             // scalar
    std::vector<YamlNode> items;  // sequence: the items; mapping: the values
    std::vector<YamlNode> keys;   // mapping: scalars, as many as items
    Place place;

    bool is_scalar() const { return kind == Kind::scalar; }
    bool is_sequence() const { return kind == Kind::sequence; }
    bool is_mapping() const { return kind == Kind::mapping; }
    /// The value of a key, or nullptr.
    const YamlNode* find(std::string_view key) const;
};

/// Reads one document. False, with a problem, where the text is no YAML, holds several documents, or is larger
/// than any pack (aliases counted as often as they are used).
bool read_yaml(const std::string& text, YamlNode& root, Problems& problems);

}  // namespace spamlint
