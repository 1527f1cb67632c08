#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "rules/literal_index.h"
#include "rules/regex.h"
#include "rules/rule.h"
#include "rules/table.h"

namespace spamlint {

/// A pattern of a match rule, as the matcher numbers them.
struct PatternRef {
    enum Group : std::uint16_t { any = 0, unless = 0xFFFF };  // `with` groups are 1, 2, …
    static constexpr std::uint32_t no_regex = UINT32_MAX;

    std::uint32_t rule = 0;
    std::uint32_t needs = 0;         // sets of literals that a text must show before the pattern is tried
    std::uint32_t first_need = 0;    // the others follow it
    std::uint32_t width = 0;         // the longest match in code points; 0 where there is no bound
    std::uint32_t regex = no_regex;  // of the matcher; words have none
    std::uint16_t group = any;
    PatternTexts::Kind kind = PatternTexts::Kind::word;
    std::uint8_t unused = 0;  // refs lie in the blob byte by byte: no bytes without a value

    /// Does a match count only where it begins and ends at words? A guard that reaches into a word still guards: a miss
    /// is better than a false alarm.
    bool at_words() const { return kind == PatternTexts::Kind::regex && group != unless; }
    bool is_word() const { return regex == no_regex; }
};

/// What a matcher is made of: plain values, which lie ready in the blob of the default packs.
struct MatcherTables {
    Table<PatternRef> refs;
    TextTable sources, folded, skeletons, own;  // by ref, as in PatternTexts
    Table<std::uint32_t> ref_of_need;           // refs by need
    Table<std::uint8_t> is_byte_need;           // by need: is some literal of it a single byte, as "$" or "2"?
    Table<std::uint32_t> ref_of_regex;          // the first ref by regex: several rules ask for one telephone number
    Table<std::uint32_t> guards, guards_end;    // refs of `unless`, rule by rule, and where those of each rule end
    Table<std::uint32_t> scopes;                // bit mask by rule; 0 for rules of other kinds
    std::uint32_t folded_scopes = 0, raw_scopes = 0;
    LiteralIndex plain, joined, raw;
    Table<std::uint32_t> always, always_raw;  // refs of patterns without needs
    Table<std::uint32_t> raw_rules;           // that look for `raw` patterns
};
MatcherTables matcher_tables(const std::vector<Rule>& rules);

/// The words and patterns of all match rules behind literal prefilters: no pattern runs, or is even compiled, before
/// the literals that it needs were seen. Immutable once built; patterns compile when first needed.
class Matcher {
public:
    explicit Matcher(MatcherTables tables);
    Matcher(const Matcher&) = delete;

    const MatcherTables& tables() const { return tables_; }
    const PatternRef& ref(std::uint32_t index) const { return tables_.refs[index]; }
    PatternTexts texts(std::uint32_t ref) const {
        return {tables_.refs[ref].kind, tables_.sources[ref], tables_.folded[ref], tables_.skeletons[ref],
                tables_.own[ref]};
    }
    std::string_view folded(std::uint32_t ref) const { return tables_.folded[ref]; }
    const LazyRegex& regex(const PatternRef& ref) const { return regexes_[ref.regex]; }
    /// Refs of the `unless` patterns of a rule.
    std::span<const std::uint32_t> guards(std::size_t rule) const {
        const std::uint32_t begin = rule == 0 ? 0 : tables_.guards_end[rule - 1];
        return {tables_.guards.data() + begin, tables_.guards_end[rule] - begin};
    }

    /// Bit mask of the scopes that a rule looks into; 0 for rules of other kinds.
    std::uint32_t scopes(std::size_t rule) const { return tables_.scopes[rule]; }
    /// Masks of the scopes that some word or `regex`, and some `raw` pattern, looks into.
    std::uint32_t folded_scopes() const { return tables_.folded_scopes; }
    std::uint32_t raw_scopes() const { return tables_.raw_scopes; }
    static std::uint32_t bit(Scope scope) { return 1u << static_cast<unsigned>(scope); }

    /// Calls word(ref, begin) for each word of FoldedText::plain(), whether it stands alone is not yet known, and
    /// need(n, begin) for each literal of a need, until enough(n). Of one ref the places rise.
    template <typename Word, typename Need, typename Enough>
    void scan_plain(std::string_view plain, Word&& word, Need&& need, Enough&& enough) const {
        tables_.plain.scan(
            plain,
            [&](std::uint32_t id, std::size_t begin) {
                if (id & need_bit)
                    need(id & ~need_bit, begin);
                else
                    word(id, begin);
            },
            [&](std::uint32_t id) { return (id & need_bit) != 0 && enough(id & ~need_bit); });
    }
    /// The same for words by their skeletons in FoldedText::joined().
    template <typename Word>
    void scan_joined(std::string_view joined, Word&& word) const {
        tables_.joined.scan(joined, word);
    }
    /// The same for `raw` patterns, whose needs a decoded text is to meet, its ASCII letters lowered.
    template <typename Need, typename Enough>
    void scan_raw(std::string_view lowered, Need&& need, Enough&& enough) const {
        tables_.raw.scan(
            lowered, [&](std::uint32_t id, std::size_t begin) { need(id & ~need_bit, begin); },
            [&](std::uint32_t id) { return enough(id & ~need_bit); });
    }
    static constexpr std::uint32_t need_bit = 1u << 31;  // tells the needs from the words of an index

    /// Patterns that need nothing for certain.
    const Table<std::uint32_t>& always() const { return tables_.always; }
    const Table<std::uint32_t>& always_raw() const { return tables_.always_raw; }
    const Table<std::uint32_t>& raw_rules() const { return tables_.raw_rules; }

    std::size_t refs() const { return tables_.refs.size(); }
    std::size_t needs() const { return tables_.ref_of_need.size(); }
    std::uint32_t ref_of_need(std::uint32_t need) const { return tables_.ref_of_need[need]; }
    bool is_byte_need(std::uint32_t need) const { return tables_.is_byte_need[need] != 0; }

private:
    MatcherTables tables_;
    std::deque<LazyRegex> regexes_;
};

}  // namespace spamlint
