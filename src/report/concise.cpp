#include <fmt/format.h>

#include "report/display.h"
#include "report/reporters.h"

namespace spamlint {
namespace {

/// path:line:column: severity[rule] title (-points), a line per finding, as editors and grep read it. The points are
/// the whole deduction's and stand at its first finding only, so that they add up.
class ConciseReporter : public Reporter {
public:
    ConciseReporter(const RuleSet& rules, const ReportStyle& style) : rules_(rules), lang_(style.lang) {}

    std::string message(const LintedMessage& message) const override {
        std::string lines;
        for (const Deduction& deduction : message.report.deductions) {
            const Rule& rule = rules_.rules.at(static_cast<std::size_t>(deduction.rule));
            bool first = true;
            for (const Finding& finding : deduction.findings) {
                lines += line(message, rule, finding);
                lines += first ? " (" + minus(deduction.points) + ")\n" : "\n";
                first = false;
            }
        }
        lines +=
            fmt::format("{}: {:.1f}/10 {}\n", displayed(message.path), message.report.score, message.report.verdict);
        return lines;
    }
    std::string end(const Summary&) const override { return {}; }

private:
    std::string line(const LintedMessage& message, const Rule& rule, const Finding& finding) const {
        const Position at = message.lines->position(finding.span.begin);
        return fmt::format("{}:{}:{}: {}[{}] {}", displayed(message.file_path), at.line, at.column, name(rule.severity),
                           rule.id, displayed(rule.title.in(lang_)));
    }

    const RuleSet& rules_;
    std::string lang_;
};

}  // namespace

std::unique_ptr<Reporter> concise_reporter(const RuleSet& rules, const ReportStyle& style) {
    return std::make_unique<ConciseReporter>(rules, style);
}

}  // namespace spamlint
