#include "rules/schema.h"

#include <vector>

#include "rules/schema_values.h"

namespace spamlint {
namespace schema {
namespace {

/// A predicate on a value of one type: the operators that go with it, and the bare value.
bool goes_with(const Key& key, ValueType type) {
    if (key.shape == Shape::predicate) return true;
    if (key.shape == Shape::number) return type == ValueType::number;
    return type == ValueType::text || (key.name == "list" && type == ValueType::number);
}

Json bare_value(ValueType type) {
    if (type == ValueType::number) return {{"type", "number"}};
    return type == ValueType::truth ? Json{{"type", "boolean"}} : defined("text");
}

std::string predicate_name(ValueType type) {
    return "predicate-" + std::string(name(type));
}

Json predicate(ValueType type) {
    const Scoring none;
    Json properties = Json::object();
    for (const Key& key : predicate_keys()) {
        if (!goes_with(key, type)) continue;
        Json value = value_of(key.shape, none);
        if (key.shape == Shape::predicate) value = defined(predicate_name(type));
        if (key.shape == Shape::predicate && key.name != "not") value = filled_list_of(std::move(value));
        if (key.name == "list" && type == ValueType::number) value = list_of({{"type", "number"}});
        value["description"] = key.meaning;
        properties[std::string(key.name)] = std::move(value);
    }
    Json operators = {{"type", "object"},
                      {"properties", std::move(properties)},
                      {"additionalProperties", false},
                      {"minProperties", 1}};
    return {{"anyOf", Json::array({bare_value(type), std::move(operators)})}};
}

/// A predicate for each of these facts or fields.
template <typename Declared>
Json conditions(const std::vector<Declared>& subjects) {
    Json properties = Json::object();
    for (const Declaration& subject : subjects) {
        Json value = defined(predicate_name(subject.type));
        value["description"] = described(subject);
        properties[std::string(subject.name)] = std::move(value);
    }
    return {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

/// Where a rule has `key`: what else it needs, and which keys would do nothing.
Json kind(std::string_view key, const std::vector<std::string_view>& needs,
          const std::vector<std::string_view>& refused) {
    Json properties = Json::object();
    for (const std::string_view other : refused) properties[std::string(other)] = false;
    Json then = {{"properties", std::move(properties)}};
    if (!needs.empty()) then["required"] = needs;
    return {{"if", {{"required", {key}}}}, {"then", std::move(then)}};
}

Json measure_kind() {
    Json measure =
        kind("measure", {},
             {"any", "each", "in", "with", "unless", "distinct", "disguised", "where", "count", "points", "cap"});
    const Json sides = Json::array({{{"required", {"above"}}}, {{"required", {"below"}}}});
    measure["then"]["oneOf"] = sides;
    return measure;
}

/// The fields that `where` may name are those of the sort under `each`.
Json where_of(const ElementSort& sort) {
    return {{"if", {{"required", {"each"}}, {"properties", {{"each", {{"const", sort.name}}}}}}},
            {"then", {{"properties", {{"where", defined("where-" + std::string(sort.name))}}}}}};
}

Json rule(const Scoring& scoring) {
    Json object = mapping(rule_keys(), scoring);
    Json& properties = object["properties"];
    properties["id"]["pattern"] = "^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$";
    properties["when"].update(defined("when"));
    object["anyOf"] = Json::array({{{"required", {"any"}}}, {{"required", {"measure"}}}, {{"required", {"each"}}}});
    Json all =
        Json::array({kind("any", {"in", "points"}, {"measure", "each", "above", "below", "where"}), measure_kind(),
                     kind("each", {"points"},
                          {"any", "measure", "in", "with", "unless", "distinct", "disguised", "above", "below"})});
    for (const ElementSort& sort : element_sorts()) all.push_back(where_of(sort));
    object["allOf"] = std::move(all);
    return object;
}

Json exactly_one(Json object) {
    object["minProperties"] = object["maxProperties"] = 1;
    return object;
}

Json named_lists(const Scoring& scoring) {
    Json with_source = mapping(list_keys(), scoring);
    return {{"type", "object"},
            {"propertyNames", {{"pattern", "^[a-z][a-z0-9.-]*$"}}},
            {"additionalProperties",
             {{"anyOf", Json::array({value_of(Shape::list_items, scoring), std::move(with_source)})}}}};
}

Json steps() {
    const Json points = {{"type", "number"}, {"minimum", 0}, {"maximum", 10}};
    return {{"type", "object"},
            {"propertyNames", {{"pattern", "^-?[0-9]+(\\.[0-9]+)?$"}}},
            {"additionalProperties", points},
            {"minProperties", 1}};
}

Json one_or_more(const Json& one) {
    return {{"anyOf", Json::array({one, list_of(one)})}};
}

Json example(const Scoring& scoring) {
    Json object = mapping(example_keys(), scoring);
    const Json attachment = {{"anyOf", Json::array({defined("example-text"), mapping(attachment_keys(), scoring)})}};
    object["properties"]["attachment"].update(one_or_more(attachment));
    object["properties"]["header"].update(free_names(one_or_more(defined("example-text"))));
    object["properties"]["profile"].update(profile_names(scoring));
    object["properties"]["profile"].erase("$ref");
    return {{"anyOf", Json::array({defined("text"), std::move(object)})}};
}

void define_texts(Json& definitions, const Scoring& scoring) {
    // A scalar of YAML: 2026 and `yes` are texts where a text is asked for.
    definitions["text"] = {{"type", {"string", "number", "boolean"}}};
    definitions["texts"] = list_of(defined("text"));
    definitions["list-name"] = {{"type", "string"}, {"pattern", "^\\$"}};
    definitions["words"] = {{"anyOf", Json::array({defined("list-name"), defined("texts")})}};
    definitions["localised"] = mapping(localised_keys(), scoring);
    const Json plain = {{"type", {"string", "number", "boolean", "null"}}};
    definitions["example-text"] = {{"anyOf", Json::array({plain, mapping(repeated_text_keys(), scoring)})}};
}

void define_conditions(Json& definitions) {
    for (const ValueType type : {ValueType::truth, ValueType::number, ValueType::text})
        definitions[predicate_name(type)] = predicate(type);
    definitions["when"] = conditions(fact_sources());
    for (const ElementSort& sort : element_sorts())
        definitions["where-" + std::string(sort.name)] = conditions(sort.fields);
}

void define_rules(Json& definitions, const Scoring& scoring) {
    definitions["pattern"] = exactly_one(mapping(pattern_keys(), scoring));
    definitions["steps"] = steps();
    definitions["count"] = exactly_one(mapping(count_keys(), scoring));
    definitions["example"] = example(scoring);
    definitions["examples"] = mapping(example_side_keys(), scoring);
    definitions["lists"] = named_lists(scoring);
    definitions["rule"] = rule(scoring);
    definitions["pack"] = mapping(pack_keys(), scoring);
}

void define_scoring(Json& definitions, const Scoring& scoring) {
    definitions["group"] = mapping(group_keys(), scoring);
    definitions["profile"] = mapping(profile_keys(), scoring);
    definitions["scoring"] = mapping(scoring_keys(), scoring);
    definitions["weights"] = mapping(weights_keys(), scoring);
}

}  // namespace
}  // namespace schema

std::string rules_schema(const Scoring& scoring) {
    using namespace schema;
    Json definitions = Json::object();
    define_texts(definitions, scoring);
    define_conditions(definitions);
    define_rules(definitions, scoring);
    define_scoring(definitions, scoring);
    const Json scoring_file = {
        {"type", "object"}, {"properties", {{"scoring", defined("scoring")}}}, {"additionalProperties", false}};
    const Json weights_file = {
        {"type", "object"}, {"properties", {{"weights", defined("weights")}}}, {"additionalProperties", false}};
    const Json whole = {
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"title", "Rule pack of spamlint"},
        {"if", {{"required", {"scoring"}}}},
        {"then", scoring_file},
        {"else", {{"if", {{"required", {"weights"}}}}, {"then", weights_file}, {"else", defined("pack")}}},
        {"$defs", std::move(definitions)}};
    return whole.dump(1) + "\n";
}

}  // namespace spamlint
