#include <cstdio>
#include <memory>
#include <set>

#include "calibrate/calibrate.h"
#include "cli/commands.h"
#include "cli/lists.h"
#include "cli/settings.h"

namespace spamlint {
namespace {

struct CalibrateOptions {
    std::vector<std::string> lists, rules;
    std::string out, profile = "auto", min_messages, jobs;
};

void require_both_classes(const std::vector<SampleSet>& sets) {
    std::size_t spam = 0, ham = 0;
    for (const SampleSet& set : sets)
        for (const Sample& sample : set.samples) ++(sample.spam ? spam : ham);
    if (spam > 0 && ham > 0) return;
    throw Failure(std::string("the lists hold no ") + (spam > 0 ? "ham" : "spam") + "; points need both to be fitted");
}

void require_different_names(const std::vector<LabelledSet>& sets) {
    std::set<std::string> names;
    for (const LabelledSet& set : sets)
        if (!names.insert(set.name).second)
            throw Failure("two lists are called " + set.name + "; give one of them another file name");
}

/// Points fitted on half of a list would look like any others.
std::vector<LabelledSet> whole_lists(const std::vector<std::string>& paths) {
    std::vector<std::string> problems;
    std::vector<LabelledSet> sets = read_lists(paths, problems);
    if (problems.empty()) return sets;
    std::string all = problems.front();
    for (std::size_t i = 1; i < problems.size(); ++i) all += "\nspamlint: " + problems[i];
    throw Failure(all);
}

std::vector<SampleSet> read_samples(const RuleSet& rules, const CalibrateOptions& options, bool& all_read) {
    const std::vector<LabelledSet> sets = whole_lists(options.lists);
    require_different_names(sets);
    std::vector<SampleSet> samples;
    for (const LabelledSet& set : sets) samples.push_back({set.name, {}});
    all_read = lint_lists<Sample>(
        rules, sets, {options.profile, {}, read_jobs(options.jobs)},
        [&](const Labelled& labelled, const Report& report) { return sample_of(labelled.spam, rules, report); },
        [&](std::size_t set, Sample sample) { samples[set].samples.push_back(std::move(sample)); });
    require_both_classes(samples);
    return samples;
}

int calibrate_lists(const CalibrateOptions& options) {
    if (options.lists.empty()) throw Failure("nothing to fit on; name lists of PATH<TAB>spam or PATH<TAB>ham lines");
    if (options.out.empty()) throw Failure("--out is missing; name the file that the weights go to");
    RuleSet rules = load_rules(options.rules);
    read_details(rules);
    require_profile(rules, options.profile);
    if (const auto least = read_count("--min-messages", options.min_messages))
        rules.scoring.calibration.min_messages = static_cast<double>(*least);
    bool all_read = true;
    const Calibrated calibrated = calibrate(rules, read_samples(rules, options, all_read), read_jobs(options.jobs));
    write_file(options.out, weights_yaml(calibrated.rules, calibrated.penalty));
    std::fputs(calibration_text(calibrated).c_str(), stdout);
    return all_read ? exit_passed : exit_trouble;
}

constexpr std::string_view details =
    R"(Fits the points of every rule on labelled mail, such as your own sent mail and the complaints about it, and writes them
to FILE for --weights. Each list is one set; all sets weigh the same, however long; scoring.yaml says what share of the
mix is spam and which score shall be even: points are scaled, as far as their ranges go, until a message of that mix with
that score is counted as likely spam as not. How far points may leave those of the rules' authors is chosen by sets that a
fit did not see. A rule that hit too few messages keeps its author's points. What is shown: where the mix is even, and each
set, with the author's points, with points fitted without the set, and with those written.

Example:
  spamlint calibrate sent.tsv complaints.tsv --out weights.yaml
  spamlint check --weights weights.yaml newsletter.eml
)";

}  // namespace

CommandLine calibrate_command() {
    const auto options = std::make_shared<CalibrateOptions>();
    CommandLine line;
    line.summary = "fit the points of the rules on labelled mail";
    line.usage = "spamlint calibrate [OPTION]… LIST.tsv… --out FILE";
    line.details = details;
    line.options = {
        {"LIST", "", "lists of labelled messages, as for evaluate; one list is one set", &options->lists},
        {"--out", "FILE", "where the weights go", &options->out},
        {"--rules", "PATH", "add the packs of this file or folder; may be given many times", &options->rules},
        {"--min-messages", "N",
         "a rule that hit fewer messages keeps its author's points; the rules say how many otherwise",
         &options->min_messages},
        {"--profile", "NAME", "as for check", &options->profile},
        {"--jobs", "N", "threads; as many as there are cores unless given", &options->jobs},
    };
    line.run = [options] { return calibrate_lists(*options); };
    return line;
}

}  // namespace spamlint
