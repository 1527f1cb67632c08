#pragma once

#include <optional>
#include <vector>

#include "message/anomaly.h"

namespace spamlint {

/// What was read of one sort, and where it was too much to go on reading.
template <typename T>
struct Limited {
    std::vector<T> items;
    std::optional<Anomaly> limit;
};

}  // namespace spamlint
