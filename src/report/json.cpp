#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <vector>

#include "facts/content.h"
#include "report/once_each.h"
#include "report/reporters.h"

namespace spamlint {
namespace {

using Json = nlohmann::ordered_json;

/// Ill-formed UTF-8 (a path, a byte of a broken charset) is written as U+FFFD: JSON must be valid.
std::string dumped(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Points and scores have one decimal; sums of them may carry rounding errors.
std::string tenths(double value) {
    return fmt::format("{:.1f}", std::round(value * 10) / 10);
}

double hundredths(double value) {
    return std::round(value * 100) / 100;
}

std::string json_text(std::string_view text) {
    const auto is_plain = [](char c) { return c >= ' ' && c < '\x7F' && c != '"' && c != '\\'; };
    if (std::all_of(text.begin(), text.end(), is_plain)) return '"' + std::string(text) + '"';
    return dumped(Json(text));
}

/// `measured`, the number, is there for measure rules and where elements are counted.
void append_finding(std::string& out, const Finding& finding, const Rule& rule, const LineIndex& lines) {
    const Position begin = lines.position(finding.span.begin);
    const Position end = lines.position(finding.span.end);
    fmt::format_to(std::back_inserter(out),
                   R"({{"offset":{},"length":{},"line":{},"column":{},"end_line":{},"end_column":{},)"
                   R"("part":{},"in":{},"text":{},"disguised":{})",
                   finding.span.begin, finding.span.size(), begin.line, begin.column, end.line, end.column,
                   json_text(finding.part), json_text(finding.in), json_text(finding.text), finding.disguised);
    const bool has_number = rule.kind == RuleKind::measure || rule.counts();
    if (has_number && !finding.supporting) out += ",\"measured\":" + dumped(hundredths(finding.measured));
    out += '}';
}

/// What is the same in each deduction of a rule, on either side of its points.
struct RuleTexts {
    std::string before_points, after_points;
};

RuleTexts rule_texts(const Rule& rule, std::string_view lang) {
    RuleTexts texts;
    fmt::format_to(std::back_inserter(texts.before_points),
                   R"({{"rule":{},"pack":{},"category":{},"severity":{},"points":)", json_text(rule.id),
                   json_text(rule.pack), json_text(rule.category), json_text(name(rule.severity)));
    fmt::format_to(std::back_inserter(texts.after_points), R"(,"title":{},"why":{},"fix":{},"findings":[)",
                   json_text(rule.title.in(lang)), json_text(rule.why.in(lang)), json_text(rule.fix.in(lang)));
    return texts;
}

/// Writes messages as objects, {"path": …, "deductions": […], …}. Used by several threads at once.
class MessageWriter {
public:
    MessageWriter(const RuleSet& rules, std::string_view lang)
        : rules_(rules), lang_(lang), texts_(rules.rules.size()) {
        Json not_judged = Json::array();
        for (const Localised& text : rules.scoring.not_judged) not_judged.push_back(text.in(lang));
        not_judged_ = dumped(not_judged);
    }

    std::string object(const LintedMessage& message) const {
        std::string out;
        fmt::format_to(std::back_inserter(out), R"({{"path":{},"score":{},"verdict":{},"passed":{},"deductions":[)",
                       json_text(message.path), tenths(message.report.score), json_text(message.report.verdict),
                       message.passed);
        for (const Deduction& deduction : message.report.deductions) {
            if (out.back() != '[') out += ',';
            append_deduction(out, deduction, message);
        }
        fmt::format_to(std::back_inserter(out), R"(],"not_judged":{},"profile":{}}})", not_judged_,
                       json_text(message.report.profile));
        return out;
    }

private:
    void append_deduction(std::string& out, const Deduction& deduction, const LintedMessage& message) const {
        const auto index = static_cast<std::size_t>(deduction.rule);
        const Rule& rule = rules_.rules.at(index);
        const RuleTexts& texts = texts_.at(index, [&] { return rule_texts(rule, lang_); });
        out += texts.before_points + tenths(deduction.points) + texts.after_points;
        for (const Finding& finding : deduction.findings) {
            if (out.back() != '[') out += ',';
            append_finding(out, finding, rule, *message.lines);
        }
        out += deduction.cut ? "],\"findings_cut\":true}" : "]}";
    }

    const RuleSet& rules_;
    std::string lang_, not_judged_;
    OnceEach<RuleTexts> texts_;
};

Json summary_object(const Summary& summary) {
    Json errors = Json::array();
    for (const std::string& error : summary.errors) errors.push_back(error);
    return {{"messages", summary.messages}, {"failed", summary.failed}, {"errors", std::move(errors)}};
}

/// {"version": 1, …, "messages": […], "summary": {…}}: one object, written message by message, a line each.
class JsonReporter : public Reporter {
public:
    JsonReporter(const RuleSet& rules, const ReportStyle& style) : messages_(rules, style.lang), style_(style) {}

    std::string begin() const override {
        const Json tool = {{"name", "spamlint"}, {"version", style_.version}};
        return "{\"version\":1,\"tool\":" + dumped(tool) + ",\"messages\":[\n";
    }
    std::string between() const override { return ",\n"; }
    std::string message(const LintedMessage& message) const override { return messages_.object(message); }
    std::string end(const Summary& summary) const override {
        return "\n],\"summary\":" + dumped(summary_object(summary)) + "}\n";
    }

private:
    MessageWriter messages_;
    ReportStyle style_;
};

/// A line per message, each the object that stands in `messages` of json.
class JsonlReporter : public Reporter {
public:
    JsonlReporter(const RuleSet& rules, const ReportStyle& style) : messages_(rules, style.lang) {}

    std::string message(const LintedMessage& message) const override { return messages_.object(message) + "\n"; }
    std::string end(const Summary&) const override { return {}; }

private:
    MessageWriter messages_;
};

}  // namespace

std::unique_ptr<Reporter> json_reporter(const RuleSet& rules, const ReportStyle& style) {
    return std::make_unique<JsonReporter>(rules, style);
}

std::unique_ptr<Reporter> jsonl_reporter(const RuleSet& rules, const ReportStyle& style) {
    return std::make_unique<JsonlReporter>(rules, style);
}

}  // namespace spamlint
