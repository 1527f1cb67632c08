#include "cli/commands.h"

#include <cstdio>
#include <memory>

namespace spamlint {

CommandLine root_command() {
    const auto version = std::make_shared<bool>(false);
    CommandLine line;
    line.summary = "spamlint: finds what will get a mail treated as spam, and says where and how to mend it";
    line.usage = "spamlint COMMAND [OPTION]… [PATH]…";
    line.details = R"(Examples:
  spamlint check newsletter.eml             a report for people
  spamlint check templates/ --min-score 8   every mail and template of a folder; exit code 1 if one is below 8
  spamlint check - < draft.eml              standard input
  spamlint rules explain zh-free-claim      what a rule looks for, why, and what to do

Everything happens on this machine: no part of a mail leaves it.
'spamlint COMMAND --help' says more about a command.
)";
    line.options = {{"--version", "", "print the version", version.get()}};
    line.commands = {
        {"check", check_command},
        {"evaluate", evaluate_command},
        {"calibrate", calibrate_command},
        {"facts", facts_command},
        {"rules", rules_command},
    };
    line.run = [version] {
        if (!*version) throw Failure("no command given; see 'spamlint --help'");
        std::puts("spamlint " SPAMLINT_VERSION);
        return exit_passed;
    };
    return line;
}

}  // namespace spamlint
