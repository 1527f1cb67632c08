#include <algorithm>

#include "rules/fact_rules.h"
#include "rules/match_rules.h"
#include "rules/matcher.h"
#include "rules/predicate.h"
#include "rules/rule_set.h"
#include "text/words.h"

namespace spamlint {
namespace {

/// The first profile that the message shows, or "".
std::string profile_of(const Scoring& scoring, const Facts& facts) {
    for (const Profile& profile : scoring.profiles)
        for (const std::vector<Condition>& alternative : profile.any)
            if (all_hold(alternative, facts)) return profile.id;
    return {};
}

/// The scripts in what a reader sees first: bodies, subject, sender's name, names of files.
class Scripts {
public:
    explicit Scripts(const Content& content) {
        for (const Body& body : content.bodies) add(body.counts);
        for (const ScopedText& text : content.texts)
            if (text.scope == Scope::subject || text.scope == Scope::from_name || text.scope == Scope::attachment_name)
                add(count(text.text.text()));
    }

    /// Has the message text in the language's script? Languages in Latin letters are not told apart.
    bool allow(std::string_view language) const {
        if (language == "zh") return han_;
        if (language == "ja") return kana_;
        if (language == "ko") return hangul_;
        if (language == "ru" || language == "uk") return cyrillic_;
        if (language == "el") return greek_;
        if (language == "ar" || language == "fa") return arabic_;
        return true;
    }

private:
    void add(const TextCounts& counts) {
        han_ |= counts.han > 0;
        kana_ |= counts.kana > 0;
        hangul_ |= counts.hangul > 0;
        cyrillic_ |= counts.cyrillic > 0;
        greek_ |= counts.greek > 0;
        arabic_ |= counts.arabic > 0;
    }

    bool han_ = false, kana_ = false, hangul_ = false, cyrillic_ = false, greek_ = false, arabic_ = false;
};

template <typename Name>
bool has(const std::vector<Name>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// A policy is asked for by who knows what the mail is: its rules mind a profile only where the caller names one too.
bool is_for_profile(const Rule& rule, const std::string& profile, const ApplyOptions& options) {
    if (rule.profiles.empty() || (!rule.policy.empty() && options.profile == "auto")) return true;
    return has(rule.profiles, profile);
}

/// The rules that are for mail of this profile and these scripts, and that the caller wants.
std::vector<bool> active_rules(const RuleSet& rules, const Content& content, const std::string& profile,
                               const ApplyOptions& options) {
    const Scripts scripts(content);
    std::vector<bool> active(rules.rules.size(), true);
    for (std::size_t i = 0; i < active.size(); ++i) {
        const Rule& rule = rules.rules[i];
        const auto allowed = [&](std::string_view language) { return scripts.allow(language); };
        if (!rule.policy.empty() && !has(options.policies, rule.policy)) active[i] = false;
        if (has(options.off, rule.id)) active[i] = false;
        if (!is_for_profile(rule, profile, options)) active[i] = false;
        if (!rule.languages.empty() && std::none_of(rule.languages.begin(), rule.languages.end(), allowed))
            active[i] = false;
    }
    return active;
}

}  // namespace

Applied apply(const RuleSet& rules, const Facts& facts, const ApplyOptions& options) {
    Applied applied;
    applied.profile = options.profile == "auto" ? profile_of(rules.scoring, facts) : options.profile;
    const std::vector<bool> active = active_rules(rules, facts.content(), applied.profile, options);
    apply_match_rules(rules, facts, active, applied.findings);
    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        if (!active[i]) continue;
        if (rules.rules[i].kind == RuleKind::measure) apply_measure_rule(rules, facts, i, applied.findings);
        if (rules.rules[i].kind == RuleKind::each) apply_each_rule(rules, facts, i, applied.findings);
    }
    std::stable_sort(applied.findings.begin(), applied.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.rule < b.rule; });
    return applied;
}

void prepare(RuleSet& rules) {
    rules.matcher = std::make_shared<const Matcher>(matcher_tables(rules.rules));
}

}  // namespace spamlint
