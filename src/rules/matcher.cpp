#include "rules/matcher.h"

#include <algorithm>
#include <unordered_map>

#include "rules/pattern_width.h"

namespace spamlint {
namespace {

/// In `any` or `with`; those of `unless` are looked for around hits only.
bool has_raw(const Rule& rule) {
    const auto any_raw = [](const std::vector<Pattern>& patterns) {
        return std::ranges::any_of(patterns, [](const Pattern& one) { return one.kind == Pattern::Kind::raw; });
    };
    return any_raw(rule.any) || std::ranges::any_of(rule.with, any_raw);
}

class TablesBuilder {
public:
    explicit TablesBuilder(const std::vector<Rule>& rules) : rules_(rules) {}

    MatcherTables build() && {
        for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
            tables_.scopes.filled().push_back(0);
            if (rules_[rule].kind == RuleKind::match) add(rule);
            tables_.guards_end.filled().push_back(static_cast<std::uint32_t>(tables_.guards.size()));
        }
        tables_.plain.build();
        tables_.joined.build();
        tables_.raw.build();
        return std::move(tables_);
    }

private:
    void add(std::size_t index) {
        const Rule& rule = rules_[index];
        std::uint32_t& scopes = tables_.scopes.filled()[index];
        for (const Scope scope : rule.scopes) scopes |= Matcher::bit(scope);
        if (scopes & Matcher::bit(Scope::text)) scopes |= Matcher::bit(Scope::outlook);  // some readers' text
        if (has_raw(rule)) tables_.raw_rules.filled().push_back(static_cast<std::uint32_t>(index));
        add(rule.any, index, PatternRef::any);
        for (std::size_t group = 0; group < rule.with.size(); ++group)
            add(rule.with[group], index, static_cast<std::uint16_t>(group + 1));
        add(rule.unless, index, PatternRef::unless);
    }

    void add(const std::vector<Pattern>& patterns, std::size_t rule, std::uint16_t group) {
        for (std::size_t i = 0; i < patterns.size(); ++i) {
            const auto index = static_cast<std::uint32_t>(tables_.refs.size());
            PatternRef ref;
            ref.rule = static_cast<std::uint32_t>(rule);
            ref.group = group;
            ref.kind = patterns[i].kind;
            if (patterns[i].kind != Pattern::Kind::word) {
                ref.regex = regex_of(patterns[i], index);
                ref.needs = static_cast<std::uint32_t>(patterns[i].needs.size());
                ref.first_need = static_cast<std::uint32_t>(tables_.ref_of_need.size());
                ref.width =
                    static_cast<std::uint32_t>(std::min<std::size_t>(longest_match(patterns[i].source), UINT32_MAX));
            }
            tables_.refs.filled().push_back(ref);
            add_texts(patterns[i]);
            (patterns[i].kind == Pattern::Kind::raw ? tables_.raw_scopes : tables_.folded_scopes) |=
                tables_.scopes[rule];
            if (group == PatternRef::unless)
                tables_.guards.filled().push_back(index);  // looked for around hits only
            else
                add_to_index(patterns[i], index);
        }
    }

    void add_texts(const Pattern& pattern) {
        tables_.sources.add(pattern.source);
        tables_.folded.add(pattern.folded);
        tables_.skeletons.add(pattern.skeleton);
        tables_.own.add(pattern.own);
    }

    /// Several rules ask for the same telephone number: it compiles once.
    std::uint32_t regex_of(const Pattern& pattern, std::uint32_t ref) {
        const auto [place, is_new] =
            by_source_.emplace(pattern.source, static_cast<std::uint32_t>(tables_.ref_of_regex.size()));
        if (is_new) tables_.ref_of_regex.filled().push_back(ref);
        return place->second;
    }

    void add_to_index(const Pattern& pattern, std::uint32_t ref) {
        if (pattern.kind == Pattern::Kind::word) {
            tables_.plain.add(pattern.folded, ref);
            tables_.joined.add(pattern.joined_form(), ref);
            return;
        }
        const bool raw = pattern.kind == Pattern::Kind::raw;
        if (pattern.needs.empty()) (raw ? tables_.always_raw : tables_.always).filled().push_back(ref);
        for (const std::vector<std::string>& need : pattern.needs) {
            const auto id = Matcher::need_bit | static_cast<std::uint32_t>(tables_.ref_of_need.size());
            tables_.ref_of_need.filled().push_back(ref);
            const auto is_byte = [](const std::string& literal) { return literal.size() == 1; };
            tables_.is_byte_need.filled().push_back(std::any_of(need.begin(), need.end(), is_byte));
            for (const std::string& literal : need) (raw ? tables_.raw : tables_.plain).add(literal, id);
        }
    }

    const std::vector<Rule>& rules_;
    MatcherTables tables_;
    std::unordered_map<std::string_view, std::uint32_t> by_source_;
};

}  // namespace

MatcherTables matcher_tables(const std::vector<Rule>& rules) {
    return TablesBuilder(rules).build();
}

Matcher::Matcher(MatcherTables tables) : tables_(std::move(tables)) {
    for (const std::uint32_t ref : tables_.ref_of_regex) regexes_.emplace_back(tables_.sources[ref], false);
}

}  // namespace spamlint
