#pragma once

#include <string_view>

#include "message/delimiters.h"
#include "message/first_of_kind.h"
#include "message/header.h"
#include "message/lines.h"

namespace spamlint {

struct ScannedHeader {
    Header header;
    std::size_t body = 0;  // where the body begins: after the blank line, or at the line that is no header
};

/// Indexes the header block that begins at `begin`. It ends at a blank line, at a delimiter of an open multipart, at
/// text that is no header, or at a limit.
ScannedHeader scan_header(std::string_view text, std::size_t begin, LineStyle style, const Delimiters& delimiters,
                          FirstOfKind& anomalies);

/// Raises duplicate_field for second fields of names that may occur once (RFC 5322 3.6, RFC 2045).
/// The fields of RFC 5322 count only in the header of a message.
void check_duplicates(const Header& header, bool of_message, std::vector<Anomaly>& anomalies, const std::string& part);

/// Does a header field whose name mail is known to use stand in this line?
bool is_known_field(std::string_view line);

}  // namespace spamlint
