#include <cstdio>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/lists.h"
#include "cli/settings.h"
#include "evaluate/evaluation.h"

namespace spamlint {
namespace {

struct EvaluateOptions {
    std::vector<std::string> lists, rules, policies;
    std::string format = "text", profile = "auto", weights, jobs;
};

using Render = std::string (*)(const Evaluation&, const RuleSet&);

Render renderer(const std::string& format) {
    static const std::map<std::string, Render> formats{
        {"text", evaluation_text}, {"json", evaluation_json}, {"html", evaluation_html}};
    const auto found = formats.find(format);
    if (found == formats.end()) throw Failure("unknown format '" + format + "'; evaluate writes text, json or html");
    return found->second;
}

int evaluate(const EvaluateOptions& options) {
    if (options.lists.empty()) throw Failure("nothing to evaluate; name lists of PATH<TAB>spam or PATH<TAB>ham lines");
    const Render render = renderer(options.format);
    const RuleSet rules = load_rules(options.rules, options.weights);
    require_profile(rules, options.profile);
    require_policies(rules, options.policies);
    std::vector<std::string> problems;
    const std::vector<LabelledSet> sets = read_lists(options.lists, problems);
    for (const std::string& problem : problems) std::fprintf(stderr, "spamlint: %s\n", problem.c_str());
    if (sets.empty()) return exit_trouble;
    Evaluation evaluation;
    for (const LabelledSet& set : sets) evaluation.sets.push_back({set.name, {}});
    const bool all_read = lint_lists<Outcome>(
        rules, sets, {options.profile, options.policies, read_jobs(options.jobs)}, outcome_of,
        [&](std::size_t set, Outcome outcome) { evaluation.sets[set].outcomes.push_back(std::move(outcome)); });
    const std::string text = render(evaluation, rules);
    std::fwrite(text.data(), 1, text.size(), stdout);
    return all_read && problems.empty() ? exit_passed : exit_trouble;
}

constexpr std::string_view details =
    R"(A list is a text file with a line for each message: its path, a tab, and spam or ham (also 1 or 0). One list is one set.
The area is that under the ROC curve: the chance that a spam scores below a ham. "at 1%" is the share of spam that scores
below any threshold that flags at most 1 % of ham. What scores say of the odds, and what verdicts and the bar divide, is
counted in the reference mix of scoring.yaml: sets weigh the same, and so much of it is spam.

Example:
  spamlint evaluate --format html sent.tsv complaints.tsv > evaluation.html
)";

}  // namespace

CommandLine evaluate_command() {
    const auto options = std::make_shared<EvaluateOptions>();
    CommandLine line;
    line.summary = "measure the rules on labelled mail";
    line.usage = "spamlint evaluate [OPTION]… LIST.tsv…";
    line.details = details;
    line.options = {
        {"LIST", "", "lists of labelled messages; one list is one set", &options->lists},
        {"--format", "FMT", "text (the default), json or html", &options->format},
        {"--rules", "PATH", "add the packs of this file or folder; may be given many times", &options->rules},
        {"--weights", "FILE", "points of the rules, as calibrate writes them", &options->weights},
        {"--profile", "NAME", "as for check", &options->profile},
        {"--policy", "NAME", "as for check; may be given many times", &options->policies},
        {"--jobs", "N", "threads; as many as there are cores unless given", &options->jobs},
    };
    line.run = [options] { return evaluate(*options); };
    return line;
}

}  // namespace spamlint
