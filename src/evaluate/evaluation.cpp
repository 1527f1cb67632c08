#include "evaluate/evaluation.h"

#include <algorithm>

namespace spamlint {
namespace {

std::vector<Scored> scored_of(const std::vector<Outcome>& outcomes) {
    std::vector<Scored> scored;
    for (const Outcome& outcome : outcomes) scored.push_back({outcome.score, outcome.spam});
    return scored;
}

double per_thousand(std::size_t hits, std::size_t messages) {
    return messages == 0 ? -1 : 1000.0 * static_cast<double>(hits) / static_cast<double>(messages);
}

/// Hits of every rule in one class of a set, and the size of the class.
struct ClassHits {
    std::vector<std::size_t> hits;
    std::size_t messages = 0;

    explicit ClassHits(std::size_t rules) : hits(rules) {}
    void add(const Outcome& outcome) {
        ++messages;
        for (const int rule : outcome.rules) ++hits[static_cast<std::size_t>(rule)];
    }
};

}  // namespace

std::vector<Scored> Evaluation::scored(std::size_t set) const { return scored_of(sets[set].outcomes); }

std::vector<Scored> Evaluation::scored() const {
    std::vector<Scored> all;
    for (std::size_t set = 0; set < sets.size(); ++set) {
        const auto one = scored(set);
        all.insert(all.end(), one.begin(), one.end());
    }
    return all;
}

std::vector<std::vector<Scored>> Evaluation::scored_by_set() const {
    std::vector<std::vector<Scored>> all;
    for (std::size_t set = 0; set < sets.size(); ++set) all.push_back(scored(set));
    return all;
}

std::vector<RuleHits> Evaluation::rule_hits(std::size_t rules) const {
    std::vector<RuleHits> table(rules);
    ClassHits all_spam(rules), all_ham(rules);
    for (const EvaluatedSet& set : sets) {
        ClassHits spam(rules), ham(rules);
        for (const Outcome& outcome : set.outcomes) {
            (outcome.spam ? spam : ham).add(outcome);
            (outcome.spam ? all_spam : all_ham).add(outcome);
        }
        for (std::size_t rule = 0; rule < rules; ++rule) {
            table[rule].spam.push_back(per_thousand(spam.hits[rule], spam.messages));
            table[rule].ham.push_back(per_thousand(ham.hits[rule], ham.messages));
        }
    }
    for (std::size_t rule = 0; rule < rules; ++rule) {
        table[rule].rule = static_cast<int>(rule);
        table[rule].all_spam = per_thousand(all_spam.hits[rule], all_spam.messages);
        table[rule].all_ham = per_thousand(all_ham.hits[rule], all_ham.messages);
    }
    return table;
}

std::vector<Outcome> Evaluation::worst(bool spam, std::size_t count) const {
    std::vector<Outcome> found;
    for (const EvaluatedSet& set : sets)
        for (const Outcome& outcome : set.outcomes)
            if (outcome.spam == spam) found.push_back(outcome);
    std::stable_sort(found.begin(), found.end(), [spam](const Outcome& a, const Outcome& b) {
        return spam ? a.score > b.score : a.score < b.score;
    });
    if (found.size() > count) found.resize(count);
    return found;
}

Meaning meaning_of(const RuleSet& rules) {
    return {rules.weights.even_score, rules.weights.odds_per_point};
}

Outcome outcome_of(const Labelled& labelled, const Report& report) {
    Outcome outcome{labelled.path, labelled.spam, report.score, {}};
    for (const Deduction& deduction : report.deductions) outcome.rules.push_back(deduction.rule);
    return outcome;
}

}  // namespace spamlint
