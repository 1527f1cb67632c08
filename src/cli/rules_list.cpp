#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/rule_points.h"
#include "cli/settings.h"
#include "report/phrases.h"
#include "rules/problems.h"

namespace spamlint {
namespace {

struct ListOptions {
    std::string format = "text", lang, weights;
    std::vector<std::string> rules;
};

/// By pack, each pack's rules in the order in which it has them.
std::vector<const Rule*> by_pack(const RuleSet& rules) {
    std::vector<const Rule*> sorted;
    for (const Rule& rule : rules.rules) sorted.push_back(&rule);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Rule* a, const Rule* b) { return a->pack < b->pack; });
    return sorted;
}

void print_text(const std::vector<const Rule*>& rules, const std::string& lang) {
    std::string_view pack;
    std::string text;
    for (const Rule* rule : rules) {
        if (rule->pack != pack) {
            text +=
                fmt::format("{}{}  ({})\n", pack.empty() ? "" : "\n", rule->pack, category_title(rule->category, lang));
            if (!rule->policy.empty()) text += fmt::format("  --policy {}\n", rule->policy);
            pack = rule->pack;
        }
        text += fmt::format("  {:<34} {:<8} {:>4.1f}  {}\n", rule->id, name(rule->severity), most_points(*rule),
                            rule->title.in(lang));
    }
    text += fmt::format("\n{}: {}\n", lang == "zh" ? "规则数" : "Rules", rules.size());
    std::fputs(text.c_str(), stdout);
}

nlohmann::ordered_json rates_json(const std::vector<SetRate>& rates) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (const SetRate& rate : rates) object[rate.set] = rate.per_thousand;
    return object;
}

/// null where no labelled mail was held against the rule.
nlohmann::ordered_json evidence_json(const Evidence& evidence) {
    if (evidence.empty()) return nullptr;
    nlohmann::ordered_json object = {{"spam", rates_json(evidence.spam)}, {"ham", rates_json(evidence.ham)}};
    if (!evidence.kept.empty()) object["kept"] = evidence.kept;
    return object;
}

void print_json(const std::vector<const Rule*>& rules, const std::string& lang) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Rule* rule : rules) {
        list.push_back({{"id", rule->id},
                        {"pack", rule->pack},
                        {"category", rule->category},
                        {"kind", kind_name(rule->kind)},
                        {"severity", name(rule->severity)},
                        {"points", most_points(*rule)},
                        {"first_hit_points", rule->points},
                        {"author_points", rule->author.points},
                        {"evidence", evidence_json(rule->evidence)},
                        {"title", rule->title.in(lang)},
                        {"profiles", rule->profiles},
                        {"languages", rule->languages},
                        {"policy", rule->policy}});
    }
    const nlohmann::ordered_json object = {{"version", 1}, {"rules", std::move(list)}};
    std::puts(object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

int list(const ListOptions& options) {
    if (options.format != "text" && options.format != "json") {
        throw Failure("unknown format '" + options.format + "'; take text or json");
    }
    require_language(options.lang);
    RuleSet rules = load_rules(options.rules, options.weights);
    read_details(rules);
    if (options.format == "json") {
        print_json(by_pack(rules), options.lang.empty() ? "en" : options.lang);
    } else {
        print_text(by_pack(rules), chosen_language(options.lang));
    }
    return exit_passed;
}

}  // namespace

CommandLine rules_list_command() {
    const auto options = std::make_shared<ListOptions>();
    CommandLine line;
    line.summary = "list all rules with their severity and the most they take off";
    line.usage = "spamlint rules list [OPTION]…";
    line.options = {
        {"--format", "FMT", "text (the default) or json", &options->format},
        {"--lang", "LANG", "language of the titles, en or zh", &options->lang},
        {"--rules", "PATH", "add the packs of this file or folder; may be given many times", &options->rules},
        {"--weights", "FILE", "points of the rules, as calibrate writes them", &options->weights},
    };
    line.run = [options] { return list(*options); };
    return line;
}

}  // namespace spamlint
