#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"

namespace spamlint {

struct PackFile {
    std::string name;  // as problems name it
    std::string text;
};

/// Reads YAML files and folders of them, recursively, sorted by name. A path that cannot be read is a problem.
std::vector<PackFile> read_pack_files(const std::vector<std::string>& paths, std::vector<PackProblem>& problems);

/// load_packs() for packs that are in memory.
std::vector<PackProblem> load_pack_texts(const std::vector<PackFile>& files, RuleSet& rules);

}  // namespace spamlint
