#include "rules/read_pattern.h"

#include <set>
#include <utility>

#include "rules/regex.h"
#include "rules/texts.h"
#include "text/fold.h"

namespace spamlint {
namespace {

constexpr std::size_t kShortestWord = 2;  // bytes

constexpr std::pair<std::string_view, Pattern::Kind> regex_keys[] = {
    {"regex", Pattern::Kind::regex}, {"fragment", Pattern::Kind::fragment}, {"raw", Pattern::Kind::raw}};

void read_words(const YamlNode& node, std::vector<Pattern>& patterns, std::set<std::string>& seen,
                const PackContext& context) {
    const std::vector<std::string> words = read_items(node, "words", context.lists, context.pack, context.problems);
    for (const std::string& word : words) {
        Pattern pattern;
        pattern.source = keep(word);
        pattern.folded = keep(fold_word(word));
        if (pattern.folded.empty()) {
            context.problems.add(node.place,
                                 "word '" + word + "' folds to nothing; write letters or use a raw pattern");
            continue;
        }
        if (pattern.folded.size() < kShortestWord) {
            context.problems.add(node.place, "word '" + word + "' is a single character; use a regex");
            continue;
        }
        if (!seen.insert(std::string(pattern.folded)).second) continue;  // 免費 beside 免费
        if (const std::string skeleton = skeleton_word(word); skeleton != pattern.folded)
            pattern.skeleton = keep(skeleton);
        patterns.push_back(std::move(pattern));
    }
    if (node.is_sequence() && node.items.empty())
        context.problems.add(node.place, "empty list of words; write words or leave it out");
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
            context.problems.add(item.place,
                                 "an item of " + std::string(what) +
                                     " has exactly one of words, regex, fragment and raw; write one item for each");
        if (const YamlNode* words = item.find("words")) read_words(*words, patterns, seen, context);
        for (const auto& [key, kind] : regex_keys)
            if (const YamlNode* regex = item.find(key)) read_regex(*regex, key, kind, patterns, context);
    }
    return patterns;
}

}  // namespace spamlint
