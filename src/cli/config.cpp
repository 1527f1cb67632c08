#include "cli/config.h"

#include <filesystem>

#include "cli/command_line.h"
#include "cli/files.h"
#include "cli/settings.h"
#include "rules/read_value.h"

namespace spamlint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view file_name = ".spamlint.yaml";

const Keys& config_keys() {
    static const Keys keys = {
        {"rules", Shape::texts, false, "Packs to add, files or folders beside this file."},
        {"weights", Shape::text, false, "Points of the rules, as calibrate writes them: a file beside this one."},
        {"policies", Shape::texts, false, "Policies to hold mail against."},
        {"profile", Shape::text, false, "What kind of mail it is."},
        {"lang", Shape::text, false, "Language of the report: en or zh."},
        {"min-score", Shape::number, false, "Messages that score below it fail."},
        {"fail-on", Shape::severity, false, "Messages with a finding of this severity or a graver one fail."},
        {"ignore", Shape::texts, false, "Globs of files that are left out."},
        {"severity", Shape::fields, false, "Rule ids and the severity that they have here."},
        {"suppress", Shape::fields, false, "Rules that are switched off, where, and why."},
        {"overrides", Shape::fields, false, "Other choices for some files."},
    };
    return keys;
}

const Keys& suppress_keys() {
    static const Keys keys = {
        {"rule", Shape::text, true, "The rule's id."},
        {"paths", Shape::texts, false, "Globs of the files; everywhere if left out."},
        {"reason", Shape::text, true, "Why the rule does not hold here."},
    };
    return keys;
}

const Keys& override_keys() {
    static const Keys keys = {
        {"paths", Shape::texts, true, "Globs of the files."},
        {"policies", Shape::texts, false, "Policies to hold them against."},
        {"profile", Shape::text, false, "What kind of mail they are."},
        {"min-score", Shape::number, false, "They fail below it."},
        {"fail-on", Shape::severity, false, "They fail at it."},
    };
    return keys;
}

const std::vector<std::string_view> severities = {"error", "warning", "info"};

class Reader {
public:
    Reader(const RuleSet& rules, Problems& problems) : rules_(rules), problems_(problems) {
        for (const Rule& rule : rules.rules) ids_.push_back(rule.id);
        profiles_ = {"auto"};
        for (const Profile& profile : rules.scoring.profiles) profiles_.push_back(profile.id);
    }

    void read(const YamlNode& node, Config& config) {
        if (!check_keys(node, config_keys(), "the configuration", problems_)) return;
        if (const YamlNode* packs = node.find("rules")) read_texts(*packs, "rules", problems_);
        if (const YamlNode* weights = node.find("weights")) read_text(*weights, "weights", problems_);
        if (const YamlNode* lang = node.find("lang"))
            config.lang = read_name(*lang, "language", {"en", "zh"}, problems_).value_or("");
        if (const YamlNode* ignore = node.find("ignore")) config.ignore = read_texts(*ignore, "ignore", problems_);
        config.choices = choices(node);
        if (const YamlNode* severity = node.find("severity")) read_severity(*severity, config);
        for (const YamlNode& item : items(node, "suppress")) read_suppression(item, config);
        for (const YamlNode& item : items(node, "overrides")) read_override(item, config);
    }

private:
    Choices choices(const YamlNode& node) {
        Choices read;
        if (const YamlNode* profile = node.find("profile"))
            read.profile = read_name(*profile, "profile", profiles_, problems_);
        if (const YamlNode* policies = node.find("policies"))
            read.policies = texts(read_names(*policies, "policy", rules_.policies(), problems_));
        if (const YamlNode* score = node.find("min-score"))
            read.min_score = read_number(*score, "min-score", 0, 10, problems_);
        if (const YamlNode* fail_on = node.find("fail-on")) read.fail_on = severity(*fail_on);
        return read;
    }

