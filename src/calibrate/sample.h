#pragma once

#include <string>
#include <vector>

#include "score/report.h"

namespace spamlint {

/// A rule that hit, and how many times its points that cost: see multiple_of(). 0 where it costs nothing: evidence all
/// the same.
struct Hit {
    int rule = 0;  // index into RuleSet::rules
    double times = 1;
};

/// A labelled message as calibration sees it.
struct Sample {
    bool spam = false;
    std::vector<Hit> hits;  // by rule
};

struct SampleSet {
    std::string name;
    std::vector<Sample> samples;
};

Sample sample_of(bool spam, const RuleSet& rules, const Report& report);

/// The score that score() gives the message with the rules' points in effect.
double score_of(const Sample& sample, const RuleSet& rules);

}  // namespace spamlint
