#include <cmath>
#include <nlohmann/json.hpp>

#include "facts/content.h"
#include "report/reporters.h"

namespace spamlint {
namespace {

using Json = nlohmann::ordered_json;

/// Ill-formed UTF-8 (a path, a byte of a broken charset) is written as U+FFFD: JSON must be valid.
std::string dumped(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Points and scores have one decimal; sums of them may carry rounding errors.
double tenths(double value) {
    return std::round(value * 10) / 10;
}

double hundredths(double value) {
    return std::round(value * 100) / 100;
}

/// `measured`, the number, is there for measure rules and where elements are counted.
Json finding_object(const Finding& finding, const Rule& rule, const LineIndex& lines) {
    const Position begin = lines.position(finding.span.begin);
    const Position end = lines.position(finding.span.end);
    Json object = {{"offset", finding.span.begin}, {"length", finding.span.size()},
                   {"line", begin.line},           {"column", begin.column},
                   {"end_line", end.line},         {"end_column", end.column},
                   {"part", finding.part},         {"in", finding.in},
                   {"text", finding.text},         {"disguised", finding.disguised}};
    const bool has_number = rule.kind == RuleKind::measure || rule.counts();
    if (has_number && !finding.supporting) object["measured"] = hundredths(finding.measured);
    return object;
}

Json deduction_object(const Deduction& deduction, const Rule& rule, const LintedMessage& message,
                      std::string_view lang) {
    Json findings = Json::array();
    for (const Finding& finding : deduction.findings) findings.push_back(finding_object(finding, rule, *message.lines));
    Json object = {{"rule", rule.id},
                   {"pack", rule.pack},
                   {"category", rule.category},
                   {"severity", name(rule.severity)},
                   {"points", tenths(deduction.points)},
                   {"title", rule.title.in(lang)},
                   {"why", rule.why.in(lang)},
                   {"fix", rule.fix.in(lang)},
                   {"findings", std::move(findings)}};
    if (deduction.cut) object["findings_cut"] = true;
    return object;
}

Json message_object(const LintedMessage& message, const RuleSet& rules, std::string_view lang) {
    Json deductions = Json::array();
    for (const Deduction& deduction : message.report.deductions) {
        const Rule& rule = rules.rules.at(static_cast<std::size_t>(deduction.rule));
        deductions.push_back(deduction_object(deduction, rule, message, lang));
    }
    Json not_judged = Json::array();
    for (const Localised& text : rules.scoring.not_judged) not_judged.push_back(text.in(lang));
    return {{"path", message.path},
            {"score", tenths(message.report.score)},
            {"verdict", message.report.verdict},
            {"passed", message.passed},
            {"deductions", std::move(deductions)},
            {"not_judged", std::move(not_judged)},
            {"profile", message.report.profile}};
}

Json summary_object(const Summary& summary) {
    Json errors = Json::array();
    for (const std::string& error : summary.errors) errors.push_back(error);
    return {{"messages", summary.messages}, {"failed", summary.failed}, {"errors", std::move(errors)}};
}

/// {"version": 1, …, "messages": […], "summary": {…}}: one object, written message by message, a line each.
class JsonReporter : public Reporter {
public:
    JsonReporter(const RuleSet& rules, const ReportStyle& style) : rules_(rules), style_(style) {}

    std::string begin() const override {
        const Json tool = {{"name", "spamlint"}, {"version", style_.version}};
        return "{\"version\":1,\"tool\":" + dumped(tool) + ",\"messages\":[\n";
    }
    std::string between() const override { return ",\n"; }
    std::string message(const LintedMessage& message) const override {
        return dumped(message_object(message, rules_, style_.lang));
    }
    std::string end(const Summary& summary) const override {
        return "\n],\"summary\":" + dumped(summary_object(summary)) + "}\n";
    }

private:
    const RuleSet& rules_;
    ReportStyle style_;
};

/// A line per message, each the object that stands in `messages` of json.
class JsonlReporter : public Reporter {
public:
    JsonlReporter(const RuleSet& rules, const ReportStyle& style) : rules_(rules), lang_(style.lang) {}

    std::string message(const LintedMessage& message) const override {
        return dumped(message_object(message, rules_, lang_)) + "\n";
    }
    std::string end(const Summary&) const override { return {}; }

private:
    const RuleSet& rules_;
    std::string lang_;
};

}  // namespace

std::unique_ptr<Reporter> json_reporter(const RuleSet& rules, const ReportStyle& style) {
    return std::make_unique<JsonReporter>(rules, style);
}

std::unique_ptr<Reporter> jsonl_reporter(const RuleSet& rules, const ReportStyle& style) {
    return std::make_unique<JsonlReporter>(rules, style);
}

}  // namespace spamlint
