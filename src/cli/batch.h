#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/outputs.h"
#include "lint/lint.h"
#include "rules/rule_set.h"

namespace spamlint {

/// When a message does not pass.
struct Bar {
    double min_score = 5;             // a score below it fails
    std::optional<Severity> fail_on;  // so does a finding of this severity or a graver one

    bool passes(const RuleSet& rules, const Report& report) const;
};

/// What holds for one file.
struct FileSettings {
    LintOptions lint;
    Bar bar;
};

struct BatchOptions {
    std::vector<std::string> paths;  // files, folders, "-"
    std::vector<std::string> skip;   // files that are never read
    std::string stdin_name;          // what "-" is to be taken for; "" leaves it to the bytes
    std::function<std::optional<FileSettings>(const std::string& path)> settings;  // nothing: the file is left out
    std::size_t jobs = 1;
};

/// Lints all messages of all paths and writes them to the outputs in the order of the paths, whatever the number of
/// threads. What cannot be read is told on standard error, listed in the summary, and does not stop the rest.
Summary lint_all(const RuleSet& rules, const BatchOptions& options, Outputs& outputs);

}  // namespace spamlint
