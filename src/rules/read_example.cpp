#include "rules/read_example.h"

namespace spamlint {
namespace {

/// The example key that puts a text into a scope: most are called like it.
std::string key_of(Scope scope) {
    return std::string(name(scope));
}

void add_header_fields(const YamlNode& node, Example& example, const PackContext& context) {
    if (!node.is_mapping()) {
        context.problems.add(node.place, "header must be a mapping: {Name: value}");
        return;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const YamlNode& value = node.items[i];
        const std::vector<YamlNode>& values = value.is_sequence() ? value.items : std::vector<YamlNode>{value};
        for (const YamlNode& one : values) {
            if (one.is_sequence() || one.is_mapping()) context.problems.add(one.place, "a header field's value must be a text");
            example.fields.emplace_back("header", node.keys[i].text + ": " + one.text);
        }
    }
}

void add_attachment(const YamlNode& node, Example& example, const PackContext& context) {
    if (!node.is_mapping()) {
        example.fields.emplace_back("attachment", read_text(node, "attachment", context.problems).value_or(""));
        return;
    }
    check_keys(node, attachment_keys(), "the attachment", context.problems);
    const YamlNode* file = node.find("name");
    example.fields.emplace_back("attachment", file ? file->text : "");
    for (std::size_t i = 0; i < node.keys.size(); ++i)
        if (node.keys[i].text != "name") example.fields.emplace_back("attachment." + node.keys[i].text, node.items[i].text);
}

void add_field(const YamlNode& key, const YamlNode& value, Example& example, const PackContext& context) {
    if (key.text == "header") {
        add_header_fields(value, example, context);
    } else if (key.text == "attachment" && value.is_sequence()) {
        for (const YamlNode& one : value.items) add_attachment(one, example, context);
    } else if (key.text == "attachment") {
        add_attachment(value, example, context);
    } else if (key.text == "omit") {
        for (std::string& field : read_texts(value, "omit", context.problems)) example.fields.emplace_back("omit", std::move(field));
    } else if (value.is_sequence() || value.is_mapping()) {
        context.problems.add(value.place, "'" + key.text + "' of an example must be a text");
    } else {
        example.fields.emplace_back(key.text, value.text);
    }
}

Example read_example(const YamlNode& node, bool hit, const Rule& rule, const PackContext& context) {
    Example example;
    example.hit = hit;
    example.line = node.place.line;
    example.column = node.place.column;
    if (node.is_scalar()) {
        if (rule.scopes.empty())
            context.problems.add(node.place, "an example of this rule must say what its text is: {text: '…'}");
        else
            example.fields.emplace_back(key_of(rule.scopes.front()), node.text);
        return example;
    }
    if (!check_keys(node, example_keys(), "the example", context.problems)) return example;
    for (std::size_t i = 0; i < node.keys.size(); ++i) add_field(node.keys[i], node.items[i], example, context);
    if (const YamlNode* profile = node.find("profile")) {
        std::vector<std::string_view> names;
        for (const Profile& known : context.scoring.profiles) names.push_back(known.id);
        read_name(*profile, "profile", names, context.problems);
    }
    return example;
}

}  // namespace

std::vector<Example> read_examples(const YamlNode& node, const Rule& rule, const PackContext& context) {
    std::vector<Example> examples;
    if (!check_keys(node, example_side_keys(), "examples", context.problems)) return examples;
    for (const std::string_view side : {"hit", "miss"}) {
        const YamlNode* list = node.find(side);
        if (!list) continue;
        if (!list->is_sequence() || list->items.empty()) {
            context.problems.add(list->place, std::string(side) + " must be a list with at least one example");
            continue;
        }
        for (const YamlNode& item : list->items) examples.push_back(read_example(item, side == "hit", rule, context));
    }
    return examples;
}

}  // namespace spamlint
