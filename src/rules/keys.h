#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace spamlint {

/// What a key's value looks like. The JSON Schema for editors and the messages of the reader come from these.
enum class Shape : std::uint8_t {
    text,
    localised,
    number,
    integer,
    texts,
    words,
    pattern,
    patterns,
    pattern_groups,
    steps,
    conditions,
    predicate,
    count,
    examples,
    example_side,
    severity,
    category,
    scopes,
    profiles,
    languages,
    fact,
    sort,
    group,
    lists,
    rules,
    groups,
    verdicts,
    example_text,
    profile_list,
    condition_groups,
    localised_list,
    scoring,
    only,
    list_items,
    list_name,
    fields,
    numbers,
    range,
    calibration,
    set_sizes,
    rule_weights,
    evidence,
    rates,
};

struct Key {
    std::string_view name;
    Shape shape;
    bool required;
    std::string_view meaning;  // one English sentence
};
using Keys = std::vector<Key>;

/// Every key that a pack may hold, in one place.
const Keys& pack_keys();
const Keys& list_keys();
const Keys& brand_keys();
const Keys& rule_keys();
const Keys& pattern_keys();
const Keys& predicate_keys();
const Keys& count_keys();
const Keys& localised_keys();
const Keys& example_side_keys();
const Keys& example_keys();
const Keys& attachment_keys();
const Keys& repeated_text_keys();
const Keys& scoring_keys();
const Keys& calibration_keys();
const Keys& weights_keys();
const Keys& set_size_keys();
const Keys& rule_weight_keys();
const Keys& evidence_keys();
const Keys& group_keys();
const Keys& profile_keys();

/// The categories by which reports group deductions.
const std::vector<std::string_view>& categories();
/// ISO 639-1 codes that `languages:` may name.
const std::vector<std::string_view>& languages();

}  // namespace spamlint
