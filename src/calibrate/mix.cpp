#include "calibrate/mix.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <tuple>

#include "evaluate/reference_mix.h"

namespace spamlint {
namespace {

constexpr std::size_t kDealtFolds = 5;

using Chosen = std::function<bool(std::size_t set, std::size_t message)>;

struct Classes {
    std::size_t ham = 0, spam = 0;
};

Classes count(const SampleSet& set, std::size_t at, const Chosen& chosen) {
    Classes classes;
    for (std::size_t i = 0; i < set.samples.size(); ++i)
        if (chosen(at, i)) ++(set.samples[i].spam ? classes.spam : classes.ham);
    return classes;
}

bool same_before(const Weighted& a, const Weighted& b) {
    const auto less = [](const Hit& x, const Hit& y) { return std::tie(x.rule, x.times) < std::tie(y.rule, y.times); };
    if (a.spam != b.spam) return a.spam < b.spam;
    return std::lexicographical_compare(a.hits.begin(), a.hits.end(), b.hits.begin(), b.hits.end(), less);
}

/// Adds up messages that are alike: most wanted mail hits little.
Mix merged(Mix mix) {
    std::stable_sort(mix.begin(), mix.end(), same_before);
    Mix kept;
    for (Weighted& one : mix) {
        if (!kept.empty() && !same_before(kept.back(), one))
            kept.back().share += one.share;
        else
            kept.push_back(std::move(one));
    }
    return kept;
}

Mix mix_of(const std::vector<SampleSet>& sets, const Calibration& calibration, const Chosen& chosen) {
    std::vector<std::size_t> spam, ham;
    for (std::size_t at = 0; at < sets.size(); ++at) {
        const Classes classes = count(sets[at], at, chosen);
        spam.push_back(classes.spam), ham.push_back(classes.ham);
    }
    const auto spam_parts = parts_of_class(spam, calibration.whole_set);
    const auto ham_parts = parts_of_class(ham, calibration.whole_set);
    Mix mix;
    for (std::size_t at = 0; at < sets.size(); ++at)
        for (std::size_t i = 0; i < sets[at].samples.size(); ++i) {
            if (!chosen(at, i)) continue;
            const Sample& sample = sets[at].samples[i];
            const double share = sample.spam
                                     ? calibration.fitted_share * spam_parts[at] / static_cast<double>(spam[at])
                                     : (1 - calibration.fitted_share) * ham_parts[at] / static_cast<double>(ham[at]);
            mix.push_back({sample.spam, sample.hits, share});
        }
    return merged(std::move(mix));
}

/// Folds of sets by their classes; the pools of one-class sets take in the rarer class in turn.
std::vector<std::size_t> folds_of_sets(const std::vector<SampleSet>& sets, std::size_t& folds) {
    std::array<std::vector<std::size_t>, 2> one_class;  // ham, spam
    std::vector<std::size_t> fold(sets.size());
    folds = 0;
    for (std::size_t at = 0; at < sets.size(); ++at) {
        const Classes classes = count(sets[at], at, [](std::size_t, std::size_t) { return true; });
        if (classes.ham > 0 && classes.spam > 0)
            fold[at] = folds++;
        else
            one_class[classes.spam > 0 ? 1 : 0].push_back(at);
    }
    const auto& [ham, spam] = one_class;
    // Without a partner of the other class they join the folds that there are.
    const std::size_t pools = std::min(ham.size(), spam.size());
    const std::size_t first = pools > 0 ? folds : 0, turns = pools > 0 ? pools : std::max<std::size_t>(folds, 1);
    for (const auto& sets_of_class : one_class)
        for (std::size_t i = 0; i < sets_of_class.size(); ++i) fold[sets_of_class[i]] = first + i % turns;
    folds = std::max<std::size_t>(1, folds + pools);
    return fold;
}

}  // namespace

Folds make_folds(const std::vector<SampleSet>& sets) {
    Folds folds;
    const std::vector<std::size_t> of_sets = folds_of_sets(sets, folds.count);
    const bool dealt = folds.count < 2;
    for (std::size_t at = 0; at < sets.size(); ++at) {
        std::vector<std::size_t> fold(sets[at].samples.size(), of_sets[at]);
        std::array<std::size_t, 2> turn{};
        for (std::size_t i = 0; dealt && i < fold.size(); ++i)
            fold[i] = turn[sets[at].samples[i].spam ? 1 : 0]++ % kDealtFolds;
        folds.of.push_back(std::move(fold));
    }
    if (dealt) folds.count = kDealtFolds;
    return folds;
}

Mix mix_outside(const std::vector<SampleSet>& sets, const Folds& folds, std::size_t fold,
                const Calibration& calibration) {
    return mix_of(sets, calibration, [&](std::size_t set, std::size_t i) { return folds.of[set][i] != fold; });
}

Mix mix_inside(const std::vector<SampleSet>& sets, const Folds& folds, std::size_t fold,
               const Calibration& calibration) {
    return mix_of(sets, calibration, [&](std::size_t set, std::size_t i) { return folds.of[set][i] == fold; });
}

Mix mix_of_all(const std::vector<SampleSet>& sets, const Calibration& calibration) {
    return mix_of(sets, calibration, [](std::size_t, std::size_t) { return true; });
}

}  // namespace spamlint
