#pragma once

#include <string_view>

#include "message/first_of_kind.h"
#include "message/lines.h"

namespace spamlint {

/// Where the header of the message at `begin` begins: behind a BOM, an mbox line and blank lines, which are reported.
/// Blank lines that no header follows stay: the first of them ends an empty header.
std::size_t find_header(std::string_view text, std::size_t begin, LineStyle style, FirstOfKind& anomalies);

/// "From sender date" (RFC 4155), also quoted as some deliveries leave it.
bool is_mbox_line(std::string_view line);

}  // namespace spamlint
