#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "message/anomaly.h"
#include "message/header.h"
#include "message/limits.h"
#include "span/mapped_text.h"

namespace spamlint {

enum class TransferEncoding : std::uint8_t { none, seven_bit, eight_bit, binary, base64, quoted_printable, unknown };
std::string_view name(TransferEncoding encoding);  // "7bit", "base64", …; "" for none

enum class Disposition : std::uint8_t { none, inline_, attachment };

/// A MIME entity: a leaf, a multipart or a message/rfc822, in the order of the file.
struct Part {
    std::string id;             // as IMAP numbers them (RFC 9051 6.4.5): "1.2"; "" for a multipart at the root,
                                // "2.TEXT" for the multipart that is the body of the message 2
    Span span;                  // header and body
    Span body;
    Header header;
    std::string type;           // lower case, "text/html"; the default of RFC 2045 5.2 where none is declared;
                                // "text/plain" for a multipart or message that could not be cut
    std::string declared_type;  // as declared, lower case; "" when there is no Content-Type
    std::string charset;        // as declared, lower case; "" when none is
    TransferEncoding encoding = TransferEncoding::none;
    Disposition disposition = Disposition::none;
    MappedText filename;        // Content-Disposition's filename, else Content-Type's name (RFC 2231 and 2047 decoded)
    int parent = -1;            // index into Message::parts
    int depth = 0;
    std::vector<int> children;

    bool is_multipart() const { return type.starts_with("multipart/"); }
    bool is_message() const { return type == "message/rfc822"; }
    /// Text that a reader sees as body: text/plain or text/html (or no type), not an attachment, no file name.
    bool is_body_text() const;
    /// A leaf that is offered as a file.
    bool is_attachment() const;
};

enum class MessageKind : std::uint8_t { message, html_template, text_template };

struct Message {
    MessageKind kind = MessageKind::message;
    Span span;                  // of the file: a message of an mbox is a part of it
    std::vector<Part> parts;    // root first, in document order; never empty
    std::vector<Anomaly> anomalies;

    const Part& root() const { return parts.front(); }
    const Header& header() const { return parts.front().header; }
};

/// Cuts the message at `message` in `file`. Any bytes give a Message; what is odd about them is in `anomalies`.
Message parse_message(std::string_view file, Span message);

/// A file that is no message, as one part of the given kind without a header.
Message wrap_template(std::string_view file, MessageKind kind);

/// The decoded bytes of a leaf part, for attachments; no map.
std::string part_bytes(std::string_view file, const Part& part);

/// The text of a leaf part as UTF-8 with LF line ends, mapped to the file through transfer encoding and charset:
/// declared charset (gb2312 and gbk read as GB18030), else strict UTF-8, else strict GB18030, else windows-1252.
/// It is cut where it would be more than `may_grow` bytes longer in UTF-8.
MappedText part_text(std::string_view file, const Part& part, std::vector<Anomaly>& anomalies,
                     std::size_t may_grow = limits::kTextGrowth);

}  // namespace spamlint
