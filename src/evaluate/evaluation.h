#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "evaluate/labelled_set.h"
#include "evaluate/metrics.h"
#include "evaluate/reference_mix.h"
#include "score/report.h"

namespace spamlint {

/// What one message of a set came to.
struct Outcome {
    std::string path;
    bool spam = false;
    double score = 10;
    std::vector<int> rules;   // indices into RuleSet::rules of the rules that took points or hit, each once
};

struct EvaluatedSet {
    std::string name;
    std::vector<Outcome> outcomes;
};

/// How often a rule hit a set, per 1,000 messages of the class; -1 where the set lacks the class.
struct RuleHits {
    int rule = 0;
    std::vector<double> spam, ham;   // one a set
    double all_spam = 0, all_ham = 0;
};

struct Evaluation {
    std::vector<EvaluatedSet> sets;

    std::vector<Scored> scored(std::size_t set) const;
    std::vector<Scored> scored() const;   // of all sets
    std::vector<std::vector<Scored>> scored_by_set() const;
    std::vector<RuleHits> rule_hits(std::size_t rules) const;
    /// The ham with the lowest scores or the spam with the highest, of all sets.
    std::vector<Outcome> worst(bool spam, std::size_t count) const;
};

/// What the rules' scores say.
Meaning meaning_of(const RuleSet& rules);

Outcome outcome_of(const Labelled& labelled, const Report& report);

/// The part of evaluation_text() that tells what scores say, and what is so.
std::string meaning_text(const Evaluation& evaluation, const RuleSet& rules);
std::string evaluation_text(const Evaluation& evaluation, const RuleSet& rules);
std::string evaluation_json(const Evaluation& evaluation, const RuleSet& rules);
std::string evaluation_html(const Evaluation& evaluation, const RuleSet& rules);

}  // namespace spamlint
