#pragma once

#include <optional>
#include <string_view>

#include "message/run_builder.h"

namespace spamlint {

/// Decodes RFC 2045 quoted-printable, whose first byte stands at `offset` of the source, onto `out`. Each byte of
/// "=XX" maps to its three characters; soft line breaks and white space at the end of a line vanish. A "=" that
/// means nothing stays as it is. Returns the source span of the first fault.
std::optional<Span> decode_quoted_printable(std::string_view encoded, std::size_t offset, RunBuilder& out);

/// The Q encoding of RFC 2047 4.2: as above, but "_" is a space and there are no line breaks.
std::optional<Span> decode_q(std::string_view encoded, std::size_t offset, RunBuilder& out);

/// RFC 2231 4: "%XX". A "%" that means nothing stays as it is.
std::optional<Span> decode_percent(std::string_view encoded, std::size_t offset, RunBuilder& out);

}  // namespace spamlint
