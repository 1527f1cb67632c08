#pragma once

#include <gumbo.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "html/css_declarations.h"

namespace spamlint {

/// What selectors can ask of an element.
struct ElementKey {
    GumboTag tag = GUMBO_TAG_UNKNOWN;
    std::string_view id;
    std::string_view classes;  // parted by white space
    bool link = false;
};

/// A rule that an element matched, with its rank in the cascade.
struct MatchedRule {
    std::uint32_t specificity = 0;
    std::uint32_t order = 0;
    std::span<const StyleDeclaration> declarations;
};

/// Whether one of these media queries, parted by commas, holds on every screen: none, all, screen. What asks for a size
/// or a colour scheme, or for print, does not.
bool holds_on_screens(std::string_view queries);

/// The rules of all <style> elements whose selectors are tags, classes and ids, parted by descendant and child
/// combinators. All others do nothing, nor does what stands inside an at-rule, but for media that hold on every screen:
/// what a phone or a dark mode does must not count as hidden. Keeps views of the text that it reads.
class StyleSheet {
public:
    /// `begin` is where `css` begins in the HTML: all spans are of the HTML.
    void read(std::string_view css, std::size_t begin);
    /// Sorts the rules by what they are found by. Call once, after the last read().
    void index();

    bool empty() const { return rules_.empty(); }
    /// Matched rules of the innermost element of `path`, the weakest first. Replaces `matched`.
    void match(std::span<const ElementKey> path, std::vector<MatchedRule>& matched);

    const std::vector<Span>& imports() const { return imports_; }
    const std::vector<StyleDeclaration>& declarations() const { return declarations_; }
    bool has_media_query() const { return has_media_query_; }
    /// True when rules were left out, or no longer tried, because there were too many.
    bool cut() const { return cut_; }

private:
    struct Compound {
        GumboTag tag = GUMBO_TAG_LAST;  // LAST: any
        std::string_view id;
        std::uint32_t first_class = 0, class_count = 0;
        bool link = false;
        bool child = false;  // the compound before must match the parent itself
    };
    struct Rule {
        std::uint32_t first_compound, compound_count;  // the last one first
        std::uint32_t specificity;
        std::uint32_t first_declaration, declaration_count;
    };
    struct Key {
        std::uint32_t hash;
        std::uint32_t rule;
        friend auto operator<=>(const Key&, const Key&) = default;
    };

    std::size_t at_rule(std::string_view css, std::size_t at, std::size_t begin);
    void rule(std::string_view prelude, std::string_view block, std::size_t block_begin);
    void selector(std::string_view text, std::uint32_t first_declaration, std::uint32_t declaration_count);
    bool compound(std::string_view text, Compound& compound, std::uint32_t& specificity);
    bool simple(char sort, std::string_view name, Compound& compound, std::uint32_t& specificity);
    std::uint32_t key_of(const Rule& rule) const;
    void match_key(std::uint32_t hash, std::span<const ElementKey> path, std::vector<MatchedRule>& matched);
    bool matches(const Rule& rule, std::span<const ElementKey> path);
    bool matches(const Compound& compound, const ElementKey& element);

    std::vector<Rule> rules_;
    std::vector<Compound> compounds_;
    std::vector<std::string_view> classes_;
    std::vector<StyleDeclaration> declarations_;
    std::vector<Key> keys_;
    std::vector<Span> imports_;
    std::size_t work_ = 0;
    bool has_media_query_ = false;
    bool cut_ = false;
};

}  // namespace spamlint
