#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/condition_text.h"
#include "cli/environment.h"
#include "cli/rule_points.h"
#include "cli/settings.h"
#include "facts/fact.h"
#include "report/phrases.h"
#include "report/wrap.h"
#include "rules/problems.h"

namespace spamlint {
namespace {

struct ExplainOptions {
    std::string id, lang, weights;
    std::vector<std::string> rules;
};

/// The fixed words of an explanation.
struct Labels {
    std::string_view pack, severity, points, group, profiles, languages, looks_in, words, patterns, with, unless,
        measures, steps, looks_at, where, count, when, disguised, only, policy, why, fix, references, hit, miss,
        author_points, per_thousand, spam, ham, odds, odds_times, alarms, alarm_rates;
};
constexpr Labels english = {"Pack",
                            "Severity",
                            "Points",
                            "Group",
                            "Profiles",
                            "Languages",
                            "Looks in",
                            "Words",
                            "Patterns",
                            "And",
                            "Unless",
                            "Measures",
                            "Steps",
                            "Looks at",
                            "Of which",
                            "Number",
                            "When",
                            "Disguised",
                            "only",
                            "Policy",
                            "Why",
                            "Fix",
                            "References",
                            "Hits",
                            "Does not hit",
                            "Author's points",
                            "Hits of 1,000 messages of a set",
                            "spam",
                            "wanted",
                            "Odds of being spam",
                            "times {} near a score of {:.1f}",
                            "False alarms",
                            "{} of 1,000 wanted messages, beside {} of 1,000 spam; sets weigh the same"};
constexpr Labels chinese = {"规则包",
                            "级别",
                            "扣分",
                            "分组",
                            "适用类型",
                            "适用语言",
                            "检查位置",
                            "词语",
                            "模式",
                            "同时",
                            "例外",
                            "测量",
                            "分级",
                            "检查对象",
                            "条件",
                            "数量",
                            "前提",
                            "伪装",
                            "仅限",
                            "规范",
                            "原因",
                            "改法",
                            "参考",
                            "命中示例",
                            "不命中示例",
                            "作者定的扣分",
                            "每千封邮件的命中数（按测试集）",
                            "垃圾邮件",
                            "正常邮件",
                            "是垃圾邮件的胜算",
                            "{1:.1f} 分附近乘以 {0}",
                            "误报",
                            "每千封正常邮件 {} 封，每千封垃圾邮件命中 {} 封（各套邮件权重相同）"};

constexpr std::size_t text_indent = 2;

class Explanation {
public:
    Explanation(const RuleSet& rules, const Rule& rule, std::string lang)
        : rules_(rules), rule_(rule), lang_(std::move(lang)), labels_(lang_ == "zh" ? chinese : english) {}

    std::string write() && {
        text_ = fmt::format("{}\n{}\n\n", rule_.id, rule_.title.in(lang_));
        add_head();
        if (rule_.kind == RuleKind::match) add_match();
        if (rule_.kind == RuleKind::measure) add_measure();
        if (rule_.kind == RuleKind::each) add_each();
        lines(labels_.when, condition_texts(rule_.when, fact_name));
        block(labels_.why, rule_.why.in(lang_));
        block(labels_.fix, rule_.fix.in(lang_));
        lines(labels_.references, {rule_.references.begin(), rule_.references.end()});
        add_evidence();
        add_examples(labels_.hit, true);
        add_examples(labels_.miss, false);
        return std::move(text_);
    }

private:
    void add_head() {
        field(labels_.pack, fmt::format("{} ({})", rule_.pack, category_title(rule_.category, lang_)));
        if (!rule_.policy.empty()) field(labels_.policy, fmt::format("--policy {}", rule_.policy));
        field(labels_.severity, severity_title(name(rule_.severity), lang_));
        field(labels_.points, points());
        if (rule_.points != rule_.author.points)
            field(labels_.author_points, fmt::format("{:.1f}", rule_.author.points));
        add_meaning();
        if (!rule_.group.empty()) field(labels_.group, group());
        if (!rule_.profiles.empty()) field(labels_.profiles, joined(rule_.profiles));
        if (!rule_.languages.empty()) field(labels_.languages, joined(rule_.languages));
    }

