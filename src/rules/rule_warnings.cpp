#include "rules/rule_warnings.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "rules/yaml_tree.h"
#include "span/utf8.h"
#include "text/fold.h"
#include "text/words.h"

namespace spamlint {
namespace {

/// Where each text of a pack stands first.
class Places {
public:
    explicit Places(const YamlNode& root) { add(root); }
    Place of(std::string_view text, std::string_view rule) const {
        auto found = places_.find(text);
        if (found == places_.end()) found = places_.find(rule);  // a word of another pack's list
        return found == places_.end() ? Place{} : found->second;
    }

private:
    void add(const YamlNode& node) {
        if (node.is_scalar()) places_.emplace(node.text, node.place);
        for (const YamlNode& item : node.items) add(item);
    }
    std::map<std::string, Place, std::less<>> places_;
};

/// Signs beside letters make a short word rare: v❤.
bool is_too_common(std::string_view word, const Scoring& scoring) {
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

/// The first character of a pattern on folded text that no folded text holds, or "": capitals, full-width and
/// Traditional characters. Escapes, flags and group names are left out.
std::string never_folded(std::string_view pattern) {
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] == '\\') {
            const bool named = pattern.substr(at + 1, 2) == "p{" || pattern.substr(at + 1, 2) == "P{";
            at = named ? std::min(pattern.find('}', at), pattern.size() - 1) + 1 : at + 2;
            continue;
        }
        if (pattern.substr(at, 2) == "(?") {
            at = std::min(pattern.find_first_of(":)>=!", at + 2), pattern.size() - 1) + 1;
            continue;
        }
        const std::string character(pattern.substr(at, utf8::at(pattern, at).size)), folded = fold_word(character);
        at += character.size();
        if (!folded.empty() && folded != character) return character;
    }
    return {};
}

class RuleReader {
public:
    RuleReader(const Rule& rule, const Scoring& scoring, const Places& places, Problems& problems)
        : rule_(rule), scoring_(scoring), places_(places), problems_(problems) {}

    void read() {
        const bool costs_alone = rule_.with.empty() && rule_.distinct == 1 && rule_.when.empty() && !rule_.counts();
        for (const Pattern& pattern : rule_.any) {
            if (costs_alone) read_word(pattern);
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
        if (pattern.kind == Pattern::Kind::word && is_too_common(pattern.folded, scoring_))
            warn(pattern, "word '" + std::string(pattern.source) +
                              "' is so short that it turns up by chance; join it to a second condition (with, when)");
    }

    void read_guards(const Pattern& pattern) {
        if (pattern.kind != Pattern::Kind::word) return;
        for (const Pattern& guard : rule_.unless)
            if (always_guards(guard, pattern.folded))
                warn(pattern, "word '" + std::string(pattern.source) + "' never hits, its own rule's guard '" +
                                  std::string(guard.source) + "' is in it; make the guard longer");
    }

    void read_regex(const Pattern& pattern) {
        if (pattern.kind != Pattern::Kind::regex && pattern.kind != Pattern::Kind::fragment) return;
        const std::string character = never_folded(pattern.source);
        if (!character.empty())
            warn(pattern, "the pattern asks for '" + character + "', which folded text never holds; write '" +
                              fold_word(character) + "', or take raw");
    }

    const Rule& rule_;
    const Scoring& scoring_;
    const Places& places_;
    Problems& problems_;
};

}  // namespace

std::vector<PackProblem> rule_warnings(const std::vector<PackFile>& files, const RuleSet& rules) {
    std::vector<PackProblem> warnings;
    for (const PackFile& file : files) {
        Problems problems(file.name, warnings);
        YamlNode root;
        if (!read_yaml(file.text, root, problems)) continue;
        const YamlNode* pack = root.find("pack");
        const Places places(root);
        for (const Rule& rule : rules.rules)
            if (pack && rule.pack == pack->text && rule.kind == RuleKind::match)
                RuleReader(rule, rules.scoring, places, problems).read();
    }
    std::stable_sort(warnings.begin(), warnings.end(), [](const PackProblem& a, const PackProblem& b) {
        return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
    return warnings;
}

}  // namespace spamlint
