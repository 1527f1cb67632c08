#include "rules/read_pattern.h"

#include <set>
#include <utility>

#include "rules/regex.h"
#include "rules/required_literals.h"
#include "rules/texts.h"
#include "text/fold.h"

namespace spamlint {
namespace {

constexpr std::size_t kShortestWord = 2;  // bytes

constexpr std::pair<std::string_view, Pattern::Kind> regex_keys[] = {
    {"regex", Pattern::Kind::regex}, {"fragment", Pattern::Kind::fragment}, {"raw", Pattern::Kind::raw}};

/// `own` is Pattern::own.
void add_word(const std::string& word, std::string_view own, Place place, std::vector<Pattern>& patterns,
              std::set<std::string>& seen, Problems& problems) {
    Pattern pattern;
    pattern.source = keep(word);
    pattern.folded = keep(fold_word(word));
    if (pattern.folded.empty())
        return problems.add(place, "word '" + word + "' folds to nothing; write letters or use a raw pattern");
    if (pattern.folded.size() < kShortestWord)
        return problems.add(place, "word '" + word + "' is a single character; use a regex");
    if (!seen.insert(std::string(pattern.folded)).second) return;  // 免費 beside 免费
    if (const std::string skeleton = skeleton_word(word); skeleton != pattern.folded) pattern.skeleton = keep(skeleton);
    pattern.own = own;
    patterns.push_back(std::move(pattern));
}

void read_words(const YamlNode& node, std::vector<Pattern>& patterns, std::set<std::string>& seen,
                const PackContext& context) {
    const std::vector<std::string> words = read_items(node, "words", context.lists, context.pack, context.problems);
    for (const std::string& word : words) add_word(word, {}, node.place, patterns, seen, context.problems);
    if (node.is_sequence() && node.items.empty())
        context.problems.add(node.place, "empty list of words; write words or leave it out");
}

/// brands: $name
void read_brand_words(const YamlNode& node, std::string_view what, std::vector<Pattern>& patterns,
                      std::set<std::string>& seen, const PackContext& context) {
    if (what == "unless") return context.problems.add(node.place, "brands guard nothing; write words under unless");
    if (!node.is_scalar() || !is_list_reference(node.text))
        return context.problems.add(node.place, "brands takes the name of a list of brands: $brands");
    for (const Brand& brand : context.lists.brands(node.text, context.pack, node.place, context.problems)) {
        std::string own;
        for (const std::string& domain : brand.domains) own += (own.empty() ? "" : " ") + domain;
        for (const std::string& word : brand.words)
            add_word(word, keep(own), node.place, patterns, seen, context.problems);
    }
}

void read_regex(const YamlNode& node, std::string_view key, Pattern::Kind kind, std::vector<Pattern>& patterns,
                const PackContext& context) {
    const auto text = read_text(node, key, context.problems);
    if (!text) return;
    if (const std::string fault = pattern_fault(*text, false); !fault.empty()) {
        context.problems.add(node.place, fault);
        return;
    }
    Pattern pattern;
    pattern.kind = kind;
    pattern.source = keep(*text);
    pattern.needs = required_literals(*text, kind == Pattern::Kind::raw);
    patterns.push_back(std::move(pattern));
}

}  // namespace

std::vector<Pattern> read_patterns(const YamlNode& node, std::string_view what, const PackContext& context) {
    std::vector<Pattern> patterns;
    std::set<std::string> seen;
    if (!node.is_sequence() || node.items.empty()) {
        context.problems.add(node.place, std::string(what) + " must be a list: [{words: [a, b]}, {regex: '…'}]");
        return patterns;
    }
    for (const YamlNode& item : node.items) {
        if (!check_keys(item, pattern_keys(), "an item of " + std::string(what), context.problems)) continue;
        if (item.keys.size() != 1)
            context.problems.add(
                item.place, "an item of " + std::string(what) +
                                " has exactly one of words, regex, fragment, raw and brands; write one item for each");
        if (const YamlNode* words = item.find("words")) read_words(*words, patterns, seen, context);
        if (const YamlNode* brands = item.find("brands")) read_brand_words(*brands, what, patterns, seen, context);
        for (const auto& [key, kind] : regex_keys)
            if (const YamlNode* regex = item.find(key)) read_regex(*regex, key, kind, patterns, context);
    }
    return patterns;
}

}  // namespace spamlint