    std::string points() const {
        if (rule_.kind == RuleKind::measure) return fmt::format("≤ {:.1f}", most_points(rule_));
        return rule_.cap > rule_.points ? fmt::format("{:.1f} (≤ {:.1f})", rule_.points, rule_.cap)
                                        : fmt::format("{:.1f}", rule_.points);
    }

    /// What the points say of the odds, and beside them how much wanted mail pays for it.
    void add_meaning() {
        if (rule_.evidence.empty() || rules_.weights.sets.empty()) return;
        if (rule_.points > 0)
            field(labels_.odds, fmt::format(fmt::runtime(labels_.odds_times),
                                            short_number(odds_times(rules_, rule_.points)), rules_.weights.even_score));
        field(labels_.alarms, fmt::format(fmt::runtime(labels_.alarm_rates),
                                          short_number(rate_in_mix(rules_, rule_.evidence.ham, false)),
                                          short_number(rate_in_mix(rules_, rule_.evidence.spam, true))));
    }

    /// A figure of which nobody needs more than two digits: "0", "0.04", "1.7", "29".
    static std::string short_number(double value) {
        if (value <= 0) return "0";
        return fmt::format("{:.{}f}", value, value < 0.1 ? 2 : value < 10 ? 1 : 0);
    }

    void add_evidence() {
        lines(labels_.per_thousand, {rates(labels_.spam, rule_.evidence.spam), rates(labels_.ham, rule_.evidence.ham),
                                     std::string(evidence_note(rule_.evidence, lang_))});
    }

    std::string rates(std::string_view label, const std::vector<SetRate>& all) const {
        return all.empty() ? std::string() : fmt::format("{}: {}", label, rates_text(all));
    }

    std::string group() const {
        const Group* found = rules_.scoring.group(rule_.group);
        return found ? fmt::format("{} ({}, ≤ {:.1f})", found->id, found->title.in(lang_), found->cap)
                     : std::string(rule_.group);
    }

    void add_match() {
        std::vector<std::string> scopes;
        for (const Scope scope : rule_.scopes) scopes.push_back(place_title(name(scope), lang_));
        field(labels_.looks_in, joined(scopes));
        if (rule_.disguised_only) field(labels_.disguised, std::string(labels_.only));
        add_count();
        text_ += "\n";
        block(labels_.words, joined(sources(rule_.any, true)));
        lines(labels_.patterns, sources(rule_.any, false));
        for (const auto& group : rule_.with)
            lines(labels_.with, {joined(sources(group, true)), joined(sources(group, false))});
        block(labels_.unless, joined(sources(rule_.unless, true)));
        lines(labels_.unless, sources(rule_.unless, false));
    }

    static std::vector<std::string> sources(const std::vector<Pattern>& patterns, bool words) {
        std::vector<std::string> found;
        for (const Pattern& pattern : patterns) {
            if ((pattern.kind == Pattern::Kind::word) == words) found.emplace_back(pattern.source);
        }
        return found;
    }

    void add_measure() {
        const FactSource& fact = fact_sources().at(static_cast<std::size_t>(rule_.fact));
        field(labels_.measures, fmt::format("{} ({})", fact.name, fact.meaning));
        std::vector<std::string> steps;
        for (const Step& step : rule_.steps) {
            steps.push_back(fmt::format("{} {}: -{:.1f}", rule_.above ? ">" : "<", step.bound, step.points));
        }
        field(labels_.steps, joined(steps));
        text_ += "\n";
    }

    void add_each() {
        const ElementSort& sort = element_sorts().at(static_cast<std::size_t>(rule_.sort));
        field(labels_.looks_at, place_title(sort.name, lang_));
        add_count();
        text_ += "\n";
        lines(labels_.where, condition_texts(rule_.where, [&](int at) { return field_name(sort, at); }));
    }

