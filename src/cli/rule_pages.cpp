#include "cli/rule_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/markdown.h"
#include "cli/rule_points.h"
#include "facts/fact.h"
#include "report/display.h"
#include "report/phrases.h"
#include "rules/keys.h"

namespace spamlint {
namespace {

constexpr std::size_t example_width = 160;  // columns of an example; the pack has the whole
constexpr std::size_t item_width = 24;      // columns of an item of a list
constexpr std::size_t shown_items = 5;      // of a list

/// Both languages, English first; a text that is the same in both once.
std::string both(const Localised& text) {
    return markdown_text(text.en == text.zh ? std::string(text.en) : fmt::format("{} · {}", text.en, text.zh));
}

/// "0.6", "0.6 (≤ 1.5)", "> 6: 0.4, > 12: 1.0".
std::string points_text(const Rule& rule) {
    if (rule.kind != RuleKind::measure) {
        return rule.cap > rule.points ? fmt::format("{:.1f} (≤ {:.1f})", rule.points, rule.cap)
                                      : fmt::format("{:.1f}", rule.points);
    }
    std::string text;
    for (const Step& step : rule.steps) {
        text +=
            fmt::format("{}{} {}: {:.1f}", text.empty() ? "" : ", ", rule.above ? ">" : "<", step.bound, step.points);
    }
    return text;
}

using ByPack = std::map<std::string, std::vector<const Rule*>>;

class RulesPage {
public:
    explicit RulesPage(const RuleSet& rules) : rules_(rules) {
        for (const Rule& rule : rules.rules)
            by_category_[std::string(rule.category)][std::string(rule.pack)].push_back(&rule);
    }

    std::string write() && {
        add_head();
        for (const std::string_view category : categories()) add_category(category);
        add_groups();
        add_lists();
        return std::move(text_);
    }

private:
    void add_head() {
        text_ += fmt::format(R"(# Rules

Written by `spamlint rules docs` from the packs under rules/; change these. {} rules, each held against its own examples.

**Points** are what the first hit takes off the score of {:g}; each further distinct hit takes {:g} of the one before, up to
the limit in brackets. A measure rule takes the points of the highest step that its number passes. **Group**: rules that
share a limit, see [Groups](#groups). **Evidence**: how many of 1,000 messages of each labelled set the rule hits; the
points were fitted on these, see [What a score means](score.md).

)",
                             rules_.rules.size(), rules_.scoring.start, rules_.scoring.decay);
        for (const std::string_view category : categories()) {
            std::size_t count = 0;
            for (const auto& [pack, rules] : packs_of(category)) count += rules.size();
            if (count > 0) text_ += fmt::format("- {} ({})\n", category_title(category, "en"), count);
        }
        text_ += "- [Groups](#groups)\n- [Lists](#lists)\n";
    }

    const ByPack& packs_of(std::string_view category) const {
        static const ByPack none;
        const auto found = by_category_.find(category);
        return found == by_category_.end() ? none : found->second;
    }

    void add_category(std::string_view category) {
        const ByPack& packs = packs_of(category);
        if (packs.empty()) return;
        text_ += fmt::format("\n## {}\n", both({category_title(category, "en"), category_title(category, "zh")}));
        for (const auto& [pack, rules] : packs) {
            text_ += fmt::format("\n### {}: {}\n\n", pack, pack_title(pack));
            add_policy(pack);
            text_ += markdown_head({"id", "title", "severity", "points", "group", "kind"});
            for (const Rule* rule : rules) add_row(*rule);
            for (const Rule* rule : rules) add_rule(*rule);
        }
    }

    std::string pack_title(const std::string& name) const {
        for (const PackInfo& pack : rules_.packs) {
            if (pack.name == name) return both(pack.title);
        }
        return {};
    }

    void add_policy(const std::string& name) {
        const auto pack = std::find_if(rules_.packs.begin(), rules_.packs.end(),
                                       [&](const PackInfo& one) { return one.name == name; });
        if (pack == rules_.packs.end() || pack->policy.empty()) return;
        text_ += fmt::format("Off unless `--policy {}` is given. As of {}:", pack->policy, pack->date);
        for (const std::string& source : pack->sources) text_ += " " + reference(source);
        text_ += "\n\n";
    }

    void add_row(const Rule& rule) {
        text_ += markdown_row({fmt::format("[{0}](#{0})", rule.id), both(rule.title), std::string(name(rule.severity)),
                               points_text(rule), markdown_text(rule.group), std::string(kind_name(rule.kind))});
    }

    void add_rule(const Rule& rule) {
        text_ += fmt::format("\n#### {}\n\n{}\n\n", rule.id, both(rule.title));
        item("Why", markdown_text(rule.why.en));
        item("Fix", markdown_text(rule.fix.en));
        item("References", references(rule));
        item("Evidence", evidence(rule));
        item("Profiles", markdown_text(joined(rule.profiles)));
        item("Languages", markdown_text(joined(rule.languages)));
        item("Hits", example(rule, true));
        item("Does not hit", example(rule, false));
    }

    void item(std::string_view label, const std::string& value) {
        if (!value.empty()) text_ += fmt::format("- {}: {}\n", label, value);
    }

    static std::string joined(const std::vector<std::string_view>& items) {
        return fmt::format("{}", fmt::join(items, ", "));
    }

