#include "rules/read_scoring.h"

#include <algorithm>

#include "rules/read_predicate.h"

namespace spamlint {
namespace {

template <typename Named>
void add_or_replace(std::vector<Named>& all, Named one) {
    const auto same = std::find_if(all.begin(), all.end(), [&](const Named& other) { return other.id == one.id; });
    if (same == all.end())
        all.push_back(std::move(one));
    else
        *same = std::move(one);
}

std::vector<YamlNode> items_of(const YamlNode& node, std::string_view what, Problems& problems) {
    if (!node.is_sequence()) problems.add(node.place, std::string(what) + " must be a list");
    return node.is_sequence() ? node.items : std::vector<YamlNode>();
}

void read_group(const YamlNode& node, Scoring& scoring, Problems& problems) {
    if (!check_keys(node, group_keys(), "a group", problems)) return;
    Group group;
    if (const YamlNode* id = node.find("id")) group.id = read_text(*id, "id", problems).value_or("");
    if (const YamlNode* title = node.find("title")) group.title = read_localised(*title, "title", problems);
    if (const YamlNode* cap = node.find("cap")) group.cap = read_number(*cap, "cap", 0, 10, problems).value_or(0);
    add_or_replace(scoring.groups, std::move(group));
}

void read_profile(const YamlNode& node, const PackContext& context, Scoring& scoring) {
    if (!check_keys(node, profile_keys(), "a profile", context.problems)) return;
    Profile profile;
    if (const YamlNode* id = node.find("id")) profile.id = read_text(*id, "id", context.problems).value_or("");
    if (const YamlNode* title = node.find("title")) profile.title = read_localised(*title, "title", context.problems);
    if (const YamlNode* any = node.find("any"))
        for (const YamlNode& facts : items_of(*any, "any", context.problems))
            profile.any.push_back(read_when(facts, context));
    if (profile.id == "auto")
        context.problems.add(node.place, "'auto' is no name for a profile; it means that the message decides");
    add_or_replace(scoring.profiles, std::move(profile));
}

/// [{good: 8}, {fair: 6.5}, …]: falling, down to 0.
void read_verdicts(const YamlNode& node, Scoring& scoring, Problems& problems) {
    std::vector<Band> bands;
    for (const YamlNode& item : items_of(node, "verdicts", problems)) {
        if (!item.is_mapping() || item.keys.size() != 1) {
            problems.add(item.place, "a verdict is a name and the score it begins at: {good: 8}");
            continue;
        }
        const double from = read_number(item.items.front(), item.keys.front().text, 0, 10, problems).value_or(0);
        if (!bands.empty() && from >= bands.back().from)
            problems.add(item.items.front().place, "verdicts must fall; put the higher score first");
        bands.push_back({item.keys.front().text, from});
    }
    if (bands.empty() || bands.back().from > 0) problems.add(node.place, "the last verdict must begin at 0");
    scoring.bands = std::move(bands);
}

void read_scoring_number(const YamlNode& node, std::string_view key, double least, double most, double& into,
                         Problems& problems) {
    if (const YamlNode* value = node.find(key)) into = read_number(*value, key, least, most, problems).value_or(into);
}

/// [least, most]
void read_range(const YamlNode& node, std::string_view key, PointRange& into, Problems& problems) {
    const YamlNode* range = node.find(key);
    if (!range) return;
    if (!range->is_sequence() || range->items.size() != 2)
        return problems.add(range->place, std::string(key) + " must be the least and the most points: [0.1, 3.0]");
    into.least = read_number(range->items[0], "the least", 0, 10, problems).value_or(into.least);
    into.most = read_number(range->items[1], "the most", into.least, 10, problems).value_or(into.most);
}

void read_calibration(const YamlNode& node, Calibration& calibration, Problems& problems) {
    if (!check_keys(node, calibration_keys(), "calibration", problems)) return;
    read_scoring_number(node, "min_messages", 1, 1e6, calibration.min_messages, problems);
    read_scoring_number(node, "spam_share", 0.001, 0.999, calibration.spam_share, problems);
    read_scoring_number(node, "even_score", 0.1, 9.9, calibration.even_score, problems);
    read_scoring_number(node, "fitted_share", 0.001, 0.999, calibration.fitted_share, problems);
    read_scoring_number(node, "whole_set", 1, 1e6, calibration.whole_set, problems);
    read_range(node, "error", calibration.error, problems);
    read_range(node, "warning", calibration.warning, problems);
    read_range(node, "info", calibration.info, problems);
    const YamlNode* penalties = node.find("penalties");
    if (!penalties) return;
    calibration.penalties.clear();
    for (const YamlNode& item : items_of(*penalties, "penalties", problems))
        calibration.penalties.push_back(read_number(item, "a penalty", 1e-9, 1e9, problems).value_or(1));
    if (calibration.penalties.empty()) problems.add(penalties->place, "penalties is empty; name one at least");
}

}  // namespace

void read_scoring(const YamlNode& node, const ListTable& lists, Scoring& scoring, Problems& problems) {
    if (!check_keys(node, scoring_keys(), "scoring", problems)) return;
    read_scoring_number(node, "start", 1, 10, scoring.start, problems);
    read_scoring_number(node, "decay", 0, 1, scoring.decay, problems);
    read_scoring_number(node, "disguised_factor", 1, 5, scoring.disguised_factor, problems);
    read_scoring_number(node, "min_score", 0, 10, scoring.min_score, problems);
    if (const YamlNode* calibration = node.find("calibration"))
        read_calibration(*calibration, scoring.calibration, problems);
    read_scoring_number(node, "shortest_word", 1, 20, scoring.shortest_word, problems);
    read_scoring_number(node, "shortest_han_word", 1, 20, scoring.shortest_han_word, problems);
    if (const YamlNode* verdicts = node.find("verdicts")) read_verdicts(*verdicts, scoring, problems);
    if (const YamlNode* groups = node.find("groups"))
        for (const YamlNode& group : items_of(*groups, "groups", problems)) read_group(group, scoring, problems);
    const PackContext context{lists, scoring, "scoring", "", "", problems};
    if (const YamlNode* profiles = node.find("profiles"))
        for (const YamlNode& profile : items_of(*profiles, "profiles", problems))
            read_profile(profile, context, scoring);
    if (const YamlNode* list = node.find("not_judged")) {
        scoring.not_judged.clear();
        for (const YamlNode& text : items_of(*list, "not_judged", problems))
            scoring.not_judged.push_back(read_localised(text, "not_judged", problems));
    }
}

}  // namespace spamlint
