#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/literal_index.h"
#include "rules/regex.h"
#include "rules/rule.h"

namespace spamlint {

/// A pattern of a match rule, as the matcher numbers them.
struct PatternRef {
    enum Group : std::uint16_t { any = 0, unless = 0xFFFF };  // `with` groups are 1, 2, …
    std::uint32_t rule = 0;
    std::uint16_t group = any;
    std::uint32_t number = 0;          // in its group
    const LazyRegex* regex = nullptr;  // null for words
    std::uint32_t needs = 0;           // sets of literals that a text must show before the pattern is tried
};
const Pattern& pattern_of(const std::vector<Rule>& rules, const PatternRef& ref);

/// The words and patterns of all match rules behind literal prefilters: no pattern runs, or is even compiled, before
/// a literal that it needs was seen. Immutable once built; patterns compile when first needed.
class Matcher {
public:
    explicit Matcher(const std::vector<Rule>& rules);
    Matcher(const Matcher&) = delete;

    const PatternRef& ref(std::uint32_t index) const { return refs_[index]; }
    /// Refs of the `unless` patterns of a rule.
    const std::vector<std::uint32_t>& guards(std::size_t rule) const { return guards_[rule]; }

    /// Bit mask of the scopes that a rule looks into; 0 for rules of other kinds.
    std::uint32_t scopes(std::size_t rule) const { return rule_scopes_[rule]; }
    /// Masks of the scopes that some word or `regex`, and some `raw` pattern, looks into.
    std::uint32_t folded_scopes() const { return folded_scopes_; }
    std::uint32_t raw_scopes() const { return raw_scopes_; }
    static std::uint32_t bit(Scope scope) { return 1u << static_cast<unsigned>(scope); }

    /// Calls word(ref, begin) for each word of FoldedText::plain(), whether it stands alone is not yet known, and
    /// need(n), perhaps many times, for each need that the text meets. Of one ref the places rise.
    template <typename Word, typename Need>
    void scan_plain(std::string_view plain, Word&& word, Need&& need) const {
        plain_.scan(plain, [&](std::uint32_t id, std::size_t begin) {
            if (id & need_bit)
                need(id & ~need_bit);
            else
                word(id, begin);
        });
    }
    /// The same for words by their skeletons in FoldedText::joined().
    template <typename Word>
    void scan_joined(std::string_view joined, Word&& word) const {
        joined_.scan(joined, word);
    }
    /// The needs of `raw` patterns that a decoded text, its ASCII letters lowered, meets.
    template <typename Need>
    void scan_raw(std::string_view lowered, Need&& need) const {
        raw_.scan(lowered, [&](std::uint32_t id, std::size_t) { need(id & ~need_bit); });
    }
    /// Patterns that need nothing for certain.
    const std::vector<std::uint32_t>& always() const { return always_; }
    const std::vector<std::uint32_t>& always_raw() const { return always_raw_; }

    std::size_t refs() const { return refs_.size(); }
    std::size_t needs() const { return ref_of_need_.size(); }
    std::uint32_t ref_of_need(std::uint32_t need) const { return ref_of_need_[need]; }

private:
    static constexpr std::uint32_t need_bit = 1u << 31;  // tells the needs from the words of an index

    void reserve(const std::vector<Rule>& rules);
    void add(const std::vector<Pattern>& patterns, std::size_t rule, std::uint16_t group);
    const LazyRegex* shared_regex(const std::string& source);
    void index(const Pattern& pattern, std::uint32_t ref);

    std::vector<PatternRef> refs_;
    std::vector<std::uint32_t> ref_of_need_;
    std::deque<LazyRegex> regexes_;
    std::unordered_map<std::string_view, const LazyRegex*> by_source_;  // while it is built
    std::vector<std::vector<std::uint32_t>> guards_;
    std::vector<std::uint32_t> rule_scopes_;
    std::uint32_t folded_scopes_ = 0, raw_scopes_ = 0;
    LiteralIndex plain_, joined_, raw_;
    std::vector<std::uint32_t> always_, always_raw_;
};

}  // namespace spamlint
