#include <fmt/format.h>

#include <algorithm>

#include "calibrate/calibrate.h"

namespace spamlint {
namespace {

/// A name as a YAML key: plain where nothing in it could be taken for something else.
std::string key(const std::string& name) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    };
    const auto is_plain_or_digit = [&](char c) { return is_plain(c) || (c >= '0' && c <= '9'); };
    if (!name.empty() && is_plain(name[0]) && name[0] != '-' &&
        std::all_of(name.begin(), name.end(), is_plain_or_digit))
        return name;
    std::string quoted = "'";
    for (const char c : name) quoted += c == '\'' ? std::string("''") : std::string(1, c);
    return quoted + "'";
}

/// The shortest decimal that reads back as the number.
std::string number(double value) {
    return fmt::format("{}", value);
}

std::string head(const RuleSet& rules, double penalty) {
    std::string lists;
    for (const SetSize& set : rules.weights.sets) lists += " " + set.name + ".tsv";
    return fmt::format(R"(# Written by: spamlint calibrate{} --out weights.yaml
# Points of each rule's first hit (of its severest step), fitted on these sets; its pack has its author's points, from
# which thin evidence hardly moves it. A penalty of {} on log-odds away from these did best on sets that were left out.
# A message that scores `even_score` is counted as likely filtered as not where a share of {} of all mail is spam; a
# point less multiplies the odds there by e^odds_per_point. Evidence is how many of 1,000 messages of a set the rule
# hits; a set that is not named has none.
weights:
  even_score: {}
  odds_per_point: {}
)",
                       lists, number(penalty), number(rules.scoring.calibration.spam_share),
                       number(rules.weights.even_score), number(rules.weights.odds_per_point));
}

std::string sets(const std::vector<SetSize>& all) {
    std::string text = "  sets:\n";
    for (const SetSize& set : all) {
        text += fmt::format("    {}: {{", key(set.name));
        if (set.spam > 0) text += fmt::format("spam: {}", set.spam);
        if (set.ham > 0) text += fmt::format("{}ham: {}", set.spam > 0 ? ", " : "", set.ham);
        text += "}\n";
    }
    return text;
}

std::string rates(const std::vector<SetRate>& all) {
    std::string text;
    for (const SetRate& rate : all)
        text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", key(rate.set), number(rate.per_thousand));
    return "{" + text + "}";
}

std::string rule_entry(const Rule& rule) {
    std::string text = fmt::format("    {}:\n      points: {}\n", rule.id, number(rule.points));
    if (!rule.evidence.kept.empty()) text += fmt::format("      kept: {}\n", rule.evidence.kept);
    if (rule.evidence.spam.empty() && rule.evidence.ham.empty()) return text;
    text += "      evidence:\n";
    if (!rule.evidence.spam.empty()) text += fmt::format("        spam: {}\n", rates(rule.evidence.spam));
    if (!rule.evidence.ham.empty()) text += fmt::format("        ham: {}\n", rates(rule.evidence.ham));
    return text;
}

}  // namespace

std::string weights_yaml(const RuleSet& rules, double penalty) {
    std::vector<const Rule*> sorted;
    for (const Rule& rule : rules.rules) sorted.push_back(&rule);
    std::sort(sorted.begin(), sorted.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
    std::string text = head(rules, penalty) + sets(rules.weights.sets) + "  rules:\n";
    for (const Rule* rule : sorted) text += rule_entry(*rule);
    return text;
}

}  // namespace spamlint
