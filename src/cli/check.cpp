#include <algorithm>
#include <memory>

#include "cli/batch.h"
#include "cli/check_plan.h"
#include "cli/commands.h"
#include "cli/settings.h"

namespace spamlint {
namespace {

struct CheckOptions {
    std::vector<std::string> paths, rules, policies;
    OutputOptions output;
    std::string stdin_name, min_score, fail_on, profile, weights, jobs, config;
    bool exit_zero = false;
};

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// What the command line chooses.
Choices choices_of(const CheckOptions& options, const RuleSet& rules) {
    Choices choices;
    if (!options.profile.empty()) {
        require_profile(rules, options.profile);
        choices.profile = options.profile;
    }
    if (!options.policies.empty()) {
        require_policies(rules, options.policies);
        choices.policies = options.policies;
    }
    choices.min_score = read_min_score(options.min_score);
    choices.fail_on = read_severity(options.fail_on);
    return choices;
}

int check(const CheckOptions& options) {
    if (options.paths.empty() && options.stdin_name.empty()) {
        throw Failure("nothing to check; name files or folders, or - for standard input");
    }
    if (std::count(options.paths.begin(), options.paths.end(), "-") > 1) {
        throw Failure("- stands for standard input, which can be read only once; name it once");
    }
    const ConfigFile config_file = find_config(options.config);
    // Never taken apart: that would cost as much as reading them did.
    static RuleSet& rules =
        *new RuleSet(load_rules(joined(config_packs(config_file), options.rules),
                                options.weights.empty() ? config_weights(config_file) : options.weights));
    const Config config = read_config(config_file, rules);
    apply_severities(config, rules);
    const CheckPlan plan(rules, config, choices_of(options, rules));
    BatchOptions batch;
    batch.paths = options.paths.empty() ? std::vector<std::string>{"-"} : options.paths;
    OutputOptions output = options.output;
    if (output.lang.empty()) output.lang = config.lang;
    batch.skip = Outputs::files(output);
    batch.stdin_name = options.stdin_name;
    batch.settings = [&](const std::string& path) { return plan.of(path); };
    batch.jobs = read_jobs(options.jobs);

    Outputs outputs(rules, output);
    Summary summary = lint_all(rules, batch, outputs);
    summary.errors.insert(summary.errors.begin(), outputs.errors().begin(), outputs.errors().end());
    outputs.end(summary);
    if (!summary.errors.empty() || !outputs.errors().empty()) return exit_trouble;
    return summary.failed > 0 && !options.exit_zero ? exit_below_bar : exit_passed;
}

constexpr std::string_view details = R"(What is read:
  .eml files, mbox files and the cur and new folders of a Maildir as mail; .html, .htm, .mjml, .txt, .md and the files
  of template engines (.hbs, .liquid, .j2, .erb …) as templates, of which no header is demanded. Other files of a folder
  are mail if they begin with a mail header; texts about a project (README, LICENSE, CHANGELOG, requirements.txt …) and
  what --output writes are left out. A file that is named alone, and standard input, is always read, and told
  by its bytes where its name says nothing.

Exit codes:
  0  every message passes
  1  a message scores below --min-score, or has a finding at --fail-on
  2  wrong usage, a file that cannot be read or written, or a fault in the configuration or a rule pack

Examples:
  spamlint check newsletter.eml
  spamlint check --lang zh --min-score 8 templates/
  spamlint check --output json=report.json mail/
  render-mail welcome | spamlint check - --stdin-filename welcome.eml
)";

}  // namespace

CommandLine check_command() {
    const auto options = std::make_shared<CheckOptions>();
    CommandLine line;
    line.summary = "score mails and templates, and point at every cause";
    line.usage = "spamlint check [OPTION]… PATH…";
    line.details = details;
    line.options = {
        {"PATH", "", "files, folders (read recursively), or - for standard input", &options->paths},
        {"--stdin-filename", "NAME", "take standard input for a file of this name", &options->stdin_name},
        {"--format", "FMT", "format on standard output: text (the default), concise, json or jsonl",
         &options->output.format},
        {"--output", "FMT=FILE", "write a report in this format to this file as well; may be given many times",
         &options->output.outputs},
        {"--min-score", "N", "fail messages that score below N, 0 to 10; the rules say how high the bar is otherwise",
         &options->min_score},
        {"--fail-on", "SEVERITY", "fail messages with a finding of this severity or a graver one: error, warning, info",
         &options->fail_on},
        {"--exit-zero", "", "exit with 0 even if a message fails", &options->exit_zero},
        {"--profile", "NAME",
         "what kind of mail it is: auto (the default: as the message shows), marketing,\n"
         "transactional or personal",
         &options->profile},
        {"--policy", "NAME",
         "also hold the mail against a mailbox provider's page or a law; may be given many times;\n"
         "'spamlint rules list' names them",
         &options->policies},
        {"--lang", "LANG", "language of the report, en or zh; otherwise the locale's for text, English for programs",
         &options->output.lang},
        {"--rules", "PATH",
         "add the packs of this file or folder; a rule with a known id replaces it; may be given\n"
         "many times",
         &options->rules},
        {"--weights", "FILE", "points of the rules, as calibrate writes them", &options->weights},
        {"--config", "FILE",
         "take the configuration from this file instead of the nearest .spamlint.yaml above the\n"
         "current folder; options beat it",
         &options->config},
        {"--jobs", "N", "threads; as many as there are cores unless given", &options->jobs},
    };
    line.run = [options] { return check(*options); };
    return line;
}

}  // namespace spamlint
