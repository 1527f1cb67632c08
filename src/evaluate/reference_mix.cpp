#include "evaluate/reference_mix.h"

#include <algorithm>
#include <numeric>

namespace spamlint {
namespace {

std::vector<std::size_t> messages_of(const std::vector<std::vector<Scored>>& sets, bool spam) {
    std::vector<std::size_t> messages;
    for (const auto& set : sets)
        messages.push_back(static_cast<std::size_t>(
            std::count_if(set.begin(), set.end(), [spam](const Scored& one) { return one.spam == spam; })));
    return messages;
}

}  // namespace

std::vector<double> parts_of_class(const std::vector<std::size_t>& messages, double whole_set) {
    std::vector<double> parts;
    for (const std::size_t count : messages) parts.push_back(std::min(1.0, static_cast<double>(count) / whole_set));
    const double all = std::accumulate(parts.begin(), parts.end(), 0.0);
    for (double& part : parts) part = all > 0 ? part / all : 0;
    return parts;
}

std::vector<Weighed> reference_mix(const std::vector<std::vector<Scored>>& sets, const Calibration& calibration) {
    const auto spam = messages_of(sets, true), ham = messages_of(sets, false);
    const auto spam_parts = parts_of_class(spam, calibration.whole_set);
    const auto ham_parts = parts_of_class(ham, calibration.whole_set);
    std::vector<Weighed> mix;
    for (std::size_t at = 0; at < sets.size(); ++at) {
        const double of_spam = calibration.spam_share * spam_parts[at] / static_cast<double>(spam[at]);
        const double of_ham = (1 - calibration.spam_share) * ham_parts[at] / static_cast<double>(ham[at]);
        for (const Scored& one : sets[at]) mix.push_back({one.score, one.spam, one.spam ? of_spam : of_ham});
    }
    return mix;
}

}  // namespace spamlint
