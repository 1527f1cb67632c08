#include "cli/settings.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <thread>

#include "cli/command_line.h"
#include "cli/environment.h"
#include "lint/lint.h"
#include "rules/problems.h"

namespace spamlint {
namespace {

/// The whole text as a number, whatever the locale's decimal point.
template <class Number>
std::optional<Number> read_number(const std::string& text) {
    Number number{};
    const char* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && at == end ? std::optional(number) : std::nullopt;
}

std::string quoted(const std::string& text) {
    return "'" + text + "'";
}

}  // namespace

void refuse_problems(const std::vector<PackProblem>& problems, std::string_view what) {
    if (problems.empty()) return;
    if (problems.size() == 1) throw Failure(to_string(problems.front()));
    for (const PackProblem& problem : problems) std::fprintf(stderr, "spamlint: %s\n", to_string(problem).c_str());
    const std::string verb = what.ends_with('s') ? " have " : " has ";
    throw Failure("the " + std::string(what) + verb + std::to_string(problems.size()) +
                  " problems; mend them where the lines above say");
}

RuleSet load_rules(const std::vector<std::string>& paths, const std::string& weights) {
    RuleSet rules = default_rules();
    if (!paths.empty()) refuse_problems(load_packs(paths, rules));
    if (!weights.empty()) refuse_problems(load_weights(weights, rules));
    return rules;
}

void require_language(const std::string& given) {
    if (given.empty() || given == "en" || given == "zh") return;
    throw Failure("--lang takes en or zh, not " + quoted(given));
}

std::string chosen_language(const std::string& given) {
    require_language(given);
    return given.empty() ? language_of_locale() : given;
}

std::optional<double> read_min_score(const std::string& given) {
    if (given.empty()) return std::nullopt;
    const auto score = read_number<double>(given);
    if (score && *score >= 0 && *score <= 10) return score;
    throw Failure("--min-score takes a number from 0 to 10, not " + quoted(given));
}

std::optional<std::size_t> read_count(std::string_view option, const std::string& given) {
    if (given.empty()) return std::nullopt;
    const auto count = read_number<std::size_t>(given);
    if (count && *count >= 1) return count;
    throw Failure(std::string(option) + " takes a whole number from 1 up, not " + quoted(given));
}

std::optional<Severity> read_severity(const std::string& given) {
    if (given.empty()) return std::nullopt;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        if (given == name(severity)) return severity;
    }
    throw Failure("--fail-on takes error, warning or info, not " + quoted(given) +
                  did_you_mean(given, {"error", "warning", "info"}));
}

std::size_t read_jobs(const std::string& given) {
    if (given.empty()) return std::max(1U, std::thread::hardware_concurrency());
    const auto jobs = read_number<unsigned>(given);
    if (jobs && *jobs >= 1 && *jobs <= 1024) return *jobs;
    throw Failure("--jobs takes a number from 1 to 1024, not " + quoted(given));
}

void require_policies(const RuleSet& rules, const std::vector<std::string>& given) {
    const std::vector<std::string_view> names = rules.policies();
    for (const std::string& policy : given)
        if (std::find(names.begin(), names.end(), policy) == names.end())
            throw Failure("--policy takes " + one_of(names) + ", not " + quoted(policy) + did_you_mean(policy, names));
}

void require_profile(const RuleSet& rules, const std::string& given) {
    std::vector<std::string_view> names = {"auto"};
    for (const Profile& profile : rules.scoring.profiles) names.push_back(profile.id);
    if (std::find(names.begin(), names.end(), given) != names.end()) return;
    throw Failure("--profile takes " + one_of(names) + ", not " + quoted(given) + did_you_mean(given, names));
}

}  // namespace spamlint
