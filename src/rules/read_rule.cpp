#include "rules/read_rule.h"

#include <algorithm>

#include "rules/read_example.h"
#include "rules/read_pattern.h"
#include "rules/texts.h"

namespace spamlint {
namespace {

constexpr double kMostPoints = 10;  // the whole score
constexpr double kMostNumber = 1e12;
constexpr double kMostDistinct = 50;

bool is_id(std::string_view id) {
    return !id.empty() && id.size() <= 60 && id.front() != '-' && id.back() != '-' &&
           std::all_of(id.begin(), id.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

void read_identity(const YamlNode& node, Rule& rule, const PackContext& context) {
    if (const YamlNode* id = node.find("id")) {
        rule.id = keep(read_text(*id, "id", context.problems).value_or(""));
        if (!rule.id.empty() && !is_id(rule.id))
            context.problems.add(id->place,
                                 "'" + std::string(rule.id) + "' is no id; use a-z, 0-9 and hyphens, 60 at most");
    }
    if (const YamlNode* title = node.find("title")) rule.title = read_localised(*title, "title", context.problems);
    if (const YamlNode* why = node.find("why")) rule.why = read_localised(*why, "why", context.problems);
    if (const YamlNode* fix = node.find("fix")) rule.fix = read_localised(*fix, "fix", context.problems);
    if (const YamlNode* references = node.find("references"))
        for (const std::string& reference : read_texts(*references, "references", context.problems))
            rule.references.push_back(keep(reference));
}

Severity severity_by_name(std::string_view text) {
    return text == "error" ? Severity::error : text == "info" ? Severity::info : Severity::warning;
}

/// Severity, group, profiles, languages, when: what all kinds share beside their dress.
void read_bounds(const YamlNode& node, Rule& rule, const PackContext& context) {
    std::vector<std::string_view> groups, profiles;
    for (const Group& group : context.scoring.groups) groups.push_back(group.id);
    for (const Profile& profile : context.scoring.profiles) profiles.push_back(profile.id);
    if (const YamlNode* severity = node.find("severity"))
        rule.severity = severity_by_name(
            read_name(*severity, "severity", {"error", "warning", "info"}, context.problems).value_or(""));
    if (const YamlNode* group = node.find("group"))
        rule.group = read_name(*group, "group", groups, context.problems).value_or("");
    if (const YamlNode* names = node.find("profiles"))
        rule.profiles = read_names(*names, "profile", profiles, context.problems);
    if (const YamlNode* codes = node.find("languages"))
        rule.languages = read_names(*codes, "language", languages(), context.problems);
    if (const YamlNode* when = node.find("when")) rule.when = read_when(*when, context);
}

void read_points(const YamlNode& node, Rule& rule, const PackContext& context) {
    const YamlNode* points = node.find("points");
    if (!points) {
        context.problems.add(node.place, "the rule has no 'points'; add what the first hit costs");
        return;
    }
    rule.points = read_number(*points, "points", 0, kMostPoints, context.problems).value_or(0);
    rule.cap = std::min(2 * rule.points, kMostPoints);
    if (const YamlNode* cap = node.find("cap")) {
        rule.cap = read_number(*cap, "cap", 0, kMostPoints, context.problems).value_or(rule.cap);
        if (rule.cap < rule.points)
            context.problems.add(cap->place, "cap is less than points; a single hit would never cost its points");
    }
}

std::vector<Scope> read_scopes(const YamlNode& node, const PackContext& context) {
    static const std::vector<std::string_view> known = [] {
        std::vector<std::string_view> names;
        for (int i = 0; i <= static_cast<int>(Scope::header); ++i) names.push_back(name(static_cast<Scope>(i)));
        return names;
    }();
    std::vector<Scope> scopes;
    for (const std::string_view text : read_names(node, "scope", known, context.problems)) {
        const Scope scope = *scope_by_name(text);
        if (std::find(scopes.begin(), scopes.end(), scope) == scopes.end()) scopes.push_back(scope);
    }
    return scopes;
}

/// {below: n} or {above: n}
void read_count(const YamlNode& node, Rule& rule, const PackContext& context) {
    const YamlNode* count = node.find("count");
    if (!count || !check_keys(*count, count_keys(), "count", context.problems)) return;
    if (count->keys.size() != 1) context.problems.add(count->place, "count is either {below: n} or {above: n}");
    if (const YamlNode* below = count->find("below"))
        rule.count_below = static_cast<int>(read_number(*below, "below", 1, 1e6, context.problems).value_or(1));
    if (const YamlNode* above = count->find("above"))
        rule.count_above = static_cast<int>(read_number(*above, "above", 0, 1e6, context.problems).value_or(0));
}

void read_match(const YamlNode& node, Rule& rule, const PackContext& context) {
    rule.kind = RuleKind::match;
    read_points(node, rule, context);
    if (const YamlNode* scopes = node.find("in"))
        rule.scopes = read_scopes(*scopes, context);
    else
        context.problems.add(node.place, "a match rule needs 'in'; name the texts to look into: [subject, text]");
    rule.any = read_patterns(*node.find("any"), "any", context);
    if (const YamlNode* unless = node.find("unless")) rule.unless = read_patterns(*unless, "unless", context);
    if (const YamlNode* with = node.find("with")) {
        if (!with->is_sequence())
            context.problems.add(with->place, "with must be a list of groups: [[{words: [a]}], [{regex: 'b'}]]");
        for (const YamlNode& group : with->items) rule.with.push_back(read_patterns(group, "a group of with", context));
        rule.with_groups = static_cast<std::uint32_t>(rule.with.size());
    }
    if (const YamlNode* distinct = node.find("distinct")) {
        const double number = read_number(*distinct, "distinct", 1, kMostDistinct, context.problems).value_or(1);
        rule.distinct = static_cast<int>(number);
        if (node.find("count"))
            context.problems.add(distinct->place, "distinct and count exclude each other; keep one of them");
    }
    if (const YamlNode* disguised = node.find("disguised"))
        rule.disguised_only = read_name(*disguised, "value of disguised", {"only"}, context.problems).has_value();
    read_count(node, rule, context);
}

/// {6: 0.4, 12: 1.0}: both the bounds and the points go one way.
void read_steps(const YamlNode& node, Rule& rule, const PackContext& context) {
    if (!node.is_mapping() || node.keys.empty()) {
        context.problems.add(node.place, "steps must be a mapping of bounds to points: {6: 0.4, 12: 1.0}");
        return;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto bound = read_number(node.keys[i], "a bound", -kMostNumber, kMostNumber, context.problems);
        const auto points = read_number(node.items[i], "the points of a step", 0, kMostPoints, context.problems);
        if (!bound || !points) continue;
        if (!rule.steps.empty()) {
            const Step& last = rule.steps.back();
            if (rule.above ? *bound <= last.bound : *bound >= last.bound)
                context.problems.add(node.keys[i].place, rule.above
                                                             ? "steps above must rise: put the smaller bound first"
                                                             : "steps below must fall: put the larger bound first");
            if (*points < last.points)
                context.problems.add(node.items[i].place,
                                     "a severer step costs less than the one before; points must not fall");
        }
        rule.steps.push_back({*bound, *points});
    }
}

void read_measure(const YamlNode& node, Rule& rule, const PackContext& context) {
    rule.kind = RuleKind::measure;
    const YamlNode& fact = *node.find("measure");
    rule.fact = read_fact(fact, context);
    if (rule.fact >= 0 && fact_sources()[static_cast<std::size_t>(rule.fact)].type != ValueType::number)
        context.problems.add(fact.place, "'" + fact.text + "' is no number; use it under when");
    const YamlNode *above = node.find("above"), *below = node.find("below");
    if ((above == nullptr) == (below == nullptr)) {
        context.problems.add(node.place, "a measure rule has either above or below; write one of them");
        return;
    }
    rule.above = above != nullptr;
    read_steps(above ? *above : *below, rule, context);
    if (!rule.steps.empty()) rule.points = rule.cap = rule.steps.back().points;
}

void read_each(const YamlNode& node, Rule& rule, const PackContext& context) {
    rule.kind = RuleKind::each;
    read_points(node, rule, context);
    std::vector<std::string_view> sorts;
    for (const ElementSort& sort : element_sorts()) sorts.push_back(sort.name);
    const auto sort = read_name(*node.find("each"), "sort", sorts, context.problems);
    if (!sort) return;
    rule.sort = element_sort_index(*sort);
    if (const YamlNode* where = node.find("where"))
        rule.where = read_where(*where, element_sorts()[static_cast<std::size_t>(rule.sort)], context);
    read_count(node, rule, context);
}

/// A key of another kind would silently do nothing.
void refuse_keys(const YamlNode& node, std::initializer_list<std::string_view> keys, std::string_view kind,
                 const PackContext& context) {
    for (const std::string_view key : keys)
        if (node.find(key))
            context.problems.add(place_of_key(node, key), "'" + std::string(key) + "' does nothing in a rule of kind " +
                                                              std::string(kind) + "; remove it");
}

void read_kind(const YamlNode& node, Rule& rule, const PackContext& context) {
    const bool match = node.find("any"), measure = node.find("measure"), each = node.find("each");
    if (match + measure + each != 1) {
        context.problems.add(node.place, "a rule has exactly one of any, measure and each; they make its kind");
    } else if (match) {
        read_match(node, rule, context);
        refuse_keys(node, {"above", "below", "where"}, "match", context);
    } else if (measure) {
        read_measure(node, rule, context);
        refuse_keys(node, {"in", "with", "unless", "distinct", "disguised", "where", "count", "points", "cap"},
                    "measure", context);
    } else {
        read_each(node, rule, context);
        refuse_keys(node, {"in", "with", "unless", "distinct", "disguised", "above", "below"}, "each", context);
    }
}

}  // namespace

Rule read_rule(const YamlNode& node, const PackContext& context) {
    Rule rule;
    rule.pack = keep(context.pack);
    rule.category = keep(context.category);
    rule.policy = keep(context.policy);
    if (!check_keys(node, rule_keys(), "the rule", context.problems)) return rule;
    read_identity(node, rule, context);
    read_bounds(node, rule, context);
    read_kind(node, rule, context);
    if (const YamlNode* other = node.find("milder_than"))
        rule.milder_than = keep(read_text(*other, "milder_than", context.problems).value_or(""));
    rule.author = {rule.points, rule.cap, rule.steps};
    if (const YamlNode* examples = node.find("examples")) rule.examples = read_examples(*examples, rule, context);
    return rule;
}

}  // namespace spamlint
