#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/rule_set.h"
#include "rules/yaml_tree.h"

namespace spamlint {

/// What a configuration may set for all files, or for some in `overrides`.
struct Choices {
    std::optional<std::string> profile;
    std::optional<std::vector<std::string>> policies;
    std::optional<double> min_score;
    std::optional<Severity> fail_on;
};
struct Override {
    std::vector<std::string> paths;  // globs
    Choices choices;
};
struct Suppression {
    std::string rule;
    std::vector<std::string> paths;  // globs; empty: everywhere
    std::string reason;
};

/// A project's .spamlint.yaml. Globs are held against paths below its folder.
struct Config {
    std::string file;  // "" where there is none
    std::string folder;
    std::string lang;
    Choices choices;
    std::vector<std::string> ignore;
    std::vector<std::pair<std::string, Severity>> severity;  // rule ids
    std::vector<Suppression> suppress;
    std::vector<Override> overrides;
};

/// The text of a configuration before anything in it is judged.
struct ConfigFile {
    std::string path;  // "" where there is none
    YamlNode root;
};

/// The file that is named, else the .spamlint.yaml of the current folder or the nearest one above it. Throws Failure
/// where it cannot be read or is no YAML.
ConfigFile find_config(const std::string& named);
/// Its packs (`rules:`), relative to its folder: they are loaded before the rest can be read.
std::vector<std::string> config_packs(const ConfigFile& file);
/// Its file of weights (`weights:`), relative to its folder; "" where it names none.
std::string config_weights(const ConfigFile& file);
/// Holds every key against the rules. Throws Failure; all faults are told, each as file:line:column.
Config read_config(const ConfigFile& file, const RuleSet& rules);

}  // namespace spamlint
