#include "cli/lists.h"

namespace spamlint {

std::vector<LabelledSet> read_lists(const std::vector<std::string>& paths) {
    std::vector<LabelledSet> sets;
    std::vector<std::string> problems;
    for (const std::string& path : paths) sets.push_back(read_labelled_set(path, read_file(path), problems));
    if (problems.empty()) return sets;
    std::string all = problems.front();
    for (std::size_t i = 1; i < problems.size(); ++i) all += "\nspamlint: " + problems[i];
    throw Failure(all);
}

}  // namespace spamlint
