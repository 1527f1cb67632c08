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

}  // namespace spamlint
