#include "rules/text_hits.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "rules/predicate.h"
#include "rules/search_scratch.h"
#include "span/ascii.h"
#include "text/fold.h"

namespace spamlint {
namespace {

/// Goes over the texts of one message.
class Finder {
public:
    Finder(const RuleSet& rules, const Facts& facts, const std::vector<bool>& active)
        : rules_(rules),
          matcher_(*rules.matcher),
          facts_(facts),
          content_(facts.content()),
          states_(active.size()),
          by_rule_(rules.rules.size()),
          scratch_(search_scratch(rules.matcher)) {
        for (std::size_t i = 0; i < active.size(); ++i) states_[i] = active[i] ? State::unknown : State::out;
    }

    std::vector<RuleTextHits> find() && {
        for (std::size_t i = 0; i < content_.texts.size(); ++i) {
            text_ = &content_.texts[i];
            index_ = static_cast<std::uint32_t>(i);
            const std::uint32_t scope = Matcher::bit(text_->scope);
            if (text_->text.empty()) continue;
            if (some_raw_rule_wants(scope)) find_raw();  // first: its copy of the text goes before the folded one comes
            if (matcher_.folded_scopes() & scope) find_folded();
        }
        met().forget();
        return std::move(by_rule_);
    }

private:
    enum class State : std::uint8_t { unknown, in, out };

    void find_folded() {
        const FoldedText& folded = text_->folded();
        met().begin(folded.plain().size());
        matcher_.scan_plain(
            folded.plain(), [&](std::uint32_t ref, std::size_t begin) { take_word(folded, Form::plain, ref, begin); },
            [&](std::uint32_t need, std::size_t begin) { met().note(need, begin); },
            [&](std::uint32_t need) { return met().knows_enough(need); });
        take_patterns(Form::plain, folded.plain(), matcher_.always());
        if (!folded.has_joined()) return;
        matcher_.scan_joined(folded.joined(), [&](std::uint32_t ref, std::size_t begin) {
            take_word(folded, Form::joined, ref, begin);
        });
        scratch_.forget_counts();
    }

    void find_raw() {
        met().begin(text_->text.size());
        matcher_.scan_raw(
            ascii::lowered(text_->text.text()), [&](std::uint32_t need, std::size_t begin) { met().note(need, begin); },
            [&](std::uint32_t need) { return met().knows_enough(need); });
        take_patterns(Form::raw, text_->text.text(), matcher_.always_raw());
    }

    /// Counts a hit of a pattern in this text and form.
    void count(std::uint32_t ref) {
        if (scratch_.counts[ref] == 0) scratch_.counted.push_back(ref);
        ++scratch_.counts[ref];
    }

    MetNeeds& met() { return scratch_.met; }

    /// Most rules with `raw` patterns are not for replies: two fifths of texts need not be searched for these.
    bool some_raw_rule_wants(std::uint32_t scope) {
        const auto wants = [&](std::uint32_t rule) { return (matcher_.scopes(rule) & scope) != 0 && holds(rule); };
        return (matcher_.raw_scopes() & scope) != 0 && std::ranges::any_of(matcher_.raw_rules(), wants);
    }

    bool wanted(const PatternRef& ref) {
        return (matcher_.scopes(ref.rule) & Matcher::bit(text_->scope)) != 0 && holds(ref.rule);
    }

    /// Does the rule's `when` hold? Asked only where something of the rule may be found, and before any pattern runs.
    bool holds(std::uint32_t rule) {
        State& state = states_[rule];
        if (state == State::unknown) state = all_hold(rules_.rules[rule].when, facts_) ? State::in : State::out;
        return state == State::in;
    }

    static bool is_full(const RuleTextHits& rule) { return rule.hits.size() + rule.waiting.size() >= kMaxHitsPerRule; }

    void take_word(const FoldedText& folded, Form form, std::uint32_t index, std::size_t begin) {
        const PatternRef& ref = matcher_.ref(index);
        if (scratch_.counts[index] >= kMaxHitsPerPattern || !wanted(ref) || is_full(by_rule_[ref.rule])) return;
        const std::string_view word = matcher_.folded(index);
        const Span span{begin, begin + word.size()};
        if (form == Form::joined && !joined_hit_is(folded, span, word)) return;
        if (!stands_alone(form == Form::plain ? folded.plain() : folded.joined(), span)) return;
        count(index);
        by_rule_[ref.rule].hits.push_back({index_, index, form, span, {}, false});
    }

    void take_patterns(Form form, const std::string& searched, const Table<std::uint32_t>& always) {
        std::vector<std::uint32_t>& patterns = scratch_.patterns;
        patterns.assign(always.begin(), always.end());
        patterns.insert(patterns.end(), met().patterns().begin(), met().patterns().end());
        std::sort(patterns.begin(), patterns.end());
        const bool ascii = ascii::is_ascii(searched);
        for (const std::uint32_t index : patterns) {
            const PatternRef& ref = matcher_.ref(index);
            if (!wanted(ref) || is_full(by_rule_[ref.rule])) continue;
            std::vector<Span> windows = met().windows(ref, searched, ascii);
            if (windows.empty()) continue;
            RuleTextHits& rule = by_rule_[ref.rule];
            if (rules_.rules[ref.rule].with_groups > 0) {
                rule.waiting.push_back({index_, index, form, std::move(windows)});
                continue;
            }
            for (TextHit& hit : matches_of(matcher_, index, form, *text_, index_, windows)) rule.hits.push_back(hit);
        }
        scratch_.forget_counts();
    }

    const RuleSet& rules_;
    const Matcher& matcher_;
    const Facts& facts_;
    const Content& content_;
    std::vector<State> states_;
    std::vector<RuleTextHits> by_rule_;
    SearchScratch& scratch_;
    const ScopedText* text_ = nullptr;
    std::uint32_t index_ = 0;
};

/// Is a word of the stretch split by hidden text or a comment: fr<!-- x -->ee? A mere <b> in a word is a style.
bool is_split(const ScopedText& text, Span decoded) {
    auto place = std::upper_bound(text.left_out.begin(), text.left_out.end(), decoded.begin);
    for (; place != text.left_out.end() && *place < decoded.end; ++place)
        if (is_inside_word(text.text.text(), *place)) return true;
    return false;
}

}  // namespace

std::vector<RuleTextHits> find_hits(const RuleSet& rules, const Facts& facts, const std::vector<bool>& active) {
    return Finder(rules, facts, active).find();
}

const std::string& searched_text(const ScopedText& text, Form form) {
    return form == Form::raw ? text.text.text() : text.folded().plain();
}

std::vector<TextHit> matches_of(const Matcher& matcher, std::uint32_t ref, Form form, const ScopedText& text,
                                std::uint32_t text_index, const std::vector<Span>& windows) {
    const PatternRef& pattern = matcher.ref(ref);
    std::vector<TextHit> hits;
    const std::string& searched = searched_text(text, form);
    for (const Span& span : matcher.regex(pattern).matches(searched, windows, kMaxHitsPerPattern))
        if (!pattern.at_words() || ends_at_words(searched, span))
            hits.push_back({text_index, ref, form, span, {}, false});
    return hits;
}

void locate(TextHit& hit, const ScopedText& text) {
    if (hit.form == Form::raw) {
        hit.decoded = hit.found;
        return;
    }
    const Origin origin =
        hit.form == Form::plain ? text.folded().origin_of_plain(hit.found) : text.folded().origin_of_joined(hit.found);
    hit.decoded = origin.span;
    hit.disguised = origin.disguised() || is_split(text, origin.span);
}

}  // namespace spamlint
