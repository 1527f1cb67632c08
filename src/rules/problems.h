#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace spamlint {

/// Where something stands in a pack: line and column, both from 1.
struct Place {
    std::size_t line = 1, column = 1;
};

/// Collects what is wrong with one file.
class Problems {
public:
    Problems(std::string file, std::vector<PackProblem>& all) : file_(std::move(file)), all_(&all) {}

    void add(Place place, std::string message) {
        all_->push_back({file_, place.line, place.column, std::move(message)});
    }
    std::size_t count() const { return all_->size(); }
    const std::string& file() const { return file_; }

private:
    std::string file_;
    std::vector<PackProblem>* all_;
};

/// "; did you mean 'links.count'?" for the nearest candidate by edit distance, "" where none is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

/// "; known are a, b or c"; of more than a line's worth the two closest to `word`: "; the closest of 500 are a or b".
std::string known_names(std::string_view word, std::vector<std::string_view> names);

/// "a, b or c"
std::string one_of(const std::vector<std::string_view>& names);

}  // namespace spamlint
