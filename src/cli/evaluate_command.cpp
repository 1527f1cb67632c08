#include <cstdio>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/environment.h"
#include "cli/files.h"
#include "cli/ordered_pool.h"
#include "cli/settings.h"
#include "evaluate/evaluation.h"
#include "lint/lint.h"

namespace spamlint {
namespace {

struct EvaluateOptions {
    std::vector<std::string> lists, rules;
    std::string format = "text", profile = "auto", jobs;
};

using Render = std::string (*)(const Evaluation&, const RuleSet&);

Render renderer(const std::string& format) {
    static const std::map<std::string, Render> formats{
        {"text", evaluation_text}, {"json", evaluation_json}, {"html", evaluation_html}};
    const auto found = formats.find(format);
    if (found == formats.end()) throw Failure("unknown format '" + format + "'; evaluate writes text, json or html");
    return found->second;
}

std::vector<LabelledSet> read_lists(const std::vector<std::string>& paths) {
    std::vector<LabelledSet> sets;
    std::vector<std::string> problems;
    for (const std::string& path : paths) sets.push_back(read_labelled_set(path, read_file(path), problems));
    if (problems.empty()) return sets;
    std::string all = problems.front();
    for (std::size_t i = 1; i < problems.size(); ++i) all += "\nspamlint: " + problems[i];
    throw Failure(all);
}

/// What one file came to, or why it could not be read.
struct Evaluated {
    std::size_t set = 0;
    Outcome outcome;
    std::string error;
};

class Run {
public:
    Run(const RuleSet& rules, const EvaluateOptions& options)
        : rules_(rules), options_(options),
          pool_(read_jobs(options.jobs), [this](Evaluated evaluated) { take(std::move(evaluated)); }) {}

    Evaluation evaluate(const std::vector<LabelledSet>& sets) {
        for (const LabelledSet& set : sets) {
            evaluation_.sets.push_back({set.name, {}});
            total_ += set.messages.size();
        }
        for (std::size_t set = 0; set < sets.size(); ++set)
            for (const Labelled& labelled : sets[set].messages)
                pool_.submit([this, set, &labelled] { return evaluate_one(set, labelled); });
        pool_.finish();
        if (bar_) std::fputs("\r\x1b[K", stderr);
        return std::move(evaluation_);
    }

    bool had_errors() const { return errors_; }

private:
    Evaluated evaluate_one(std::size_t set, const Labelled& labelled) const {
        try {
            const std::string bytes = read_file(labelled.path);
            const FoundMessage first = find_messages(labelled.path, bytes).front();
            const Report report = lint(rules_, bytes, read_message(bytes, first), {options_.profile});
            return {set, outcome_of(labelled, report), {}};
        } catch (const Failure& failure) {
            return {set, {}, failure.what()};
        }
    }

    void take(Evaluated evaluated) {
        ++done_;
        if (bar_ && done_ % 64 == 0) std::fprintf(stderr, "\r%zu of %zu messages", done_, total_);
        if (evaluated.error.empty()) {
            evaluation_.sets[evaluated.set].outcomes.push_back(std::move(evaluated.outcome));
            return;
        }
        errors_ = true;
        std::fprintf(stderr, "%sspamlint: %s\n", bar_ ? "\r\x1b[K" : "", evaluated.error.c_str());
    }

    const RuleSet& rules_;
    const EvaluateOptions& options_;
    Evaluation evaluation_;
    std::size_t done_ = 0, total_ = 0;
    bool errors_ = false;
    const bool bar_ = standard_error_is_terminal();
    OrderedPool<Evaluated> pool_;
};

int evaluate(const EvaluateOptions& options) {
    if (options.lists.empty()) throw Failure("nothing to evaluate; name lists of PATH<TAB>spam or PATH<TAB>ham lines");
    const Render render = renderer(options.format);
    const RuleSet rules = load_rules(options.rules);
    require_profile(rules, options.profile);
    Run run(rules, options);
    const std::string text = render(run.evaluate(read_lists(options.lists)), rules);
    std::fwrite(text.data(), 1, text.size(), stdout);
    return run.had_errors() ? exit_trouble : exit_passed;
}

constexpr std::string_view details = R"(A list is a text file with a line for each message: its path, a tab, and spam or ham (also 1 or 0). One list is one set.
The area is that under the ROC curve: the chance that a spam scores below a ham. "at 1%" is the share of spam that scores
below any threshold that flags at most 1 % of ham.

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
        {"--profile", "NAME", "as for check", &options->profile},
        {"--jobs", "N", "threads; as many as there are cores unless given", &options->jobs},
    };
    line.run = [options] { return evaluate(*options); };
    return line;
}

}  // namespace spamlint
