#include "rules/read_weights.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "rules/read_value.h"

namespace spamlint {
namespace {

constexpr double kMostPoints = 10;    // the whole score
constexpr double kMostOdds = 100;     // log-odds a point: e^100 is certainty
constexpr double kMostMessages = 1e9;

double in_tenths(double points) {
    return static_cast<double>(std::lround(points * 10)) / 10;
}

std::size_t read_messages(const YamlNode& node, std::string_view key, Problems& problems) {
    const YamlNode* number = node.find(key);
    return number ? static_cast<std::size_t>(read_number(*number, key, 0, kMostMessages, problems).value_or(0)) : 0;
}

bool require_mapping(const YamlNode& node, std::string_view what, Problems& problems) {
    if (!node.is_mapping()) problems.add(node.place, std::string(what) + " must be a mapping");
    return node.is_mapping();
}

std::vector<SetSize> read_sets(const YamlNode& node, Problems& problems) {
    std::vector<SetSize> sets;
    if (!require_mapping(node, "sets", problems)) return sets;
    for (std::size_t i = 0; i < node.keys.size(); ++i)
        if (check_keys(node.items[i], set_size_keys(), "a set", problems))
            sets.push_back({node.keys[i].text, read_messages(node.items[i], "spam", problems),
                            read_messages(node.items[i], "ham", problems)});
    return sets;
}

std::vector<SetRate> read_rates(const YamlNode& evidence, std::string_view side, Problems& problems) {
    std::vector<SetRate> rates;
    const YamlNode* node = evidence.find(side);
    if (!node || !require_mapping(*node, side, problems)) return rates;
    for (std::size_t i = 0; i < node->keys.size(); ++i)
        if (const auto rate = read_number(node->items[i], "a rate per 1,000", 0, 1000, problems))
            rates.push_back({node->keys[i].text, *rate});
    return rates;
}

void read_rule_weight(const YamlNode& node, Rule& rule, Problems& problems) {
    if (!check_keys(node, rule_weight_keys(), "the rule's weight", problems)) return;
    if (const YamlNode* points = node.find("points"))
        set_points(rule, read_number(*points, "points", 0, kMostPoints, problems).value_or(rule.points));
    rule.evidence = {};
    if (const YamlNode* kept = node.find("kept"))
        rule.evidence.kept = read_text(*kept, "kept", problems).value_or("");
    const YamlNode* evidence = node.find("evidence");
    if (!evidence || !check_keys(*evidence, evidence_keys(), "evidence", problems)) return;
    rule.evidence.spam = read_rates(*evidence, "spam", problems);
    rule.evidence.ham = read_rates(*evidence, "ham", problems);
}

void read_rule_weights(const YamlNode& node, RuleSet& rules, Problems& problems) {
    if (!require_mapping(node, "rules", problems)) return;
    std::map<std::string_view, Rule*> by_id;
    std::vector<std::string_view> ids;
    for (Rule& rule : rules.rules) {
        by_id[rule.id] = &rule;
        ids.push_back(rule.id);
    }
    std::map<std::string_view, Place> seen;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const YamlNode& key = node.keys[i];
        const auto rule = by_id.find(key.text);
        if (rule == by_id.end()) {
            const std::string hint = did_you_mean(key.text, ids);
            problems.add(key.place, "unknown rule '" + key.text + "'" +
                                        (hint.empty() ? "; take it out, or calibrate anew with its pack" : hint));
        } else if (!seen.emplace(key.text, key.place).second) {
            problems.add(key.place, "rule '" + key.text + "' stands twice; keep one");
        } else {
            read_rule_weight(node.items[i], *rule->second, problems);
        }
    }
}

}  // namespace

void set_points(Rule& rule, double points) {
    const double factor = rule.author.points > 0 ? points / rule.author.points : 1;
    rule.points = points;
    rule.cap = std::max(points, in_tenths(rule.author.cap * factor));
    rule.steps = rule.author.steps;
    for (Step& step : rule.steps) step.points = in_tenths(step.points * factor);
}

void read_weights(const YamlNode& root, RuleSet& rules, Problems& problems) {
    static const Keys only = {{"weights", Shape::rule_weights, true, "Points fitted on labelled mail."}};
    const YamlNode* node = check_keys(root, only, "a weights file", problems) ? root.find("weights") : nullptr;
    if (!node || !check_keys(*node, weights_keys(), "weights", problems)) return;
    Weights& weights = rules.weights;
    if (const YamlNode* odds = node->find("odds_per_point"))
        weights.odds_per_point = read_number(*odds, "odds_per_point", 0, kMostOdds, problems).value_or(1);
    if (const YamlNode* even = node->find("even_score"))
        weights.even_score = read_number(*even, "even_score", 0, kMostPoints, problems).value_or(5);
    if (const YamlNode* sets = node->find("sets")) weights.sets = read_sets(*sets, problems);
    if (const YamlNode* list = node->find("rules")) read_rule_weights(*list, rules, problems);
}

}  // namespace spamlint
