#include "message/delimiters.h"

#include <algorithm>

#include "message/ascii.h"

namespace spamlint {

void Delimiters::push(std::string boundary) {
    levels_[boundary].push_back(static_cast<int>(open_.size()));
    longest_ = std::max(longest_, boundary.size());
    open_.push_back(std::move(boundary));
}

void Delimiters::pop() {
    const auto found = levels_.find(open_.back());
    found->second.pop_back();
    if (found->second.empty()) levels_.erase(found);
    open_.pop_back();
}

Delimiters::Match Delimiters::match(std::string_view line) const {
    if (open_.empty() || !line.starts_with("--")) return {};
    while (!line.empty() && ascii::is_space(line.back())) line.remove_suffix(1);
    if (line.size() < 3 || line.size() > longest_ + 4) return {};
    line.remove_prefix(2);
    Match found{level_of(line), false};
    if (line.ends_with("--")) {
        const Match closed{level_of(line.substr(0, line.size() - 2)), true};
        if (closed.level > found.level) found = closed;
    }
    return found;
}

int Delimiters::level_of(std::string_view boundary) const {
    if (boundary.empty() || boundary.size() > longest_) return -1;
    const auto found = levels_.find(std::string(boundary));
    return found == levels_.end() ? -1 : found->second.back();
}

}  // namespace spamlint
