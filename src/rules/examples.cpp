#include "rules/examples.h"

#include <algorithm>
#include <iterator>
#include <thread>

#include "message/message.h"
#include "rules/for_each_index.h"
#include "span/utf8.h"

namespace spamlint {
namespace {

constexpr std::size_t kMostShown = 80;  // bytes of an example in a message

/// What an example says, for people, cut at a character's edge.
std::string shown(const Example& example) {
    std::string text;
    for (const ExampleText& one : example.texts)
        text += (text.empty() ? "" : ", ") + one.key + ": " + one.before +
                (one.times > 0 ? one.repeat + "…" : std::string());
    for (char& c : text)
        if (c == '\n' || c == '\r') c = ' ';
    if (text.size() <= kMostShown) return text;
    return std::string(utf8::beginning(text, kMostShown)) + "…";
}

/// A set of the one rule, so that examples cost what their rule costs.
RuleSet alone(const Rule& rule, const Scoring& scoring) {
    RuleSet set;
    set.rules.push_back(rule);
    set.scoring = scoring;
    prepare(set);
    return set;
}

std::vector<Finding> findings_of(const RuleSet& set, const Example& example) {
    const Rule& rule = set.rules.front();
    ExampleMessage built = build_message(example);
    // A rule for some profiles only is tried under the first of them, unless the example says another.
    if (built.profile == "auto" && !rule.profiles.empty()) built.profile = rule.profiles.front();
    Message message = built.is_template ? wrap_template(built.file, MessageKind::html_template)
                                        : parse_message(built.file, {0, built.file.size()});
    const Content content = read_content(built.file, std::move(message));
    const Facts facts(content);
    ApplyOptions options{built.profile, {}, {}};
    if (!rule.policy.empty()) options.policies.emplace_back(rule.policy);
    return apply(set, facts, options).findings;
}

std::string failure(const Rule& rule, const Example& example, const std::vector<Finding>& findings) {
    if (example.hit && findings.empty())
        return "a hit example of '" + std::string(rule.id) + "' does not hit {" + shown(example) +
               "}; change the rule or the example";
    if (example.hit || findings.empty()) return {};
    const Finding& first = findings.front();
    const std::string what = first.text.empty() ? "" : " '" + first.text + "'";  // "" where something is missing
    return "a miss example of '" + std::string(rule.id) + "' hits" + what + " in " + first.in + " {" + shown(example) +
           "}; narrow the rule, add a guard under unless, or change the example";
}

}  // namespace

bool hits_example(const Rule& rule, const Scoring& scoring, const Example& example) {
    return !findings_of(alone(rule, scoring), example).empty();
}

std::vector<PackProblem> run_examples_of(const Rule& rule, const Scoring& scoring, const std::string& file) {
    std::vector<PackProblem> problems;
    const RuleSet set = alone(rule, scoring);
    for (const Example& example : rule.examples) {
        std::string fault = failure(rule, example, findings_of(set, example));
        if (!fault.empty()) problems.push_back({file, example.line, example.column, std::move(fault)});
    }
    return problems;
}

std::vector<PackProblem> run_examples_of(const std::vector<RuleInFile>& rules, const Scoring& scoring) {
    std::vector<std::vector<PackProblem>> found(rules.size());
    for_each_index(rules.size(), std::thread::hardware_concurrency(),
                   [&](std::size_t i) { found[i] = run_examples_of(*rules[i].rule, scoring, rules[i].file); });
    std::vector<PackProblem> problems;
    for (std::vector<PackProblem>& of_rule : found)
        std::move(of_rule.begin(), of_rule.end(), std::back_inserter(problems));
    return problems;
}

std::vector<PackProblem> run_examples(const RuleSet& rules, std::string_view id) {
    std::vector<RuleInFile> wanted;
    for (const Rule& rule : rules.rules) {
        if (!id.empty() && rule.id != id) continue;
        std::string file(rule.pack);
        for (const PackInfo& pack : rules.packs)
            if (pack.name == rule.pack) file = pack.file;
        wanted.push_back({&rule, std::move(file)});
    }
    return run_examples_of(wanted, rules.scoring);
}

}  // namespace spamlint
