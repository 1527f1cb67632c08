#include "rules/match_rules.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "rules/brands.h"
#include "rules/counted.h"
#include "rules/guards.h"
#include "rules/hit_findings.h"
#include "rules/predicate.h"
#include "rules/text_hits.h"

namespace spamlint {
namespace {

/// Longest first, and of the same stretch `plain` before `joined`; then what overlaps a hit kept before is dropped.
void keep_longest(std::vector<TextHit>& hits) {
    const auto rank = [](const TextHit& hit) {
        return std::tuple(hit.text, ~hit.decoded.size(), hit.form, hit.decoded.begin, hit.ref);
    };
    std::sort(hits.begin(), hits.end(), [&](const TextHit& a, const TextHit& b) { return rank(a) < rank(b); });
    std::set<std::tuple<std::uint32_t, std::size_t, std::size_t>> kept;  // text, end, begin
    std::erase_if(hits, [&](const TextHit& hit) {
        // Kept hits do not overlap, so the first that ends behind this one's begin decides.
        const auto next = kept.upper_bound({hit.text, hit.decoded.begin, SIZE_MAX});
        if (next != kept.end() && std::get<0>(*next) == hit.text && std::get<2>(*next) < hit.decoded.end) return true;
        kept.insert({hit.text, hit.decoded.end, hit.decoded.begin});
        return false;
    });
}

/// Which brands' own mail a message is. Its hosts are looked at when a brand's name was found.
class OwnBrands {
public:
    explicit OwnBrands(const Facts& facts) : facts_(facts) {}
    bool owns(const PatternTexts& pattern) {
        if (pattern.own.empty()) return false;
        if (!hosts_) hosts_.emplace(facts_);
        return hosts_->any_of(pattern.own);
    }

private:
    const Facts& facts_;
    std::optional<MessageHosts> hosts_;
};

class RuleApplication {
public:
    RuleApplication(const RuleSet& rules, const Facts& facts, std::size_t rule, OwnBrands& brands)
        : rules_(rules), content_(facts.content()), rule_(rule), brands_(brands) {}

    void apply(RuleTextHits& found, std::vector<Finding>& findings) const {
        if (!all_groups_may_hit(found)) return;
        std::vector<TextHit> any = hits_of(found, PatternRef::any);
        if (any.empty() && !rule().counts()) return;
        for (TextHit& hit : any) locate(hit, content_.texts[hit.text]);
        drop_guarded(rules_, rule_, content_, any);
        if (rule().disguised_only) std::erase_if(any, [](const TextHit& hit) { return !hit.disguised; });
        drop_own_brands(any);
        keep_longest(any);
        if (!rule().counts() && !enough_distinct(any)) return;
        std::vector<std::vector<TextHit>> with;
        if (!all_groups_hit(found, with)) return;
        std::vector<Finding> own = own_findings(any);
        if (own.empty()) return;
        keep_first(own);
        add_supporting(with, own);
        sort_by_place(own);
        std::move(own.begin(), own.end(), std::back_inserter(findings));
    }

private:
    const Rule& rule() const { return rules_.rules[rule_]; }
    PatternTexts pattern(const TextHit& hit) const { return rules_.matcher->texts(hit.ref); }

    /// Did a word of each group of `with` hit, or do patterns of it wait?
    bool all_groups_may_hit(const RuleTextHits& found) const {
        const auto has = [&](const auto& all, std::uint32_t group) {
            return std::any_of(all.begin(), all.end(),
                               [&](const auto& one) { return rules_.matcher->ref(one.ref).group == group; });
        };
        for (std::uint32_t group = 1; group <= rule().with_groups; ++group)
            if (!has(found.hits, group) && !has(found.waiting, group)) return false;
        return true;
    }

