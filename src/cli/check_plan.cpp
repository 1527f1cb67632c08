#include "cli/check_plan.h"

#include <algorithm>
#include <filesystem>

namespace spamlint {
namespace {

/// What `over` says, else what `under` does.
Choices merged(const Choices& over, const Choices& under) {
    Choices both = under;
    if (over.profile) both.profile = over.profile;
    if (over.policies) both.policies = over.policies;
    if (over.min_score) both.min_score = over.min_score;
    if (over.fail_on) both.fail_on = over.fail_on;
    return both;
}

}  // namespace

CheckPlan::CheckPlan(const RuleSet& rules, const Config& config, Choices flags)
    : folder_(config.folder),
      flags_(std::move(flags)),
      base_(config.choices),
      min_score_(rules.scoring.min_score),
      ignore_(config.ignore) {
    for (const Override& one : config.overrides) overrides_.push_back({Globs(one.paths), one.choices});
    for (const Suppression& one : config.suppress)
        suppressed_.push_back({Globs(one.paths.empty() ? std::vector<std::string>{"**"} : one.paths), one.rule});
}

/// The path as the configuration's globs see it; a file outside its folder by its whole path.
std::string CheckPlan::below_folder(const std::string& path) const {
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::absolute(path, error).lexically_normal();
    const std::string relative = whole.lexically_relative(folder_).generic_string();
    return relative.empty() || relative.starts_with("..") ? whole.generic_string().substr(1) : relative;
}

std::optional<FileSettings> CheckPlan::of(const std::string& path) const {
    const std::string name = folder_.empty() ? std::string() : below_folder(path);
    if (ignore_.fit(name)) return std::nullopt;
    Choices choices = base_;
    for (const Place& one : overrides_)
        if (one.paths.fit(name)) choices = merged(one.choices, choices);
    choices = merged(flags_, choices);
    FileSettings settings;
    settings.lint.profile = choices.profile.value_or("auto");
    settings.lint.policies = choices.policies.value_or(std::vector<std::string>{});
    for (const Off& one : suppressed_)
        if (one.paths.fit(name)) settings.lint.off.push_back(one.rule);
    settings.bar = {choices.min_score.value_or(min_score_), choices.fail_on};
    return settings;
}

void apply_severities(const Config& config, RuleSet& rules) {
    for (const auto& [id, severity] : config.severity)
        for (Rule& rule : rules.rules)
            if (rule.id == id) rule.severity = severity;
}

}  // namespace spamlint
