#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "message/anomaly.h"

namespace spamlint {

/// Collects the anomalies of one part, the first of each kind only: a body of a million faults is one anomaly.
class FirstOfKind {
public:
    explicit FirstOfKind(std::vector<Anomaly>& anomalies, std::string part = {})
        : anomalies_(anomalies), part_(std::move(part)) {}

    void add(AnomalyKind kind, Span span, std::string detail = {}) {
        const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(kind);
        if ((seen_ & bit) != 0) return;
        seen_ |= bit;
        anomalies_.push_back({kind, span, part_, std::move(detail)});
    }

private:
    std::vector<Anomaly>& anomalies_;
    std::string part_;
    std::uint64_t seen_ = 0;
};

}  // namespace spamlint
