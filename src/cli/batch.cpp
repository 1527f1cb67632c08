#include "cli/batch.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <mutex>

#include "cli/command_line.h"
#include "cli/files.h"
#include "cli/ordered_pool.h"
#include "lint/lint.h"
#include "span/line_index.h"

namespace spamlint {
namespace {

/// A file under way; its messages share the bytes and the index of its lines.
struct SourceFile {
    std::string path;
    std::string bytes;
    FileSettings settings;

    const LineIndex& lines() const {
        std::call_once(once_, [this] { lines_.emplace(bytes); });
        return *lines_;
    }

private:
    mutable std::once_flag once_;
    mutable std::optional<LineIndex> lines_;
};

/// What a task hands on: the reports of one message, or an error.
struct Outcome {
    std::vector<std::string> rendered;
    bool passed = true;
    std::string error;
};

class Batch {
public:
    Batch(const RuleSet& rules, const BatchOptions& options, Outputs& outputs)
        : rules_(rules),
          options_(options),
          outputs_(outputs),
          pool_(options.jobs, [this](Outcome outcome) { take(std::move(outcome)); }) {}

    Summary run() {
        walk(options_.paths, options_.skip, [this](const FoundFile& found) { add_file(found); });
        pool_.finish();
        return std::move(summary_);
    }

private:
    void add_file(const FoundFile& found) {
        if (!found.error.empty()) return add_error(found.error);
        const auto file = std::make_shared<SourceFile>();
        const bool is_stdin = found.path == "-";
        const std::string stdin_path = options_.stdin_name.empty() ? "<stdin>" : options_.stdin_name;
        file->path = is_stdin ? stdin_path : found.path;
        const std::optional<FileSettings> settings = options_.settings(file->path);
        if (!settings) return tell_left_out(found.path);
        file->settings = *settings;
        try {
            file->bytes = read_file(found.path);
        } catch (const Failure& failure) {
            return add_error(failure.what());
        }
        const std::string name = is_stdin ? options_.stdin_name : found.path;
        if (const std::string what = foreign_format(name, file->bytes); !what.empty())
            return add_error(file->path + ": " + what);
        const auto messages = find_messages(name, file->bytes);
        for (std::size_t i = 0; i < messages.size(); ++i) {
            const std::string path = messages.size() > 1 ? file->path + "#" + std::to_string(i + 1) : file->path;
            pool_.submit([this, file, path, at = messages[i]] { return lint_one(*file, path, at); });
        }
    }

    /// Of files in folders that is expected; of one that was named it may surprise.
    void tell_left_out(const std::string& path) const {
        if (std::find(options_.paths.begin(), options_.paths.end(), path) != options_.paths.end())
            std::fprintf(stderr, "spamlint: %s: left out, as 'ignore' of the configuration says\n", path.c_str());
    }

    /// Errors queue up with the messages, so that both come out in the order of the paths.
    void add_error(const std::string& error) {
        pool_.submit([error] { return Outcome{{}, false, error}; });
    }

    Outcome lint_one(const SourceFile& file, const std::string& path, const FoundMessage& found) const {
        const Content content = read_content(file.bytes, read_message(file.bytes, found));
        LintedMessage message;
        message.path = path;
        message.file_path = file.path;
        message.file = file.bytes;
        message.content = &content;
        message.report = lint(rules_, content, file.settings.lint);
        message.passed = file.settings.bar.passes(rules_, message.report);
        if (!message.report.deductions.empty()) message.lines = &file.lines();
        return {outputs_.render(message), message.passed, {}};
    }

    void take(const Outcome& outcome) {
        if (!outcome.error.empty()) {
            std::fprintf(stderr, "spamlint: %s\n", outcome.error.c_str());
            summary_.errors.push_back(outcome.error);
            return;
        }
        ++summary_.messages;
        summary_.failed += outcome.passed ? 0 : 1;
        outputs_.write(outcome.rendered);
    }

    const RuleSet& rules_;
    const BatchOptions& options_;
    Outputs& outputs_;
    Summary summary_;
    OrderedPool<Outcome> pool_;
};

}  // namespace

bool Bar::passes(const RuleSet& rules, const Report& report) const {
    if (report.score < min_score - 1e-9) return false;
    return !fail_on || std::none_of(report.deductions.begin(), report.deductions.end(), [&](const Deduction& one) {
        return rules.rules.at(static_cast<std::size_t>(one.rule)).severity >= *fail_on;
    });
}

Summary lint_all(const RuleSet& rules, const BatchOptions& options, Outputs& outputs) {
    return Batch(rules, options, outputs).run();
}

}  // namespace spamlint
