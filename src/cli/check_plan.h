#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/batch.h"
#include "cli/config.h"
#include "cli/glob.h"

namespace spamlint {

/// How each file is to be linted: what flags say, else the last of the configuration's overrides that fits the file,
/// else the configuration, else the rules.
class CheckPlan {
public:
    /// `flags` holds what was given on the command line.
    CheckPlan(const RuleSet& rules, const Config& config, Choices flags);
    CheckPlan(const CheckPlan&) = delete;

    /// Nothing where the configuration leaves the file out.
    std::optional<FileSettings> of(const std::string& path) const;

private:
    struct Place {
        Globs paths;
        Choices choices;
    };
    struct Off {
        Globs paths;
        std::string rule;
    };
    std::string below_folder(const std::string& path) const;

    std::string folder_;
    Choices flags_, base_;
    double min_score_;
    Globs ignore_;
    std::deque<Place> overrides_;
    std::deque<Off> suppressed_;
};

/// Gives the rules the severities of the configuration.
void apply_severities(const Config& config, RuleSet& rules);

}  // namespace spamlint
