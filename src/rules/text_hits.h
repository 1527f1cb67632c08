#pragma once

#include <vector>

#include "rules/matcher.h"
#include "rules/rule_set.h"

namespace spamlint {

constexpr std::uint8_t kMaxHitsPerPattern = 100;  // in one text; the first by place are kept
constexpr std::size_t kMaxHitsPerRule = 20'000;   // in all texts: a message may have 10,000

/// The form of a text in which a pattern was found.
enum class Form : std::uint8_t { plain, joined, raw };

/// A pattern found in a text.
struct TextHit {
    std::uint32_t text = 0;  // index into Content::texts
    std::uint32_t ref = 0;   // of the matcher
    Form form = Form::plain;
    Span found;              // in that form of the text
    Span decoded;            // the same place in the decoded text; set by locate()
    bool disguised = false;  // set by locate()
};

/// A pattern that may match a text, and where.
struct WaitingPattern {
    std::uint32_t text = 0, ref = 0;
    Form form = Form::plain;
    std::vector<Span> windows;
};

/// Hits and waiting patterns of one rule. Where a rule has `with` groups, its patterns wait until all texts were seen:
/// most often some group has nothing that may hit, and none need run.
struct RuleTextHits {
    std::vector<TextHit> hits;            // of `any` and `with`
    std::vector<WaitingPattern> waiting;  // of both too
};

/// Looks for the words and patterns of all match rules that are active and whose `when` holds, in all texts. By rule.
std::vector<RuleTextHits> find_hits(const RuleSet& rules, const Facts& facts, const std::vector<bool>& active);

/// What patterns of the form are searched in.
const std::string& searched_text(const ScopedText& text, Form form);

/// Matches of the pattern `ref` in windows of what is searched of a text, up to a bound.
std::vector<TextHit> matches_of(const Matcher& matcher, std::uint32_t ref, Form form, const ScopedText& text,
                                std::uint32_t text_index, const std::vector<Span>& windows);

/// Sets `decoded` and `disguised`.
void locate(TextHit& hit, const ScopedText& text);

}  // namespace spamlint
