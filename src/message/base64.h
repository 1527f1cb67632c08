#pragma once

#include <optional>
#include <string_view>

#include "message/run_builder.h"

namespace spamlint {

/// Decodes RFC 2045 base64, whose first byte stands at `offset` of the source, onto `out`. Each three bytes map to
/// their four characters. Characters outside the alphabet are passed over, text after the padding is decoded too, and
/// missing padding is supplied, as mail clients do. Returns the source span of the first fault.
std::optional<Span> decode_base64(std::string_view encoded, std::size_t offset, RunBuilder& out);

}  // namespace spamlint
