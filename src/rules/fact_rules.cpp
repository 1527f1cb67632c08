#include "rules/fact_rules.h"

#include <algorithm>
#include <cmath>

#include "rules/counted.h"
#include "rules/match_rules.h"
#include "rules/predicate.h"
#include "rules/quoted.h"

namespace spamlint {
namespace {

/// Two decimals at most, none that are zero: "6.35", "12".
std::string shown_number(double number) {
    if (std::abs(number) >= 1e15) return "1e15";  // far beyond what any message measures
    const auto hundredths = static_cast<long long>(std::llround(std::abs(number) * 100));
    std::string text = (number < 0 && hundredths != 0 ? "-" : "") + std::to_string(hundredths / 100);
    if (hundredths % 100 == 0) return text;
    const std::string decimals = std::to_string(100 + hundredths % 100).substr(1);
    return text + "." + (decimals[1] == '0' ? decimals.substr(0, 1) : decimals);
}

std::string shown_value(const Value& value) {
    if (const std::string* text = std::get_if<std::string>(&value)) return *text;
    if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    return shown_number(std::get<double>(value));
}

/// The innermost part around a place of the file; none for the message's own header, which is in no part.
const Part* part_at(const Message& message, Span span) {
    const Part* innermost = nullptr;
    if (span.begin < message.root().body.begin) return innermost;
    for (const Part& part : message.parts)
        if (part.span.contains(span) && (!innermost || part.depth >= innermost->depth)) innermost = &part;
    return innermost;
}

/// "subject.upper_ratio" is about the subject; most facts are about the message.
std::string scope_of_fact(std::string_view fact) {
    const std::string_view prefix = fact.substr(0, fact.find('.'));
    return scope_by_name(prefix) ? std::string(prefix) : "message";
}

bool passes_a_step(const Rule& rule, double number) {
    return std::any_of(rule.steps.begin(), rule.steps.end(),
                       [&](const Step& step) { return rule.above ? number > step.bound : number < step.bound; });
}

/// What shows the number, and the name of the fact that it shows.
struct Places {
    std::vector<Span> spans;
    std::string_view fact;
};

/// Of a size, from where each text passes the rule's mildest bound.
std::vector<Span> places_of_number(const Rule& rule, const Fact& fact) {
    std::vector<Span> places;
    const double bound = std::max(0.0, rule.steps.front().bound);
    for (const MappedText* text : fact.texts)
        if (rule.above && static_cast<double>(text->size()) > bound)
            places.push_back(text->source(line_from(text->text(), static_cast<std::size_t>(bound))));
    return places.empty() ? fact.causes : places;
}

/// Where nothing shows the number itself, "3 bytes of message", what shows the first condition beside it.
Places places_of(const Rule& rule, const Facts& facts) {
    const auto name_of = [](int fact) { return fact_sources()[static_cast<std::size_t>(fact)].name; };
    Places places{places_of_number(rule, facts.fact(rule.fact)), name_of(rule.fact)};
    for (std::size_t i = 0; places.spans.empty() && i < rule.when.size(); ++i)
        places = {facts.fact(rule.when[i].subject).causes, name_of(rule.when[i].subject)};
    std::sort(places.spans.begin(), places.spans.end());
    if (places.spans.size() > kMaxFindingsPerRule) places.spans.resize(kMaxFindingsPerRule);
    return places;
}

Finding on_element(const Element& element, const ElementSort& sort, std::size_t rule) {
    Finding finding;
    finding.rule = static_cast<int>(rule);
    finding.span = element.span;
    finding.part = element.part;
    finding.in = sort.name;
    const int shown = sort.field_index(sort.shown);
    if (shown >= 0) finding.text = shown_value(element.fields[static_cast<std::size_t>(shown)]);
    finding.key = comparable(finding.text);
    return finding;
}

}  // namespace

void apply_measure_rule(const RuleSet& rules, const Facts& facts, std::size_t index, std::vector<Finding>& findings) {
    const Rule& rule = rules.rules[index];
    const Fact& fact = facts.fact(rule.fact);
    const double* number = std::get_if<double>(&fact.value);
    if (!number || !passes_a_step(rule, *number) || !all_hold(rule.when, facts)) return;
    const Places places = places_of(rule, facts);
    std::vector<Finding> own(std::max<std::size_t>(1, places.spans.size()), on_message(facts.content(), index));
    for (std::size_t i = 0; i < own.size(); ++i) {
        own[i].measured = *number;
        own[i].supporting = i > 0;
        if (places.spans.empty()) break;
        own[i].span = places.spans[i];
        own[i].text = quoted(facts.content(), own[i].span);
        own[i].in = scope_of_fact(places.fact);
        if (const Part* part = part_at(facts.content().message, own[i].span)) own[i].part = part->id;
    }
    if (own.front().text.empty()) own.front().text = shown_number(*number);
    std::move(own.begin(), own.end(), std::back_inserter(findings));
}

void apply_each_rule(const RuleSet& rules, const Facts& facts, std::size_t index, std::vector<Finding>& findings) {
    const Rule& rule = rules.rules[index];
    const std::vector<Element>& elements = facts.elements(rule.sort);
    if ((elements.empty() && !rule.counts()) || !all_hold(rule.when, facts)) return;
    const ElementSort& sort = element_sorts()[static_cast<std::size_t>(rule.sort)];
    std::vector<Finding> matching;
    for (const Element& element : elements) {
        if (!all_hold(rule.where, element)) continue;
        if (!rule.counts() && matching.size() >= kMaxFindingsPerRule) break;
        matching.push_back(on_element(element, sort, index));
    }
    if (rule.counts())
        matching = counted(rule, std::move(matching), on_message(facts.content(), index));
    else
        std::stable_sort(matching.begin(), matching.end(),
                         [](const Finding& a, const Finding& b) { return a.span < b.span; });
    std::move(matching.begin(), matching.end(), std::back_inserter(findings));
}

}  // namespace spamlint
