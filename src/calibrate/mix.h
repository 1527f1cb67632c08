#pragma once

#include <cstddef>
#include <vector>

#include "calibrate/sample.h"

namespace spamlint {

/// Messages with the same hits, and their share of the mix.
struct Weighted {
    bool spam = false;
    std::vector<Hit> hits;
    double share = 0;
};

/// The mix that is fitted: put together as the reference mix is (reference_mix()), but with `fitted_share` of spam. All
/// shares sum to 1; a class that is missing leaves its share out.
using Mix = std::vector<Weighted>;

/// Which part of the sets is left out when the others are fitted: fold[set][message], from 0 up.
struct Folds {
    std::size_t count = 0;
    std::vector<std::vector<std::size_t>> of;
};

/// A set is a fold. Sets of one class only are pooled, each of spam with its share of those of wanted mail (or the
/// other way round), so that each fold has both. Where that leaves a single fold, the messages of each set are dealt
/// out to five in turn. Depends on the order of sets and messages only.
Folds make_folds(const std::vector<SampleSet>& sets);

/// The mix of all messages outside the fold, or inside it.
Mix mix_outside(const std::vector<SampleSet>& sets, const Folds& folds, std::size_t fold,
                const Calibration& calibration);
Mix mix_inside(const std::vector<SampleSet>& sets, const Folds& folds, std::size_t fold,
               const Calibration& calibration);
Mix mix_of_all(const std::vector<SampleSet>& sets, const Calibration& calibration);

}  // namespace spamlint
