#include "rules/rule_warnings.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "rules/never_matches.h"
#include "rules/yaml_tree.h"
#include "text/fold.h"
#include "text/words.h"

namespace spamlint {
namespace {

/// Where each text of a pack stands first, in a rule or in the whole pack.
class Places {
public:
    explicit Places(const YamlNode& root) {
        add(root, in_pack_);
        if (const YamlNode* rules = root.find("rules"))
            for (const YamlNode& rule : rules->items)
                if (const YamlNode* id = rule.find("id")) add(rule, in_rule_[id->text]);
    }
    /// In the rule itself, else in a list of its pack, else the rule: a word of another pack's list.
    Place of(std::string_view text, std::string_view rule) const {
        if (const auto own = in_rule_.find(rule); own != in_rule_.end())
            if (const auto found = own->second.find(text); found != own->second.end()) return found->second;
        auto found = in_pack_.find(text);
        if (found == in_pack_.end()) found = in_pack_.find(rule);
        return found == in_pack_.end() ? Place{} : found->second;
    }

private:
    using ByText = std::map<std::string, Place, std::less<>>;
    static void add(const YamlNode& node, ByText& places) {
        if (node.is_scalar()) places.emplace(node.text, node.place);
        for (const YamlNode& item : node.items) add(item, places);
    }
    ByText in_pack_;
    std::map<std::string, ByText, std::less<>> in_rule_;
};

/// Signs beside letters make a short word rare: v❤.
bool is_too_common(std::string_view word, const Scoring& scoring) {
    if (is_function_word(word)) return true;
    const TextCounts counts = count(word);
    if (counts.letters + counts.digits < counts.characters) return false;
    return static_cast<double>(counts.characters) <
           (counts.han > 0 ? scoring.shortest_han_word : scoring.shortest_word);
}

/// Does the guard stand in the word by itself, so that each hit of the word overlaps one of the guard? A guard that is
/// the word takes it out of a list, as was meant.
bool always_guards(const Pattern& guard, std::string_view word) {
    if (guard.kind != Pattern::Kind::word || guard.folded == word) return false;
    const std::size_t at = word.find(guard.folded);
    return at != std::string_view::npos && stands_alone(word, {at, at + guard.folded.size()});
}

/// Does each hit of the rule's words cost points, whatever else is in the message?
bool costs_alone(const Rule& rule) {
    return rule.with.empty() && rule.distinct == 1 && rule.when.empty() && !rule.counts() && !rule.disguised_only;
}

/// A rule for one place, as the sender's name, judges the place as well as the word.
bool share_a_scope(const Rule& a, const Rule& b) {
    const auto for_one_place = [](const Rule& rule) {
        return rule.scopes.size() == 1 && rule.scopes[0] != Scope::text;
    };
    if (for_one_place(a) != for_one_place(b)) return false;
    return std::ranges::any_of(a.scopes,
                               [&](Scope scope) { return std::ranges::find(b.scopes, scope) != b.scopes.end(); });
}

/// A group caps what its rules cost together; a guard leaves the word to the other rule.
bool shares_the_charge(const Rule& a, const Rule& b, std::string_view word) {
    const auto guards = [&](const Pattern& guard) { return guard.folded == word; };
    return (!a.group.empty() && a.group == b.group) || std::ranges::any_of(a.unless, guards) ||
           std::ranges::any_of(b.unless, guards);
}

/// The rules whose hits cost points by themselves, by their words.
using RulesByWord = std::multimap<std::string_view, const Rule*>;

RulesByWord rules_by_word(const RuleSet& rules) {
    RulesByWord by_word;
    for (const Rule& rule : rules.rules) {
        if (rule.kind != RuleKind::match || !rule.policy.empty() || !costs_alone(rule)) continue;
        for (const Pattern& pattern : rule.any)
            if (pattern.kind == Pattern::Kind::word) by_word.emplace(pattern.folded, &rule);
    }
    return by_word;
}

class RuleReader {
public:
    RuleReader(const Rule& rule, const Scoring& scoring, const RulesByWord& by_word, const Places& places,
               Problems& problems)
        : rule_(rule), scoring_(scoring), by_word_(by_word), places_(places), problems_(problems) {}

    void read() {
        for (const Pattern& pattern : rule_.any) {
            if (pattern.kind == Pattern::Kind::word && costs_alone(rule_)) read_word(pattern);
            read_guards(pattern);
            read_regex(pattern);
        }
        for (const Pattern& pattern : rule_.unless) read_regex(pattern);
        for (const auto& group : rule_.with)
            for (const Pattern& pattern : group) read_regex(pattern);
    }

private:
    void warn(const Pattern& pattern, const std::string& what) {
        problems_.add(places_.of(pattern.source, rule_.id),
                      "warning: " + what + " (rule '" + std::string(rule_.id) + "')");
    }

    void read_word(const Pattern& pattern) {
        const std::string word(pattern.source);
        if (is_too_common(pattern.folded, scoring_))
            warn(
                pattern,
                "word '" + word +
                    "' is so short or frequent that it turns up by chance; join it to a second condition (with, when)");
        const auto [begin, end] = by_word_.equal_range(pattern.folded);
        for (auto other = begin; other != end; ++other)
            if (other->second != &rule_ && share_a_scope(rule_, *other->second) &&
                !shares_the_charge(rule_, *other->second, pattern.folded))
                warn(pattern, "word '" + word + "' is charged by rule '" + std::string(other->second->id) +
                                  "' too; take it out of one, or put both into a group");
    }

    void read_guards(const Pattern& pattern) {
        if (pattern.kind != Pattern::Kind::word) return;
        for (const Pattern& guard : rule_.unless)
            if (always_guards(guard, pattern.folded))
                warn(pattern, "word '" + std::string(pattern.source) + "' never hits, its own rule's guard '" +
                                  std::string(guard.source) + "' is in it; make the guard longer");
    }

    void read_regex(const Pattern& pattern) {
        if (pattern.kind == Pattern::Kind::word) return;
        if (const std::string why = never_matches(pattern); !why.empty()) warn(pattern, why);
    }

    const Rule& rule_;
    const Scoring& scoring_;
    const RulesByWord& by_word_;
    const Places& places_;
    Problems& problems_;
};

}  // namespace

std::vector<PackProblem> rule_warnings(const std::vector<PackFile>& files, const RuleSet& rules) {
    std::vector<PackProblem> warnings;
    const RulesByWord by_word = rules_by_word(rules);
    for (const PackFile& file : files) {
        Problems problems(file.name, warnings);
        YamlNode root;
        if (!read_yaml(file.text, root, problems)) continue;
        const YamlNode* pack = root.find("pack");
        const Places places(root);
        for (const Rule& rule : rules.rules)
            if (pack && rule.pack == pack->text && rule.kind == RuleKind::match)
                RuleReader(rule, rules.scoring, by_word, places, problems).read();
    }
    std::stable_sort(warnings.begin(), warnings.end(), [](const PackProblem& a, const PackProblem& b) {
        return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
    return warnings;
}

}  // namespace spamlint