    /// Those of a group; patterns that wait run now.
    std::vector<TextHit> hits_of(const RuleTextHits& found, std::uint32_t group) const {
        std::vector<TextHit> hits;
        for (const TextHit& hit : found.hits)
            if (rules_.matcher->ref(hit.ref).group == group) hits.push_back(hit);
        const std::size_t words = hits.size();
        for (const WaitingPattern& waiting : found.waiting) {
            if (rules_.matcher->ref(waiting.ref).group != group) continue;
            const ScopedText& text = content_.texts[waiting.text];
            for (const TextHit& hit :
                 matches_of(*rules_.matcher, waiting.ref, waiting.form, text, waiting.text, waiting.windows))
                hits.push_back(hit);
        }
        if (hits.size() > words) std::ranges::stable_sort(hits, {}, &TextHit::text);
        return hits;
    }

    /// A brand's name in its own mail, or in mail that leads to it, is no hit.
    void drop_own_brands(std::vector<TextHit>& hits) const {
        std::erase_if(hits, [&](const TextHit& hit) { return brands_.owns(pattern(hit)); });
    }

    bool enough_distinct(const std::vector<TextHit>& any) const {
        const auto wanted = static_cast<std::size_t>(rule().distinct);
        std::set<std::string> keys;
        for (const TextHit& hit : any) {
            if (keys.size() >= wanted) break;
            keys.insert(key_of(rules_, content_, hit));
        }
        return keys.size() >= wanted;
    }

    /// Each group of `with` must hit.
    bool all_groups_hit(const RuleTextHits& found, std::vector<std::vector<TextHit>>& with) const {
        for (std::uint32_t group = 1; group <= rule().with_groups; ++group) {
            std::vector<TextHit> hits = hits_of(found, group);
            drop_own_brands(hits);
            if (hits.empty()) return false;
            for (TextHit& hit : hits) locate(hit, content_.texts[hit.text]);
            keep_longest(hits);
            with.push_back(std::move(hits));
        }
        return true;
    }

    /// What the hits of `any` come to: a finding each, or what `count:` makes of them.
    std::vector<Finding> own_findings(const std::vector<TextHit>& any) const {
        std::vector<Finding> own;
        for (const TextHit& hit : any) own.push_back(finding_of(rules_, rule_, content_, hit, false));
        if (!rule().counts()) return own;
        sort_by_place(own);
        return counted(rule(), std::move(own), on_absence(content_, rule(), rule_));
    }

    /// Of each group of `with` the first hit is a finding too: one shows that it is there. None is where a hit of the
    /// group stands in a finding already, as a single letter beside the word that holds it.
    void add_supporting(const std::vector<std::vector<TextHit>>& with, std::vector<Finding>& findings) const {
        for (const std::vector<TextHit>& group : with) {
            std::vector<Finding> hits;
            for (const TextHit& hit : group) hits.push_back(finding_of(rules_, rule_, content_, hit, true));
            const bool shown = std::any_of(hits.begin(), hits.end(), [&](const Finding& hit) {
                return std::any_of(findings.begin(), findings.end(),
                                   [&](const Finding& other) { return hit.span.overlaps(other.span); });
            });
            sort_by_place(hits);
            if (!shown) findings.push_back(std::move(hits.front()));
        }
    }

    const RuleSet& rules_;
    const Content& content_;
    std::size_t rule_;
    OwnBrands& brands_;
};

}  // namespace

void apply_match_rules(const RuleSet& rules, const Facts& facts, const std::vector<bool>& active,
                       std::vector<Finding>& findings) {
    std::vector<RuleTextHits> found = find_hits(rules, facts, active);
    OwnBrands brands(facts);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Rule& rule = rules.rules[i];
        // Where nothing was found, nobody asked yet whether the rule is for this message.
        const bool may_miss = rule.kind == RuleKind::match && rule.counts() && active[i] && all_hold(rule.when, facts);
        if (!found[i].hits.empty() || !found[i].waiting.empty() || may_miss)
            RuleApplication(rules, facts, i, brands).apply(found[i], findings);
    }
}

}  // namespace spamlint
