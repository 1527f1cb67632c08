#include "rules/read_example.h"

namespace spamlint {
namespace {

constexpr double kMostTimes = 2'000'000;
constexpr std::size_t kMostBytes = std::size_t{32} << 20;  // of one repeated text

/// A plain text, or {before: …, repeat: …, times: …, after: …}; `lead` goes before it.
void add_text(const std::string& key, const std::string& lead, const YamlNode& node, Example& example,
              const PackContext& context) {
    ExampleText text{key, lead, {}, {}, 0};
    if (node.is_mapping()) {
        check_keys(node, repeated_text_keys(), "a repeated text", context.problems);
        if (const YamlNode* before = node.find("before")) text.before += before->text;
        if (const YamlNode* repeat = node.find("repeat")) text.repeat = repeat->text;
        if (const YamlNode* after = node.find("after")) text.after = after->text;
        if (const YamlNode* times = node.find("times"))
            text.times =
                static_cast<std::uint32_t>(read_number(*times, "times", 1, kMostTimes, context.problems).value_or(1));
        if (text.repeat.size() * text.times > kMostBytes)
            context.problems.add(node.place, "the repeated text is larger than 32 MB; repeat it less");
    } else if (node.is_sequence()) {
        context.problems.add(node.place, "'" + key + "' of an example must be a text");
    } else {
        text.before += node.text;
    }
    example.texts.push_back(std::move(text));
}

void add_header_fields(const YamlNode& node, Example& example, const PackContext& context) {
    if (!node.is_mapping()) {
        context.problems.add(node.place, "header must be a mapping: {Name: value}");
        return;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const YamlNode& value = node.items[i];
        const std::string lead = node.keys[i].text + ": ";
        if (!value.is_sequence())
            add_text("header", lead, value, example, context);
        else
            for (const YamlNode& one : value.items) add_text("header", lead, one, example, context);
    }
}

/// A name, or a mapping; its name goes first, since the other texts belong to the attachment before them.
void add_attachment(const YamlNode& node, Example& example, const PackContext& context) {
    if (!node.is_mapping()) return add_text("attachment", "", node, example, context);
    check_keys(node, attachment_keys(), "the attachment", context.problems);
    const YamlNode nameless, *file = node.find("name");
    add_text("attachment", "", file ? *file : nameless, example, context);
    for (std::size_t i = 0; i < node.keys.size(); ++i)
        if (node.keys[i].text != "name")
            add_text("attachment." + node.keys[i].text, "", node.items[i], example, context);
}

void add_field(const YamlNode& key, const YamlNode& value, Example& example, const PackContext& context) {
    if (key.text == "header") {
        add_header_fields(value, example, context);
    } else if (key.text == "attachment" && value.is_sequence()) {
        for (const YamlNode& one : value.items) add_attachment(one, example, context);
    } else if (key.text == "attachment") {
        add_attachment(value, example, context);
    } else if (key.text == "omit") {
        for (const std::string& field : read_texts(value, "omit", context.problems))
            example.texts.push_back({"omit", field, {}, {}, 0});
    } else {
        add_text(key.text, "", value, example, context);
    }
}

Example read_example(const YamlNode& node, bool hit, const Rule& rule, const PackContext& context) {
    Example example;
    example.hit = hit;
    example.line = node.place.line;
    example.column = node.place.column;
    if (node.is_scalar()) {
        const Scope scope = rule.scopes.empty() ? Scope::text : rule.scopes.front();
        add_text(std::string(name(scope)), "", node, example, context);
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
