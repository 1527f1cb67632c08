#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "facts/content.h"
#include "rules/sorted_list.h"
#include "rules/table.h"

namespace spamlint {

class LazyRegex;

enum class Severity : std::uint8_t { info, warning, error };
std::string_view name(Severity severity);

/// A text in the languages that reports are written in: see keep().
struct Localised {
    std::string_view en, zh;
    std::string_view in(std::string_view lang) const { return lang == "zh" && !zh.empty() ? zh : en; }
};

enum class RuleKind : std::uint8_t { match, measure, each };

/// What a match rule looks for: a word of a list, or an RE2 pattern on folded text (`regex`: its matches begin and end
/// at words; `fragment`: anywhere) or on decoded text (`raw`).
struct PatternTexts {
    enum class Kind : std::uint8_t { word, regex, fragment, raw };
    Kind kind = Kind::word;
    std::string_view source;    // as the pack writes it
    std::string_view folded;    // words: as FoldedText::plain() holds them
    std::string_view skeleton;  // words: as FoldedText::joined() holds them; "" where that is `folded` too
    std::string_view own;  // words of brands: its own domains, a space between; a hit in mail of or to these is none

    std::string_view joined_form() const { return skeleton.empty() ? folded : skeleton; }
};
struct Pattern : PatternTexts {
    // Patterns: one literal of each need must occur in the text; no needs: always tried.
    std::vector<std::vector<std::string>> needs;
};

/// A condition on a value: `12`, `true`, `text`, {above: n}, {below: n}, {list: name}, {suffix: name}, {regex: re},
/// {not: …}, {any: […]}, {all: […]}.
struct Predicate {
    enum class Op : std::uint8_t {
        equals,
        above,
        at_least,
        below,
        at_most,
        in_list,
        has_suffix,
        matches,
        negation,
        any,
        all
    };
    Op op = Op::equals;
    double number = 0;             // equals on numbers and truths (1, 0), above … at_most
    std::string_view text;         // equals on texts: comparable(); matches: the pattern
    SortedList list;               // in_list, has_suffix: comparable()
    TextTable need;                // matches: what matches holds one of these, ASCII letters lowered; none known: empty
    std::vector<Predicate> inner;  // negation (one), any, all
    std::shared_ptr<const LazyRegex> regex;  // matches
};
struct Condition {
    int subject = -1;  // index of a fact (`when`) or of a field of the rule's sort (`where`)
    Predicate predicate;
};

struct Step {
    double bound = 0;
    double points = 0;
};

/// What a rule's hits cost: points for the first, a cap for all of them; a measure rule has steps.
struct Price {
    double points = 0, cap = 0;
    std::vector<Step> steps;  // in ascending order of severity
};

/// How many of 1,000 messages of a set a rule hit.
struct SetRate {
    std::string set;
    double per_thousand = 0;
};
/// What labelled mail says about a rule: the sets that it hit, and why its author's points were kept, if they were.
struct Evidence {
    std::string kept;
    std::vector<SetRate> spam, ham;

    bool empty() const { return kept.empty() && spam.empty() && ham.empty(); }
};

/// A text that an example puts into its message: `before`, `times` times `repeat`, `after`. Most are `before` alone;
/// the others spare packs the megabytes that a rule about size needs.
struct ExampleText {
    std::string key;  // "text", "header" (then "Name: value"), "attachment" (a name), "attachment.type" …
    std::string before, repeat, after;
    std::uint32_t times = 0;

    std::string value() const;
};

/// An example of a pack: what to put into a plain message. A plain string is the text of the rule's first scope,
/// of the body where it has none.
struct Example {
    bool hit = true;
    std::vector<ExampleText> texts;    // attachment.… belong to the attachment before them
    std::size_t line = 0, column = 0;  // in the pack, for problems
};

/// Texts are kept: see keep().
struct Rule {
    std::string_view id, pack, category, group;
    std::string_view policy;  // off unless this policy is asked for; "" always on
    Localised title, why, fix;
    RuleKind kind = RuleKind::match;
    Severity severity = Severity::warning;
    double points = 0, cap = 0;  // in effect, as the steps are: the author's, or weights laid over them
    Price author;                // as the pack has them
    std::vector<std::string_view> profiles, languages, references;
    std::vector<Condition> when;

    std::vector<Scope> scopes;      // match
    std::uint32_t with_groups = 0;  // of `with`
    int distinct = 1;               // so many different words must hit
    bool disguised_only = false;    // hits of `any` as they are usually written do not count

    int fact = -1;            // measure
    bool above = true;        // else below
    std::vector<Step> steps;  // in ascending order of severity

    int sort = -1;  // each
    std::vector<Condition> where;

    int count_below = -1, count_above = -1;  // match and each; -1 none: each hit or matching element is a finding
    bool counts() const { return count_below >= 0 || count_above >= 0; }

    // Empty until read_details() where the rules come from a blob; the matcher has what it needs of the patterns.
    std::vector<Pattern> any, unless;        // a hit that touches a hit of `unless` does not count
    std::vector<std::vector<Pattern>> with;  // each group must hit too, somewhere in the scopes; its hits are findings
    std::string_view milder_than;            // id of a rule that never costs less than this one
    Evidence evidence;
    std::vector<Example> examples;
};

}  // namespace spamlint
