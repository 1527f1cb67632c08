#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace spamlint {

/// What the process tells its caller.
enum ExitCode : int { exit_passed = 0, exit_below_bar = 1, exit_trouble = 2 };

/// Usage, I/O, configuration or a pack is at fault: one line for people, "what; what to do". Ends in exit code 2.
struct Failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// One option, switch or argument of a command, and where its value goes.
struct Option {
    std::string_view names;  // "--format", "-h,--help"; a name without dashes is an argument by position
    std::string_view value;  // how help calls the value, "FMT"; empty for a switch
    std::string_view help;
    std::variant<bool*, std::string*, std::vector<std::string>*> target;
};

struct Command;

/// Everything a command line offers under one name. A command is a function that returns one; the table of commands
/// lists these functions.
struct CommandLine {
    std::string_view summary;  // one line
    std::string_view usage;    // "spamlint check [OPTION]… PATH…"
    std::string_view details;  // below the options: examples, exit codes
    std::vector<Option> options;
    std::vector<Command> commands;  // commands below this one
    std::function<int()> run;       // with all targets filled; returns an ExitCode
};

struct Command {
    std::string_view name;
    CommandLine (*describe)();
};

/// Fills the targets of the command that the arguments name, and runs it. `--help` is answered here. Throws Failure.
int run_command_line(const CommandLine& root, int count, const char* const* arguments);

std::string help_text(const CommandLine& line);

}  // namespace spamlint
