#include "cli/outputs.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "cli/command_line.h"
#include "cli/environment.h"
#include "cli/settings.h"
#include "report/formats.h"
#include "rules/problems.h"

namespace spamlint {
namespace {

struct Target {
    std::string format, file;
};

/// json=report.json
Target read_target(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
        throw Failure("--output takes FORMAT=FILE, such as json=report.json, not '" + text + "'");
    }
    return {text.substr(0, equals), text.substr(equals + 1)};
}

std::vector<Target> targets(const OutputOptions& options) {
    std::vector<Target> found;
    for (const std::string& text : options.outputs) found.push_back(read_target(text));
    const auto on_stdout = std::count_if(found.begin(), found.end(), [](const Target& one) { return one.file == "-"; });
    if (on_stdout + (options.format.empty() ? 0 : 1) > 1) {
        throw Failure("two formats on standard output; give all but one a file, such as --output json=report.json");
    }
    if (on_stdout == 0) found.insert(found.begin(), {options.format.empty() ? "text" : options.format, "-"});
    return found;
}

void require_format(const std::string& format) {
    const std::vector<std::string_view> names = format_names();
    if (std::find(names.begin(), names.end(), format) != names.end()) return;
    const std::string nearest = did_you_mean(format, names);
    throw Failure("unknown format '" + format + "'" + (nearest.empty() ? "; take " + one_of(names) : nearest));
}

}  // namespace

void Outputs::Close::operator()(std::FILE* file) const {
    if (file && file != stdout) std::fclose(file);
}

std::vector<std::string> Outputs::files(const OutputOptions& options) {
    std::vector<std::string> found;
    for (const std::string& text : options.outputs) found.push_back(read_target(text).file);
    return found;
}

/// Every format is known before a file is touched.
Outputs::Outputs(const RuleSet& rules, const OutputOptions& options) {
    require_language(options.lang);
    const std::vector<Target> wanted = targets(options);
    for (const Target& target : wanted) require_format(target.format);
    for (const Target& target : wanted) open(rules, target.format, target.file, options.lang);
    for (Output& output : outputs_) put(output, output.reporter->begin());
}

void Outputs::open(const RuleSet& rules, const std::string& format, const std::string& file, const std::string& lang) {
    const bool to_stdout = file == "-";
    ReportStyle style;
    style.lang = is_for_people(format) ? chosen_language(lang) : lang.empty() ? "en" : lang;
    style.version = SPAMLINT_VERSION;
    if (to_stdout) {
        style.colour = standard_output_wants_colour();
        style.width = standard_output_width();
    }
    Output output;
    output.name = to_stdout ? "standard output" : file;
    output.reporter = make_reporter(format, rules, style);
    output.file.reset(to_stdout ? stdout : std::fopen(file.c_str(), "wb"));
    if (!output.file) give_up(output, "check the path and its permissions");
    outputs_.push_back(std::move(output));
}

std::vector<std::string> Outputs::render(const LintedMessage& message) const {
    std::vector<std::string> rendered;
    for (const Output& output : outputs_) rendered.push_back(output.reporter->message(message));
    return rendered;
}

void Outputs::write(const std::vector<std::string>& rendered) {
    for (std::size_t i = 0; i < outputs_.size(); ++i) {
        if (any_message_) put(outputs_[i], outputs_[i].reporter->between());
        put(outputs_[i], rendered.at(i));
    }
    any_message_ = true;
}

void Outputs::end(const Summary& summary) {
    for (Output& output : outputs_) {
        put(output, output.reporter->end(summary));
        if (output.file && std::fflush(output.file.get()) != 0) give_up(output, "is the disk full?");
    }
}

void Outputs::put(Output& output, const std::string& text) {
    if (!output.file || std::fwrite(text.data(), 1, text.size(), output.file.get()) == text.size()) return;
    give_up(output, "is the disk full?");
}

void Outputs::give_up(Output& output, const std::string& advice) {
    errors_.push_back(output.name + ": cannot be written: " + std::strerror(errno) + "; " + advice);
    std::fprintf(stderr, "spamlint: %s\n", errors_.back().c_str());
    output.file.reset();
}

}  // namespace spamlint
