#include "cli/lists.h"

namespace spamlint {

std::vector<LabelledSet> read_lists(const std::vector<std::string>& paths, std::vector<std::string>& problems) {
    std::vector<LabelledSet> sets;
    for (const std::string& path : paths) {
        try {
            const std::size_t before = problems.size();
            LabelledSet set = read_labelled_set(path, read_file(path), problems);
            if (set.messages.empty() && problems.size() == before)
                problems.push_back(path + ":1:1: no messages; write a line PATH<TAB>spam or PATH<TAB>ham for each");
            if (!set.messages.empty()) sets.push_back(std::move(set));
        } catch (const Failure& failure) {
            problems.push_back(failure.what());
        }
    }
    return sets;
}

}  // namespace spamlint