    /// "spam: ccert_zh 254, list_spam 6; wanted: templates 4", hits of 1,000 messages.
    static std::string evidence(const Rule& rule) {
        std::string text(evidence_note(rule.evidence, "en"));
        if (text.empty() && rule.points != rule.author.points)
            text = fmt::format("author's points {:.1f}", rule.author.points);
        const auto add = [&](std::string_view label, const std::vector<SetRate>& rates) {
            if (!rates.empty()) text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", label, rates_text(rates));
        };
        add("spam", rule.evidence.spam);
        add("wanted", rule.evidence.ham);
        return markdown_text(text);
    }

    static std::string references(const Rule& rule) {
        std::string text;
        for (const std::string_view one : rule.references) {
            text += text.empty() ? "" : ", ";
            text += reference(one);
        }
        return text;
    }
    static std::string reference(std::string_view one) {
        return one.starts_with("http") ? fmt::format("<{}>", one) : markdown_text(one);
    }

    /// The first one of its side, each text behind what it is: "subject `FREE`".
    static std::string example(const Rule& rule, bool hit) {
        const auto found = std::find_if(rule.examples.begin(), rule.examples.end(),
                                        [&](const Example& one) { return one.hit == hit; });
        if (found == rule.examples.end()) return {};
        std::string text;
        for (const ExampleText& part : found->texts) {
            const std::string value = part.times > 0 ? part.before + part.repeat + "…" + part.after : part.value();
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", part.key, code(value, example_width));
        }
        return text;
    }

    /// On one line, with what is invisible shown by its number.
    static std::string code(std::string text, std::size_t width) {
        text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
        text.erase(text.find_last_not_of('\n') + 1);
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text.empty() ? "(empty)" : markdown_code(shortened(text, width));
    }

    void add_groups() {
        text_ += "\n## Groups\n\nThe rules of a group take at most this much together.\n\n";
        text_ += markdown_head({"group", "holds", "limit"});
        for (const Group& group : rules_.scoring.groups) {
            text_ += markdown_row({group.id, both(group.title), fmt::format("{:.1f}", group.cap)});
        }
    }

    void add_lists() {
        text_ += "\n## Lists\n\nA pack reaches a list of another one as `$pack:name`.\n\n";
        text_ += markdown_head({"list", "items", "begins with", "source"});
        std::vector<const NamedList*> sorted;
        for (const NamedList& list : rules_.lists) sorted.push_back(&list);
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const NamedList* a, const NamedList* b) { return a->pack < b->pack; });
        for (const NamedList* list : sorted) {
            text_ +=
                markdown_row({list->pack + ":" + list->name, std::to_string(list->items.size() + list->brands.size()),
                              first_items(*list), markdown_text(list->source)});
        }
    }

    static std::string first_items(const NamedList& list) {
        std::vector<std::string> items = list.items;
        for (const Brand& brand : list.brands) items.push_back(brand.name);
        std::string text;
        for (std::size_t i = 0; i < items.size() && i < shown_items; ++i) {
            text += (i == 0 ? "" : ", ") + markdown_text(shortened(items[i], item_width));
        }
        return items.size() > shown_items ? text + " …" : text;
    }

    const RuleSet& rules_;
    std::map<std::string, ByPack, std::less<>> by_category_;
    std::string text_;
};

void add_declarations(std::string& page, const std::vector<const Declaration*>& declared, std::string_view what) {
    page += markdown_head({std::string(what), "type", "unit", "meaning"});
    for (const Declaration* one : declared) {
        page += markdown_row({markdown_code(one->name), std::string(name(one->type)), markdown_text(one->unit),
                              markdown_text(one->meaning)});
    }
}

/// "links" of "links.per_100_words".
std::string_view family(std::string_view fact) {
    return fact.substr(0, fact.find('.'));
}

void add_facts(std::string& page) {
    const auto& facts = fact_sources();
    for (std::size_t begin = 0, end = 0; begin < facts.size(); begin = end) {
        std::vector<const Declaration*> declared;
        while (end < facts.size() && family(facts[end].name) == family(facts[begin].name))
            declared.push_back(&facts[end++]);
        page += fmt::format("\n### {}\n\n", family(facts[begin].name));
        add_declarations(page, declared, "fact");
    }
}

void add_elements(std::string& page) {
    for (const ElementSort& sort : element_sorts()) {
        page += fmt::format("\n### {}\n\n{} Reports name it by its `{}`.\n\n", sort.name, markdown_text(sort.meaning),
                            sort.shown);
        std::vector<const Declaration*> declared;
        for (const Declaration& field : sort.fields) declared.push_back(&field);
        add_declarations(page, declared, "field");
    }
}

}  // namespace

std::string rules_page(const RuleSet& rules) {
    return RulesPage(rules).write();
}

std::string facts_page() {
    std::string page = fmt::format(R"(# Facts and elements

Written by `spamlint rules docs` from the declarations under src/facts/; change these. `spamlint facts FILE` prints all
of a message.

A truth is true or false, a number is held against bounds, a text is compared whatever its case.

## Facts

{} facts about the whole message, for `measure` (numbers) and `when` (all).
)",
                                   fact_sources().size());
    add_facts(page);
    page +=
        fmt::format("\n## Elements\n\n{} sorts of things in a message, for `each`, with their fields, for `where`.\n",
                    element_sorts().size());
    add_elements(page);
    return page;
}

}  // namespace spamlint