    static std::vector<std::string> texts(const std::vector<std::string_view>& names) {
        return {names.begin(), names.end()};
    }

    std::optional<Severity> severity(const YamlNode& node) {
        const auto name = read_name(node, "severity", severities, problems_);
        return name ? spamlint::read_severity(std::string(*name)) : std::nullopt;
    }

    const std::vector<YamlNode>& items(const YamlNode& node, std::string_view key) {
        static const std::vector<YamlNode> none;
        const YamlNode* list = node.find(key);
        if (!list) return none;
        if (list->is_sequence()) return list->items;
        problems_.add(list->place, std::string(key) + " must be a list; begin each item with a hyphen");
        return none;
    }

    void read_severity(const YamlNode& node, Config& config) {
        if (!node.is_mapping())
            return problems_.add(node.place, "severity must be a mapping of rule ids: {link-shortener: error}");
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            const auto rule = read_name(node.keys[i], "rule", ids_, problems_);
            const auto level = severity(node.items[i]);
            if (rule && level) config.severity.emplace_back(*rule, *level);
        }
    }

    void read_suppression(const YamlNode& node, Config& config) {
        if (!check_keys(node, suppress_keys(), "an item of suppress", problems_)) return;
        Suppression item;
        if (const YamlNode* rule = node.find("rule"))
            item.rule = read_name(*rule, "rule", ids_, problems_).value_or("");
        if (const YamlNode* paths = node.find("paths")) item.paths = read_texts(*paths, "paths", problems_);
        if (const YamlNode* reason = node.find("reason"))
            item.reason = read_text(*reason, "reason", problems_).value_or("");
        config.suppress.push_back(std::move(item));
    }

    void read_override(const YamlNode& node, Config& config) {
        if (!check_keys(node, override_keys(), "an item of overrides", problems_)) return;
        Override item;
        if (const YamlNode* paths = node.find("paths")) item.paths = read_texts(*paths, "paths", problems_);
        item.choices = choices(node);
        config.overrides.push_back(std::move(item));
    }

    const RuleSet& rules_;
    Problems& problems_;
    std::vector<std::string_view> ids_, profiles_;
};

std::string nearest_config() {
    std::error_code error;
    for (fs::path folder = fs::current_path(error); !error; folder = folder.parent_path()) {
        if (fs::is_regular_file(folder / file_name, error)) {
            const std::string near = fs::path(folder / file_name).lexically_proximate(fs::current_path(error)).string();
            return near;
        }
        error.clear();
        if (folder == folder.parent_path()) break;
    }
    return {};
}

}  // namespace

ConfigFile find_config(const std::string& named) {
    ConfigFile file{named.empty() ? nearest_config() : named, {}};
    if (file.path.empty()) return file;
    std::vector<PackProblem> all;
    Problems problems(file.path, all);
    read_yaml(read_file(file.path), file.root, problems);
    refuse_problems(all);
    return file;
}

std::vector<std::string> config_packs(const ConfigFile& file) {
    std::vector<std::string> packs;
    const YamlNode* node = file.root.find("rules");
    if (!node) return packs;
    const fs::path folder = fs::path(file.path).parent_path();
    for (const YamlNode& item : node->items)
        if (item.is_scalar() && !item.text.empty()) packs.push_back((folder / item.text).string());
    return packs;
}

std::string config_weights(const ConfigFile& file) {
    const YamlNode* node = file.root.find("weights");
    if (!node || !node->is_scalar() || node->text.empty()) return {};
    return (fs::path(file.path).parent_path() / node->text).string();
}

Config read_config(const ConfigFile& file, const RuleSet& rules) {
    Config config;
    if (file.path.empty()) return config;
    std::vector<PackProblem> all;
    Problems problems(file.path, all);
    Reader(rules, problems).read(file.root, config);
    refuse_problems(all, "configuration");
    config.file = file.path;
    config.folder = fs::absolute(file.path).parent_path().string();
    return config;
}

}  // namespace spamlint
