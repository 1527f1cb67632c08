#include "rules/guards.h"

#include <algorithm>
#include <utility>

#include "rules/met_needs.h"
#include "span/ascii.h"
#include "text/fold.h"

namespace spamlint {
namespace {

/// Does the guard word stand at a place that overlaps the hit, in the hit's own form of the text?
bool guarded_by_word(const TextHit& hit, const PatternTexts& guard, const FoldedText& folded) {
    const bool joined = hit.form == Form::joined;
    const std::string_view text = joined ? folded.joined() : folded.plain();
    const std::string_view word = joined ? guard.joined_form() : guard.folded;
    const std::size_t from = hit.found.begin + 1 > word.size() ? hit.found.begin + 1 - word.size() : 0;
    const std::size_t to = std::min(text.size(), hit.found.end + word.size() - 1);
    const std::string_view window = text.substr(from, to - from);
    for (std::size_t at = window.find(word); at != std::string_view::npos; at = window.find(word, at + 1)) {
        const Span span{from + at, from + at + word.size()};
        if (stands_alone(text, span)) return true;
    }
    return false;
}

/// Where the guard pattern has to be searched to find what overlaps the hits of the text.
std::vector<Span> around_hits(const PatternRef& guard, Form form, const std::vector<TextHit>& hits,
                              std::uint32_t text_index, const std::string& searched) {
    const std::size_t reach = reach_of(guard, ascii::is_ascii(searched));
    std::vector<Span> windows;
    for (const TextHit& hit : hits) {
        if (hit.text != text_index) continue;
        if (reach == 0 || hit.form != form) return {{0, searched.size()}};
        windows.push_back(
            {hit.found.begin - std::min(hit.found.begin, reach), std::min(searched.size(), hit.found.end + reach)});
    }
    return united(std::move(windows));
}

/// Where a guard stands in the decoded text of the hits: patterns, and words where a hit is of a `raw` pattern.
std::vector<TextHit> guard_places(const Matcher& matcher, std::uint32_t index, const ScopedText& text,
                                  std::uint32_t text_index, const std::vector<TextHit>& hits) {
    const PatternTexts guard = matcher.texts(index);
    std::vector<TextHit> places;
    if (guard.kind != Pattern::Kind::word) {
        const Form form = guard.kind == Pattern::Kind::raw ? Form::raw : Form::plain;
        const auto windows = around_hits(matcher.ref(index), form, hits, text_index, searched_text(text, form));
        places = matches_of(matcher, index, form, text, text_index, windows);
    } else {
        const std::string& plain = text.folded().plain();
        for (std::size_t at = plain.find(guard.folded); at != std::string::npos && places.size() < kMaxHitsPerPattern;
             at = plain.find(guard.folded, at + 1)) {
            const Span span{at, at + guard.folded.size()};
            if (stands_alone(plain, span)) places.push_back({text_index, index, Form::plain, span, {}, false});
        }
    }
    for (TextHit& place : places) locate(place, text);
    return places;
}

}  // namespace

void drop_guarded(const RuleSet& rules, std::size_t rule, const Content& content, std::vector<TextHit>& hits) {
    const Matcher& matcher = *rules.matcher;
    std::vector<bool> dropped(hits.size(), false);
    for (const std::uint32_t index : matcher.guards(rule)) {
        const PatternTexts guard = matcher.texts(index);
        std::vector<TextHit> places;
        std::uint32_t places_of = UINT32_MAX;  // hits come text by text
        for (std::size_t i = 0; i < hits.size(); ++i) {
            TextHit& hit = hits[i];
            if (dropped[i] || matcher.ref(hit.ref).group != PatternRef::any) continue;
            const ScopedText& text = content.texts[hit.text];
            if (guard.kind == Pattern::Kind::word && hit.form != Form::raw) {
                dropped[i] = guarded_by_word(hit, guard, text.folded());
                continue;
            }
            if (places_of != hit.text) places = guard_places(matcher, index, text, hit.text, hits);
            places_of = hit.text;
            dropped[i] = std::any_of(places.begin(), places.end(),
                                     [&](const TextHit& place) { return place.decoded.overlaps(hit.decoded); });
        }
    }
    std::size_t i = 0;
    std::erase_if(hits, [&](const TextHit&) { return dropped[i++]; });
}

}  // namespace spamlint
