#pragma once

#include <string>
#include <string_view>

#include "message/first_of_kind.h"
#include "message/message.h"

namespace spamlint {

/// Fills in what the fields of part.header say about the part: type, charset, encoding, disposition, file name.
/// `default_type` is that of RFC 2045 5.2, or of a digest (RFC 2046 5.1.5).
/// Returns the boundary of a multipart; empty when there is none that can be used.
std::string read_entity(std::string_view file, Part& part, std::string_view default_type, FirstOfKind& anomalies);

}  // namespace spamlint
