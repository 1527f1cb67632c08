#pragma once

#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/environment.h"
#include "cli/files.h"
#include "cli/ordered_pool.h"
#include "evaluate/labelled_set.h"
#include "lint/lint.h"

namespace spamlint {

/// Labelled lists, one set each. What cannot be read is left out, and told as a line each in `problems`: a list, a line
/// of one, a list without messages.
std::vector<LabelledSet> read_lists(const std::vector<std::string>& paths, std::vector<std::string>& problems);

struct ListRun {
    std::string profile = "auto";
    std::vector<std::string> policies{};  // as LintOptions
    std::size_t jobs = 1;
};

/// The number of messages done, on standard error where that is a terminal.
class Progress {
public:
    explicit Progress(std::size_t total) : total_(total) {}
    void step() {
        if (shown_ && ++done_ % 64 == 0) std::fprintf(stderr, "\r%zu of %zu messages", done_, total_);
    }
    void say(const std::string& error) const {
        std::fprintf(stderr, "%sspamlint: %s\n", shown_ ? "\r\x1b[K" : "", error.c_str());
    }
    void end() const {
        if (shown_) std::fputs("\r\x1b[K", stderr);
    }

private:
    std::size_t done_ = 0, total_;
    const bool shown_ = standard_error_is_terminal();
};

/// Lints every message of the sets on several threads: measure() says what of its report is wanted, take() gets it with
/// the number of its set, in the order of the lists. A file that cannot be read is told on standard error and left out;
/// returns whether there was none.
template <class Result>
bool lint_lists(const RuleSet& rules, const std::vector<LabelledSet>& sets, const ListRun& run,
                const std::function<Result(const Labelled&, const Report&)>& measure,
                const std::function<void(std::size_t, Result)>& take) {
    struct Done {
        std::size_t set = 0;
        Result result;
        std::string error;
    };
    std::size_t total = 0;
    for (const LabelledSet& set : sets) total += set.messages.size();
    Progress progress(total);
    bool all_read = true;
    OrderedPool<Done> pool(run.jobs, [&](Done done) {
        progress.step();
        if (done.error.empty()) return take(done.set, std::move(done.result));
        all_read = false;
        progress.say(done.error);
    });
    const auto lint_one = [&](std::size_t set, const Labelled& labelled) -> Done {
        try {
            const std::string bytes = read_file(labelled.path);
            const FoundMessage first = find_messages(labelled.path, bytes).front();
            return {set,
                    measure(labelled, lint(rules, bytes, read_message(bytes, first), {run.profile, run.policies, {}})),
                    {}};
        } catch (const Failure& failure) {
            return {set, {}, failure.what()};
        }
    };
    for (std::size_t set = 0; set < sets.size(); ++set)
        for (const Labelled& labelled : sets[set].messages)
            pool.submit([&lint_one, set, &labelled] { return lint_one(set, labelled); });
    pool.finish();
    progress.end();
    return all_read;
}

}  // namespace spamlint
