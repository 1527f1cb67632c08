#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "report/linted.h"

namespace spamlint {

/// What --format and --output ask for.
struct OutputOptions {
    std::string format;                // for standard output; "" is text, or nothing where an output takes it
    std::vector<std::string> outputs;  // "FMT=FILE"; FILE "-" is standard output
    std::string lang;                  // "" is the locale's for people, English for programs
};

/// The reports of one run, each in its format and file, written as the messages come.
class Outputs {
public:
    /// Opens the files and begins the reports. Throws Failure where the options are wrong. A file that cannot be
    /// written is told on standard error and among errors(); the other reports go on. `rules` must outlive it.
    Outputs(const RuleSet& rules, const OutputOptions& options);

    /// A message in every format. Several threads may render at once.
    std::vector<std::string> render(const LintedMessage& message) const;
    /// Writes what render() gave.
    void write(const std::vector<std::string>& rendered);
    void end(const Summary& summary);

    /// One line for each output that could not be written.
    const std::vector<std::string>& errors() const { return errors_; }

    /// The files that are written, so that a folder's check leaves them alone.
    static std::vector<std::string> files(const OutputOptions& options);

private:
    struct Close {
        void operator()(std::FILE* file) const;
    };
    struct Output {
        std::string name;                        // for people
        std::unique_ptr<std::FILE, Close> file;  // null once it could not be written
        std::unique_ptr<Reporter> reporter;
    };
    void open(const RuleSet& rules, const std::string& format, const std::string& file, const std::string& lang);
    void put(Output& output, const std::string& text);
    void give_up(Output& output, const std::string& advice);

    std::vector<Output> outputs_;
    std::vector<std::string> errors_;
    bool any_message_ = false;
};

}  // namespace spamlint
