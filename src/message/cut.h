#pragma once

#include <string_view>
#include <vector>

#include "message/lines.h"
#include "message/message.h"

namespace spamlint {

/// Cuts the message whose header begins at `begin` and which ends with `text` into its parts, in document order.
std::vector<Part> cut_message(std::string_view text, std::size_t begin, LineStyle style,
                              std::vector<Anomaly>& anomalies);

}  // namespace spamlint
