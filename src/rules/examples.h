#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"

namespace spamlint {

/// A message built for an example: bytes, and whether they are a template.
struct ExampleMessage {
    std::string file;
    bool is_template = false;
    std::string profile = "auto";
};
/// The plain default message with what the example puts into it.
ExampleMessage build_message(const Example& example);

/// Does the rule alone, under the scoring's profiles, hit the example?
bool hits_example(const Rule& rule, const Scoring& scoring, const Example& example);

/// The examples of one rule that do not what they say.
std::vector<PackProblem> run_examples_of(const Rule& rule, const Scoring& scoring, const std::string& file);

struct RuleInFile {
    const Rule* rule;
    std::string file;
};
/// Those of many rules, in their order, on all cores.
std::vector<PackProblem> run_examples_of(const std::vector<RuleInFile>& rules, const Scoring& scoring);

}  // namespace spamlint