    void add_count() {
        if (rule_.count_below >= 0) field(labels_.count, fmt::format("< {}", rule_.count_below));
        if (rule_.count_above >= 0) field(labels_.count, fmt::format("> {}", rule_.count_above));
    }

    static std::string fact_name(int index) {
        return std::string(fact_sources().at(static_cast<std::size_t>(index)).name);
    }
    static std::string field_name(const ElementSort& sort, int index) {
        return std::string(sort.fields.at(static_cast<std::size_t>(index)).name);
    }

    void add_examples(std::string_view label, bool hit) {
        std::vector<std::string> found;
        for (const Example& example : rule_.examples) {
            if (example.hit == hit) found.push_back(shown(example));
        }
        lines(label, found);
    }

    /// "subject: FREE", or the text alone where the example says no more.
    static std::string shown(const Example& example) {
        std::string text;
        for (const ExampleText& part : example.texts) {
            if (!text.empty()) text += "; ";
            text += part.key + ": " + (part.times > 0 ? part.before + part.repeat + "…" + part.after : part.value());
        }
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    }

    template <typename Text>
    std::string joined(const std::vector<Text>& items) const {
        return fmt::format("{}", fmt::join(items, lang_ == "zh" ? "、" : ", "));
    }

    void field(std::string_view label, const std::string& value) {
        text_ += fmt::format("{}{}{}\n", label, lang_ == "zh" ? "：" : ": ", value);
    }

    void heading(std::string_view label) { text_ += fmt::format("{}{}\n", label, lang_ == "zh" ? "：" : ":"); }

    void block(std::string_view label, std::string_view value) {
        if (value.empty()) return;
        const std::size_t width = standard_output_width() - text_indent;
        heading(label);
        text_ += std::string(text_indent, ' ') + wrapped(value, width, text_indent) + "\n\n";
    }

    void lines(std::string_view label, std::vector<std::string> values) {
        std::erase(values, "");
        if (values.empty()) return;
        heading(label);
        const std::size_t width = standard_output_width() - 2 * text_indent;
        for (const std::string& value : values) text_ += "  - " + wrapped(value, width, 2 * text_indent) + "\n";
        text_ += "\n";
    }

    const RuleSet& rules_;
    const Rule& rule_;
    std::string lang_;
    const Labels& labels_;
    std::string text_;
};

int explain(const ExplainOptions& options) {
    if (options.id.empty()) throw Failure("no rule named; 'spamlint rules list' shows them");
    const std::string lang = chosen_language(options.lang);
    RuleSet rules = load_rules(options.rules, options.weights);
    read_details(rules);
    const Rule* rule = rules.find(options.id);
    if (!rule) {
        std::vector<std::string_view> ids;
        for (const Rule& one : rules.rules) ids.push_back(one.id);
        const std::string nearest = did_you_mean(options.id, ids);
        throw Failure("no rule has the id '" + options.id + "'" +
                      (nearest.empty() ? "; 'spamlint rules list' shows them" : nearest));
    }
    std::string text = Explanation(rules, *rule, lang).write();
    text.erase(text.find_last_not_of('\n') + 2);
    std::fputs(text.c_str(), stdout);
    return exit_passed;
}

}  // namespace

CommandLine rules_explain_command() {
    const auto options = std::make_shared<ExplainOptions>();
    CommandLine line;
    line.summary = "say what a rule looks for, why it costs points and what to do instead";
    line.usage = "spamlint rules explain ID";
    line.options = {
        {"ID", "", "the rule's id, as a report shows it in brackets", &options->id},
        {"--lang", "LANG", "en or zh; otherwise the locale's", &options->lang},
        {"--rules", "PATH", "add the packs of this file or folder; may be given many times", &options->rules},
        {"--weights", "FILE", "points of the rules, as calibrate writes them", &options->weights},
    };
    line.run = [options] { return explain(*options); };
    return line;
}

}  // namespace spamlint
