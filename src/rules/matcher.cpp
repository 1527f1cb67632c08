#include "rules/matcher.h"

namespace spamlint {

const Pattern& pattern_of(const std::vector<Rule>& rules, const PatternRef& ref) {
    const Rule& rule = rules[ref.rule];
    if (ref.group == PatternRef::any) return rule.any[ref.number];
    if (ref.group == PatternRef::unless) return rule.unless[ref.number];
    return rule.with[ref.group - 1u][ref.number];
}

Matcher::Matcher(const std::vector<Rule>& rules) : guards_(rules.size()), rule_scopes_(rules.size()) {
    reserve(rules);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const Rule& rule = rules[i];
        if (rule.kind != RuleKind::match) continue;
        for (const Scope scope : rule.scopes) rule_scopes_[i] |= bit(scope);
        add(rule.any, i, PatternRef::any);
        for (std::size_t group = 0; group < rule.with.size(); ++group)
            add(rule.with[group], i, static_cast<std::uint16_t>(group + 1));
        add(rule.unless, i, PatternRef::unless);
    }
    plain_.build();
    joined_.build();
    raw_.build();
    by_source_.clear();
}

/// Growing step by step would touch twice the memory, and a first touch of a page costs more than filling it.
void Matcher::reserve(const std::vector<Rule>& rules) {
    std::size_t patterns = 0, literals = 0, words = 0, literal_bytes = 0, word_bytes = 0;
    const auto count = [&](const std::vector<Pattern>& group) {
        patterns += group.size();
        for (const Pattern& pattern : group) {
            words += pattern.kind == Pattern::Kind::word ? 1 : 0;
            word_bytes += pattern.folded.size();
            for (const std::vector<std::string>& need : pattern.needs) {
                literals += need.size();
                for (const std::string& literal : need) literal_bytes += literal.size();
            }
        }
    };
    for (const Rule& rule : rules) {
        count(rule.any);
        for (const std::vector<Pattern>& group : rule.with) count(group);
        patterns += rule.unless.size();
    }
    refs_.reserve(patterns);
    plain_.reserve(words + literals, word_bytes + literal_bytes);
    joined_.reserve(words, word_bytes);
}

/// Several rules ask for the same telephone number: it compiles once.
const LazyRegex* Matcher::shared_regex(const std::string& source) {
    const LazyRegex*& regex = by_source_[source];
    if (!regex) regex = &regexes_.emplace_back(source, false);
    return regex;
}

void Matcher::add(const std::vector<Pattern>& patterns, std::size_t rule, std::uint16_t group) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const auto ref = static_cast<std::uint32_t>(refs_.size());
        PatternRef& added = refs_.emplace_back();
        added.rule = static_cast<std::uint32_t>(rule);
        added.group = group;
        added.number = static_cast<std::uint32_t>(i);
        if (patterns[i].kind != Pattern::Kind::word) added.regex = shared_regex(patterns[i].source);
        (patterns[i].kind == Pattern::Kind::raw ? raw_scopes_ : folded_scopes_) |= rule_scopes_[rule];
        if (group == PatternRef::unless)
            guards_[rule].push_back(ref);  // looked for around hits only
        else
            index(patterns[i], ref);
    }
}

void Matcher::index(const Pattern& pattern, std::uint32_t ref) {
    if (pattern.kind == Pattern::Kind::word) {
        plain_.add(pattern.folded, ref);
        joined_.add(pattern.joined_form(), ref);
        return;
    }
    const bool raw = pattern.kind == Pattern::Kind::raw;
    if (pattern.needs.empty()) (raw ? always_raw_ : always_).push_back(ref);
    refs_[ref].needs = static_cast<std::uint32_t>(pattern.needs.size());
    for (const std::vector<std::string>& need : pattern.needs) {
        const auto id = need_bit | static_cast<std::uint32_t>(ref_of_need_.size());
        ref_of_need_.push_back(ref);
        for (const std::string& literal : need) (raw ? raw_ : plain_).add(literal, id);
    }
}

}  // namespace spamlint
