#include "calibrate/evidence.h"

#include <cmath>

namespace spamlint {
namespace {

/// Messages of a class that each rule hit.
std::vector<std::size_t> hits_in(const SampleSet& set, bool spam, std::size_t rules) {
    std::vector<std::size_t> hits(rules);
    for (const Sample& sample : set.samples)
        if (sample.spam == spam)
            for (const Hit& hit : sample.hits) ++hits[static_cast<std::size_t>(hit.rule)];
    return hits;
}

SetSize size_of(const SampleSet& set) {
    SetSize size{set.name, 0, 0};
    for (const Sample& sample : set.samples) ++(sample.spam ? size.spam : size.ham);
    return size;
}

double per_thousand(std::size_t part, std::size_t whole) {
    return std::round(10000.0 * static_cast<double>(part) / static_cast<double>(whole)) / 10;
}

}  // namespace

void add_evidence(const std::vector<SampleSet>& sets, const std::vector<bool>& fitted, RuleSet& rules) {
    rules.weights.sets.clear();
    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        rules.rules[i].evidence = {};
        const bool is_free = rules.rules[i].author.points <= 0;  // by its author's will, whatever the evidence
        if (!fitted[i] && !is_free) rules.rules[i].evidence.kept = "too little evidence";
    }
    for (const SampleSet& set : sets) {
        rules.weights.sets.push_back(size_of(set));
        const SetSize& size = rules.weights.sets.back();
        const auto spam = hits_in(set, true, rules.rules.size()), ham = hits_in(set, false, rules.rules.size());
        for (std::size_t i = 0; i < rules.rules.size(); ++i) {
            Evidence& evidence = rules.rules[i].evidence;
            if (spam[i] > 0) evidence.spam.push_back({set.name, per_thousand(spam[i], size.spam)});
            if (ham[i] > 0) evidence.ham.push_back({set.name, per_thousand(ham[i], size.ham)});
        }
    }
}

}  // namespace spamlint
