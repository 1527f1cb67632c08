#include "rules/read_predicate.h"

#include <algorithm>
#include <set>

#include "rules/predicate.h"
#include "rules/regex.h"
#include "rules/required_literals.h"
#include "rules/texts.h"

namespace spamlint {
namespace {

using Op = Predicate::Op;

struct Operator {
    std::string_view key;
    Op op;
};
constexpr Operator kOnNumbers[] = {
    {"above", Op::above}, {"at-least", Op::at_least}, {"below", Op::below}, {"at-most", Op::at_most}};
constexpr double kMostNumber = 1e12;

std::string described(const Declaration& on) {
    return "'" + std::string(on.name) + "' (a " + std::string(name(on.type)) + ")";
}

Predicate read_equals(const YamlNode& node, const Declaration& on, const PackContext& context) {
    Predicate predicate;
    if (on.type == ValueType::text) {
        predicate.text = keep(comparable(node.text));
    } else if (on.type == ValueType::number) {
        predicate.number =
            read_number(node, "the value of " + described(on), -kMostNumber, kMostNumber, context.problems).value_or(0);
    } else if (node.text == "true" || node.text == "false") {
        predicate.number = node.text == "true" ? 1 : 0;
    } else {
        context.problems.add(node.place, described(on) + " is true or false, not '" + node.text + "'");
    }
    return predicate;
}

Predicate any_number(const YamlNode& node, const Declaration& on, const PackContext& context) {
    Predicate predicate;
    predicate.op = Op::any;
    if (!node.is_sequence()) context.problems.add(node.place, "list must be a list of numbers: [80, 443]");
    for (const YamlNode& item : node.items) predicate.inner.push_back(read_equals(item, on, context));
    return predicate;
}

/// The items of {list: …}: a plain name stands for the list of this pack, else for the only one of all packs.
std::vector<std::string> items_of(const YamlNode& node, const PackContext& context) {
    YamlNode list = node;
    if (node.is_scalar()) list.text = context.lists.reference_to(node.text, context.pack);
    return read_items(list, "list", context.lists, context.pack, context.problems);
}

/// {list: …} and {suffix: …}
Predicate read_membership(const YamlNode& node, Op op, const Declaration& on, const PackContext& context) {
    if (on.type == ValueType::number && op == Op::in_list) return any_number(node, on, context);
    Predicate predicate;
    predicate.op = op;
    std::set<std::string> sorted;
    for (const std::string& item : items_of(node, context)) sorted.insert(comparable(item));
    for (const std::string& item : sorted) predicate.list.add(item);
    if (on.type != ValueType::text)
        context.problems.add(
            node.place, described(on) + " is held against a list of texts; compare it with above, below or a value");
    return predicate;
}

/// The need whose literals are longest, since these occur least.
TextTable best_need(const std::string& pattern) {
    const auto shortest = [](const std::vector<std::string>& need) {
        return std::ranges::min(need, {}, &std::string::size).size();
    };
    TextTable best;
    const auto needs = required_literals(pattern, true);
    const auto found = std::ranges::max_element(needs, {}, shortest);
    if (found != needs.end())
        for (const std::string& literal : *found) best.add(literal);
    return best;
}

Predicate read_regex(const YamlNode& node, const Declaration& on, const PackContext& context) {
    Predicate predicate;
    predicate.op = Op::matches;
    const std::string text = read_text(node, "regex", context.problems).value_or("");
    predicate.text = keep(text);
    if (on.type != ValueType::text)
        context.problems.add(node.place,
                             described(on) + " is held against a pattern; compare it with above, below or a value");
    const std::string fault = text.empty() ? std::string() : pattern_fault(text, true);
    if (fault.empty() && !text.empty()) predicate.need = best_need(text);
    // A predicate may ask for an empty text: '^$'.
    if (!fault.empty() && !fault.starts_with("pattern matches the empty text")) context.problems.add(node.place, fault);
    return predicate;
}

Predicate read_combination(const YamlNode& node, Op op, const Declaration& on, const PackContext& context) {
    Predicate predicate;
    predicate.op = op;
    if (op == Op::negation) {
        predicate.inner.push_back(read_predicate(node, on, context));
        return predicate;
    }
    if (!node.is_sequence() || node.items.empty())
        context.problems.add(node.place, "any and all take a list of predicates: [{above: 3}, {regex: 'x'}]");
    for (const YamlNode& item : node.items) predicate.inner.push_back(read_predicate(item, on, context));
    return predicate;
}

Predicate read_operator(const std::string& key, const YamlNode& value, const Declaration& on,
                        const PackContext& context) {
    if (key == "list") return read_membership(value, Op::in_list, on, context);
    if (key == "suffix") return read_membership(value, Op::has_suffix, on, context);
    if (key == "regex") return read_regex(value, on, context);
    if (key == "not") return read_combination(value, Op::negation, on, context);
    if (key == "any") return read_combination(value, Op::any, on, context);
    if (key == "all") return read_combination(value, Op::all, on, context);
    Predicate predicate;
    for (const Operator& candidate : kOnNumbers) {
        if (candidate.key != key) continue;
        predicate.op = candidate.op;
        if (on.type != ValueType::number)
            context.problems.add(value.place, described(on) + " has no '" + key + "'; that is for numbers");
        predicate.number = read_number(value, key, -kMostNumber, kMostNumber, context.problems).value_or(0);
    }
    return predicate;
}

}  // namespace

Predicate read_predicate(const YamlNode& node, const Declaration& on, const PackContext& context) {
    if (node.is_scalar()) return read_equals(node, on, context);
    Predicate all;
    all.op = Op::all;
    if (node.is_sequence()) {
        context.problems.add(node.place, "a list is no predicate; write {list: [a, b]} or {any: [{…}, {…}]}");
        return all;
    }
    if (!check_keys(node, predicate_keys(), "the predicate on '" + std::string(on.name) + "'", context.problems))
        return all;
    if (node.keys.empty()) context.problems.add(node.place, "empty predicate; write {above: 3} or a value");
    for (std::size_t i = 0; i < node.keys.size(); ++i)
        all.inner.push_back(read_operator(node.keys[i].text, node.items[i], on, context));
    if (all.inner.size() != 1) return all;
    Predicate only = std::move(all.inner.front());
    return only;
}

int read_fact(const YamlNode& node, const PackContext& context) {
    const int index = node.is_scalar() ? fact_index(node.text) : -1;
    if (index >= 0) return index;
    std::vector<std::string_view> names;
    for (const FactSource& source : fact_sources()) names.push_back(source.name);
    std::string hint = did_you_mean(node.text, names);
    if (hint.empty()) hint = "; 'spamlint facts FILE' lists them all";
    context.problems.add(node.place, "unknown fact '" + node.text + "'" + hint);
    return -1;
}

std::vector<Condition> read_when(const YamlNode& node, const PackContext& context) {
    std::vector<Condition> conditions;
    if (!node.is_mapping()) {
        context.problems.add(node.place, "when must be a mapping of facts: {links.targets: {below: 5}}");
        return conditions;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const int fact = read_fact(node.keys[i], context);
        if (fact < 0) continue;
        const FactSource& source = fact_sources()[static_cast<std::size_t>(fact)];
        conditions.push_back({fact, read_predicate(node.items[i], source, context)});
        attach_regexes(conditions.back().predicate);
    }
    return conditions;
}

std::vector<Condition> read_where(const YamlNode& node, const ElementSort& sort, const PackContext& context) {
    std::vector<Condition> conditions;
    if (!node.is_mapping()) {
        context.problems.add(node.place, "where must be a mapping of fields: {extension: {list: $executable}}");
        return conditions;
    }
    std::vector<std::string_view> names;
    for (const Declaration& field : sort.fields) names.push_back(field.name);
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const int field = sort.field_index(node.keys[i].text);
        if (field < 0) {
            std::string hint = did_you_mean(node.keys[i].text, names);
            if (hint.empty()) hint = "; its fields are " + one_of(names);
            context.problems.add(node.keys[i].place,
                                 "unknown field '" + node.keys[i].text + "' of " + std::string(sort.name) + hint);
            continue;
        }
        conditions.push_back(
            {field, read_predicate(node.items[i], sort.fields[static_cast<std::size_t>(field)], context)});
        attach_regexes(conditions.back().predicate);
    }
    return conditions;
}

}  // namespace spamlint
