#pragma once

#include <deque>
#include <string>
#include <vector>

#include "rules/regex.h"

namespace spamlint {

/// Shell patterns for paths with "/": "*" and "?" stay within a name, "**" crosses folders. A pattern without "/" is
/// for names at any depth; one that fits a folder fits all that is below it. Letter case counts.
class Globs {
public:
    explicit Globs(const std::vector<std::string>& patterns);
    Globs(Globs&&) = default;
    bool fit(const std::string& path) const;

private:
    std::deque<std::string> sources_;
    std::deque<LazyRegex> patterns_;  // view the sources
};

}  // namespace spamlint
