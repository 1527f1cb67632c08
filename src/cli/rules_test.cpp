#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>

#include "cli/commands.h"
#include "cli/settings.h"
#include "lint/lint.h"
#include "rules/pack_files.h"
#include "rules/rule_warnings.h"

namespace spamlint {
namespace {

/// Names of the packs that stand in these files or folders.
std::set<std::string> packs_in(const std::vector<std::string>& paths, const RuleSet& rules) {
    std::vector<PackProblem> problems;  // load_packs() told them already
    std::set<std::string> files, packs;
    for (const PackFile& file : read_pack_files(paths, problems)) files.insert(file.name);
    for (const PackInfo& pack : rules.packs) {
        if (files.contains(pack.file)) packs.insert(pack.name);
    }
    return packs;
}

/// What is allowed and most likely not meant does not fail a test.
void print_warnings(const std::vector<std::string>& paths, const RuleSet& rules) {
    std::vector<PackProblem> problems;  // load_packs() told them already
    for (const PackProblem& warning : rule_warnings(read_pack_files(paths, problems), rules))
        std::fprintf(stderr, "spamlint: %s\n", to_string(warning).c_str());
}

int print_count(std::size_t rules, std::size_t examples) {
    std::printf("%zu rules, %zu examples: all as they say\n", rules, examples);
    return exit_passed;
}

int test_built_in() {
    RuleSet rules = default_rules();
    read_details(rules);
    refuse_problems(run_examples(rules));
    std::size_t examples = 0;
    for (const Rule& rule : rules.rules) examples += rule.examples.size();
    return print_count(rules.rules.size(), examples);
}

/// load_packs() runs the examples of what it reads.
int test_packs(const std::vector<std::string>& paths) {
    const RuleSet rules = load_rules(paths);
    const std::set<std::string> packs = packs_in(paths, rules);
    print_warnings(paths, rules);
    std::size_t count = 0, examples = 0;
    for (const Rule& rule : rules.rules) {
        if (!packs.contains(std::string(rule.pack))) continue;
        ++count;
        examples += rule.examples.size();
    }
    return print_count(count, examples);
}

}  // namespace

CommandLine rules_test_command() {
    const auto paths = std::make_shared<std::vector<std::string>>();
    CommandLine line;
    line.summary = "hold rules against their own examples";
    line.usage = "spamlint rules test [PATH]…";
    line.details =
        R"(Without a path the built-in rules are tested. Each fault is told as file:line:column; the exit code is then 2.
Warnings tell what is allowed and most likely not meant: words so short or frequent that they turn up by chance, words
that two rules charge, words that a guard of their own rule always drops, patterns that can match nothing, such as ones
that ask for capitals or Traditional characters, which folded text never holds.

Example:
  spamlint rules test my-rules/
)";
    line.options = {{"PATH", "", "packs: YAML files, or folders of them", paths.get()}};
    line.run = [paths] { return paths->empty() ? test_built_in() : test_packs(*paths); };
    return line;
}

}  // namespace spamlint
