#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "calibrate/penalties.h"
#include "evaluate/even_point.h"

namespace spamlint {

/// How a set scores with the author's points, with points fitted without its fold, and with points fitted on all sets.
struct SetFigures {
    std::string name;
    std::vector<Scored> author, left_out, fitted;
};

struct Calibrated {
    RuleSet rules;  // with fitted points in effect, and their evidence
    double penalty = 0;
    std::vector<TriedPenalty> tried;
    std::vector<SetFigures> sets;
};

/// Fits points on labelled messages: the penalty is chosen by the sets that each fit leaves out, and the scale of all
/// points by where the reference mix, scored with them, is counted even: at the rules' `even_score`. Samples are of
/// `rules`; sets are taken in the order of their names, so that the order of lists changes nothing, nor does `jobs`.
/// Needs read_details(rules) and both classes among the sets.
Calibrated calibrate(const RuleSet& rules, std::vector<SampleSet> sets, std::size_t jobs);

/// weights.yaml of calibrated rules, rules sorted by id; the same rules give the same bytes.
std::string weights_yaml(const RuleSet& rules, double penalty);

/// What a person wants to see of a calibration: penalties, and each set before, left out and after.
std::string calibration_text(const Calibrated& calibrated);

}  // namespace spamlint
