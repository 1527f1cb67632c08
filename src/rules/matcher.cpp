#include "rules/matcher.h"

namespace spamlint {

const Pattern& pattern_of(const std::vector<Rule>& rules, const PatternRef& ref) {
    const Rule& rule = rules[ref.rule];
    if (ref.group == PatternRef::any) return rule.any[ref.number];
    if (ref.group == PatternRef::unless) return rule.unless[ref.number];
    return rule.with[ref.group - 1u][ref.number];
}

Matcher::Matcher(const std::vector<Rule>& rules) : guards_(rules.size()), rule_scopes_(rules.size()) {
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
}

void Matcher::add(const std::vector<Pattern>& patterns, std::size_t rule, std::uint16_t group) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const auto ref = static_cast<std::uint32_t>(refs_.size());
        PatternRef& added = refs_.emplace_back();
        added.rule = static_cast<std::uint32_t>(rule);
        added.group = group;
        added.number = static_cast<std::uint32_t>(i);
        if (patterns[i].kind != Pattern::Kind::word) added.regex = &regexes_.emplace_back(patterns[i].source, false);
        (patterns[i].kind == Pattern::Kind::raw ? raw_scopes_ : folded_scopes_) |= rule_scopes_[rule];
        if (group == PatternRef::unless) guards_[rule].push_back(ref);  // looked for around hits only
        else index(patterns[i], ref);
    }
}

void Matcher::index(const Pattern& pattern, std::uint32_t ref) {
    if (pattern.kind == Pattern::Kind::word) {
        plain_.add(pattern.folded, ref);
        joined_.add(pattern.joined_form(), ref);
        return;
    }
    const bool raw = pattern.kind == Pattern::Kind::raw;
    if (pattern.literals.empty()) (raw ? always_raw_ : always_).push_back(ref);
    for (const std::string& literal : pattern.literals) (raw ? raw_ : plain_).add(literal, ref);
}

void Matcher::collect(const std::vector<std::uint32_t>& always, Candidates& found) {
    for (const std::uint32_t ref : always) found.patterns.push_back(ref);
}

void Matcher::scan_plain(std::string_view plain, Candidates& found) const {
    found.seen.resize(refs_.size());
    plain_.scan(plain, [&](std::uint32_t ref, std::size_t begin) {
        if (!refs_[ref].regex) {
            found.words.push_back({ref, begin});
        } else if (!found.seen[ref]) {
            found.seen[ref] = 1;
            found.patterns.push_back(ref);
        }
    });
    for (const std::uint32_t ref : found.patterns) found.seen[ref] = 0;
    collect(always_, found);
}

void Matcher::scan_joined(std::string_view joined, Candidates& found) const {
    joined_.scan(joined, [&](std::uint32_t ref, std::size_t begin) { found.words.push_back({ref, begin}); });
}

void Matcher::scan_raw(std::string_view text, Candidates& found) const {
    found.seen.resize(refs_.size());
    raw_.scan(text, [&](std::uint32_t ref, std::size_t) {
        if (found.seen[ref]) return;
        found.seen[ref] = 1;
        found.patterns.push_back(ref);
    });
    for (const std::uint32_t ref : found.patterns) found.seen[ref] = 0;
    collect(always_raw_, found);
}

}  // namespace spamlint
