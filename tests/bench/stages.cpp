#include "bench/stages.h"

#include <benchmark/benchmark.h>

#include "lint/lint.h"
#include "report/formats.h"

namespace spamlint::bench {
namespace {

const RuleSet& rules() {
    static const RuleSet all = default_rules();
    return all;
}

template <typename Use>
void each_message(const std::vector<Sample>& samples, const Use& use) {
    for (const Sample& sample : samples)
        for (const FoundMessage& at : find_messages("", sample.file)) use(std::string_view(sample.file), at);
}

void parse(const std::vector<Sample>& samples) {
    each_message(samples, [](std::string_view file, const FoundMessage& at) {
        benchmark::DoNotOptimize(read_message(file, at).parts.size());
    });
}

void decode(const std::vector<Sample>& samples) {
    each_message(samples, [](std::string_view file, const FoundMessage& at) {
        benchmark::DoNotOptimize(read_content(file, read_message(file, at)).texts.size());
    });
}

void judge(const std::vector<Sample>& samples) {
    each_message(samples, [](std::string_view file, const FoundMessage& at) {
        benchmark::DoNotOptimize(lint(rules(), file, read_message(file, at), {}).score);
    });
}

void report(const std::vector<Sample>& samples) {
    const auto reporter = make_reporter("json", rules(), {.lang = "en", .version = "1"});
    each_message(samples, [&](std::string_view file, const FoundMessage& at) {
        const LineIndex lines(file);
        const Content content = read_content(file, read_message(file, at));
        LintedMessage message;
        message.file = file;
        message.lines = &lines;
        message.content = &content;
        message.report = lint(rules(), content, {});
        benchmark::DoNotOptimize(reporter->message(message).size());
    });
}

}  // namespace

std::vector<Stage> pipeline_stages() {
    return {{"message", parse}, {"content", decode}, {"lint", judge}, {"report", report}};
}

}  // namespace spamlint::bench
