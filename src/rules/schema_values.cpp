#include "rules/schema_values.h"

#include <vector>

namespace spamlint::schema {
namespace {

template <typename Names>
Json one_name_of(const Names& names) {
    return {{"enum", Json(names)}};
}

template <typename Named>
Json ids_of(const std::vector<Named>& all) {
    Json ids = Json::array();
    for (const Named& one : all) ids.push_back(one.id);
    return one_name_of(ids);
}

Json severity_names() {
    Json names = Json::array();
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
        names.push_back(name(severity));
    return one_name_of(names);
}

Json scope_names() {
    Json names = Json::array();
    for (int i = 0; i <= static_cast<int>(Scope::header); ++i) names.push_back(name(static_cast<Scope>(i)));
    return one_name_of(names);
}

Json number_facts() {
    Json facts = Json::array();
    for (const FactSource& fact : fact_sources())
        if (fact.type == ValueType::number) facts.push_back({{"const", fact.name}, {"description", described(fact)}});
    return {{"oneOf", std::move(facts)}};
}

Json sort_names() {
    Json sorts = Json::array();
    for (const ElementSort& sort : element_sorts())
        sorts.push_back({{"const", sort.name}, {"description", sort.meaning}});
    return {{"oneOf", std::move(sorts)}};
}

}  // namespace

Json defined(std::string_view definition) {
    return {{"$ref", "#/$defs/" + std::string(definition)}};
}

Json list_of(Json items) {
    return {{"type", "array"}, {"items", std::move(items)}};
}

Json filled_list_of(Json items) {
    return {{"type", "array"}, {"items", std::move(items)}, {"minItems", 1}};
}

Json free_names(Json value) {
    return {{"type", "object"}, {"additionalProperties", std::move(value)}};
}

Json profile_names(const Scoring& scoring) {
    return ids_of(scoring.profiles);
}

std::string described(const Declaration& declared) {
    const std::string of(name(declared.type));
    return std::string(declared.meaning) + " (" + of +
           (declared.unit.empty() ? "" : ", " + std::string(declared.unit)) + ")";
}

Json value_of(Shape shape, const Scoring& scoring) {
    switch (shape) {
        case Shape::text:
            return defined("text");
        case Shape::localised:
            return defined("localised");
        case Shape::number:
            return {{"type", "number"}};
        case Shape::integer:
            return {{"type", "integer"}, {"minimum", 0}};
        case Shape::texts:
            return defined("texts");
        case Shape::words:
            return defined("words");
        case Shape::pattern:
            return defined("pattern");
        case Shape::patterns:
            return filled_list_of(defined("pattern"));
        case Shape::pattern_groups:
            return list_of(filled_list_of(defined("pattern")));
        case Shape::steps:
            return defined("steps");
        case Shape::conditions:
            return {{"type", "object"}};  // rule() says of what
        case Shape::count:
            return defined("count");
        case Shape::examples:
            return defined("examples");
        case Shape::example_side:
            return filled_list_of(defined("example"));
        case Shape::severity:
            return severity_names();
        case Shape::category:
            return one_name_of(categories());
        case Shape::scopes:
            return filled_list_of(scope_names());
        case Shape::profiles:
            return filled_list_of(profile_names(scoring));
        case Shape::languages:
            return filled_list_of(one_name_of(languages()));
        case Shape::fact:
            return number_facts();
        case Shape::sort:
            return sort_names();
        case Shape::group:
            return ids_of(scoring.groups);
        case Shape::lists:
            return defined("lists");
        case Shape::rules:
            return list_of(defined("rule"));
        case Shape::groups:
            return list_of(defined("group"));
        case Shape::verdicts:
            return filled_list_of(free_names({{"type", "number"}}));
        case Shape::example_text:
            return defined("example-text");
        case Shape::profile_list:
            return list_of(defined("profile"));
        case Shape::condition_groups:
            return list_of(defined("when"));
        case Shape::localised_list:
            return list_of(defined("localised"));
        case Shape::scoring:
            return defined("scoring");
        case Shape::numbers:
            return filled_list_of({{"type", "number"}});
        case Shape::range:
            return {{"type", "array"}, {"items", {{"type", "number"}}}, {"minItems", 2}, {"maxItems", 2}};
        case Shape::calibration:
            return mapping(calibration_keys(), scoring);
        case Shape::set_sizes:
            return free_names(mapping(set_size_keys(), scoring));
        case Shape::rule_weights:
            return free_names(mapping(rule_weight_keys(), scoring));
        case Shape::evidence:
            return mapping(evidence_keys(), scoring);
        case Shape::rates:
            return free_names({{"type", "number"}, {"minimum", 0}, {"maximum", 1000}});
        case Shape::list_items:
            return {{"anyOf", Json::array({defined("texts"), list_of(mapping(brand_keys(), scoring))})}};
        case Shape::list_name:
            return defined("list-name");
        case Shape::only:
            return {{"const", "only"}};
        case Shape::predicate:  // predicate() says of which type
        case Shape::fields:
            break;  // example() says which
    }
    return Json::object();
}

Json mapping(const Keys& keys, const Scoring& scoring) {
    Json properties = Json::object(), required = Json::array();
    for (const Key& key : keys) {
        Json value = value_of(key.shape, scoring);
        value["description"] = key.meaning;
        properties[std::string(key.name)] = std::move(value);
        if (key.required) required.push_back(key.name);
    }
    Json object = {{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) object["required"] = std::move(required);
    object["additionalProperties"] = false;
    return object;
}

}  // namespace spamlint::schema
