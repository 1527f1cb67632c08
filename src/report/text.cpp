#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "report/display.h"
#include "report/finding_text.h"
#include "report/once_each.h"
#include "report/phrases.h"
#include "report/reporters.h"
#include "report/wrap.h"

namespace spamlint {
namespace {

constexpr std::size_t most_findings = 5;  // shown of one deduction; the rest is counted
constexpr std::size_t body_indent = 8;    // below "  -0.6  "

/// Deductions of one category, dearest first as the report has them.
struct CategoryBlock {
    std::string_view category;
    double points = 0;
    std::vector<const Deduction*> deductions;
};

/// What is the same in each deduction of a rule: its name, and what stands below its findings.
struct RuleTexts {
    std::string name, advice;
};

class TextReporter : public Reporter {
public:
    TextReporter(const RuleSet& rules, const ReportStyle& style)
        : rules_(rules), style_(style), words_(phrases(style.lang)), paint_(style.colour), texts_(rules.rules.size()) {}

    std::string message(const LintedMessage& message) const override {
        std::string lines = headline(message);
        for (const CategoryBlock& block : blocks(message.report)) lines += category(message, block);
        return lines + "\n";
    }

    std::string end(const Summary& summary) const override {
        std::string lines = summary.messages > 0 ? not_judged() : std::string();
        if (summary.messages > 1 || !summary.errors.empty()) lines += counts(summary);
        return lines;
    }

private:
    const Rule& rule(const Deduction& deduction) const {
        return rules_.rules.at(static_cast<std::size_t>(deduction.rule));
    }

    /// spam.eml  2.1/10  likely spam, as marketing mail, below the bar
    std::string headline(const LintedMessage& message) const {
        const Report& report = message.report;
        std::string about = verdict_title(report.verdict, style_.lang);
        if (!report.profile.empty()) {
            about += words_.comma;
            about += fmt::format(fmt::runtime(words_.profile), profile_title(report.profile));
        }
        if (!message.passed) about += std::string(words_.comma) + std::string(words_.failed);
        if (report.deductions.empty()) about += std::string(words_.comma) + std::string(words_.clean);
        return fmt::format("{}  {}  {}\n", paint_.bold(displayed(message.path)),
                           score_colour(report, fmt::format("{:.1f}/10", report.score)), about);
    }

    std::string profile_title(const std::string& id) const {
        for (const Profile& profile : rules_.scoring.profiles) {
            if (profile.id == id && !profile.title.in(style_.lang).empty())
                return std::string(profile.title.in(style_.lang));
        }
        return id;
    }

    /// The best verdict is green, the worst red, whatever the packs call them.
    std::string score_colour(const Report& report, const std::string& text) const {
        const auto& bands = rules_.scoring.bands;
        if (!bands.empty() && report.verdict == bands.front().verdict) return paint_.green(text);
        if (!bands.empty() && report.verdict == bands.back().verdict) return paint_.red(text);
        return paint_.yellow(text);
    }

    std::vector<CategoryBlock> blocks(const Report& report) const {
        std::vector<CategoryBlock> found;
        for (const Deduction& deduction : report.deductions) {
            const std::string_view category = rule(deduction).category;
            auto block = std::find_if(found.begin(), found.end(),
                                      [&](const CategoryBlock& other) { return other.category == category; });
            if (block == found.end()) block = found.insert(found.end(), {category, 0, {}});
            block->points += deduction.points;
            block->deductions.push_back(&deduction);
        }
        std::stable_sort(found.begin(), found.end(), [](const CategoryBlock& a, const CategoryBlock& b) {
            return a.points > b.points + 1e-9 || (std::abs(a.points - b.points) <= 1e-9 && a.category < b.category);
        });
        return found;
    }

    std::string category(const LintedMessage& message, const CategoryBlock& block) const {
        std::string lines = fmt::format(
            "\n{}  {}\n", paint_.bold(displayed(category_title(block.category, style_.lang))), minus(block.points));
        for (const Deduction* one : block.deductions) {
            if (one != block.deductions.front()) lines += "\n";
            lines += deduction(message, *one);
        }
        return lines;
    }

    ///   -0.6  Promises something for free  warning[zh-free-offer]
    std::string deduction(const LintedMessage& message, const Deduction& deduction) const {
        const Rule& its = rule(deduction);
        const RuleTexts& texts = texts_.at(static_cast<std::size_t>(deduction.rule), [&] { return rule_texts(its); });
        std::string lines = fmt::format("  {:>4}  {}", minus(deduction.points), texts.name);
        if (deduction.capped) lines += " " + paint_.dim(fmt::format("({})", words_.capped));
        lines += "\n";
        const std::size_t shown = std::min(deduction.findings.size(), most_findings);
        for (std::size_t i = 0; i < shown; ++i) {
            lines += finding_text(message, its, deduction.findings[i], style_, body_indent);
        }
        if (shown < deduction.findings.size()) {
            const std::string_view more = deduction.cut ? words_.more_uncounted : words_.more;
            lines += indented(fmt::format(fmt::runtime(more), deduction.findings.size() - shown)) + "\n";
        }
        return lines + texts.advice;
    }

    RuleTexts rule_texts(const Rule& its) const {
        return {fmt::format("{}  {}", paint_.bold(displayed(its.title.in(style_.lang))), label(its)),
                advice(words_.why, its.why) + advice(words_.fix, its.fix)};
    }

    std::string label(const Rule& its) const {
        const std::string severity = severity_title(name(its.severity), style_.lang);
        return in_severity_colour(paint_, its.severity, severity) + paint_.dim(fmt::format("[{}]", its.id));
    }

    std::string advice(std::string_view label, const Localised& text) const {
        if (text.in(style_.lang).empty()) return {};
        const std::size_t indent = body_indent + display_width(label);
        const std::size_t width = style_.width > indent + 20 ? style_.width - indent : 20;
        return indented(paint_.bold(label)) + wrapped(text.in(style_.lang), width, indent) + "\n";
    }

    std::string not_judged() const {
        if (rules_.scoring.not_judged.empty()) return {};
        std::string lines = paint_.dim(words_.not_judged) + "\n";
        for (const Localised& text : rules_.scoring.not_judged) {
            lines += "  - " + wrapped(text.in(style_.lang), style_.width > 24 ? style_.width - 4 : 20, 4) + "\n";
        }
        return lines;
    }

    /// 12 messages: 3 below the bar, 1 not read
    std::string counts(const Summary& summary) const {
        std::string line = summary.messages == 1 ? std::string(words_.one_message)
                                                 : fmt::format(fmt::runtime(words_.many_messages), summary.messages);
        line += words_.colon;
        line += summary.failed == 0 ? std::string(words_.all_pass)
                                    : fmt::format(fmt::runtime(words_.some_failed), summary.failed);
        if (!summary.errors.empty()) {
            line += words_.comma;
            line += fmt::format(fmt::runtime(words_.some_unread), summary.errors.size());
        }
        return paint_.bold(line) + "\n";
    }

    static std::string indented(const std::string& text) { return std::string(body_indent, ' ') + text; }

    const RuleSet& rules_;
    ReportStyle style_;
    const Phrases& words_;
    Paint paint_;
    OnceEach<RuleTexts> texts_;
};

}  // namespace

std::unique_ptr<Reporter> text_reporter(const RuleSet& rules, const ReportStyle& style) {
    return std::make_unique<TextReporter>(rules, style);
}

}  // namespace spamlint
