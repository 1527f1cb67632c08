#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "span/span.h"

namespace spamlint {

/// What is wrong with the form of a message. Malformed mail is described, never refused.
enum class AnomalyKind : std::uint8_t {
    // header
    missing_header_end,      // header block runs to the end of the input, or no blank line before the body
    malformed_header_line,   // a line in the header that is neither a field nor a fold
    obsolete_header_space,   // white space before the colon (RFC 5322 4.5)
    mbox_line_in_message,    // a "From " line at the top of a single message
    leading_blank_lines,     // blank lines or a BOM before the first field
    raw_8bit_header,         // unencoded non-ASCII in a header field
    bad_encoded_word,        // RFC 2047: wrong charset, bad base64, white space or > 75 characters
    split_character,         // a multi-byte character cut by two encoded-words
    control_in_header,       // NUL or another control character in a header field
    header_line_too_long,    // > 998 octets (RFC 5322 2.1.1)
    // structure
    missing_boundary,        // multipart without a usable boundary parameter
    unclosed_multipart,      // the close delimiter is missing
    text_after_close,        // an epilogue that holds visible text
    empty_multipart,         // multipart without parts
    bad_content_type,        // a Content-Type that cannot be read
    bad_transfer_encoding,   // an unknown Content-Transfer-Encoding, or one that multiparts may not have
    duplicate_field,         // a second field of a name that may occur once (RFC 5322 3.6)
    // content
    bad_base64,              // characters outside the alphabet, wrong padding, text after the padding
    bad_quoted_printable,    // "=" not followed by two hexadecimal digits or a line break
    bad_charset_bytes,       // bytes that the charset does not have
    unknown_charset,         // a charset that nobody knows
    charset_mismatch,        // declared one charset, the bytes are another's
    undeclared_8bit,         // non-ASCII bytes without a charset
    unencoded_8bit,          // non-ASCII bytes of a declared charset under 7bit, named or by default (RFC 2045 6.1)
    body_line_too_long,      // > 998 octets
    bare_cr,                 // CR that is not part of CRLF
    nul_byte,
    mixed_line_ends,
    // limits: what lies beyond was not read, or read as plain text; the span is where it was met
    limit_depth,
    limit_parts,
    limit_header_line,
    limit_header_block,
    limit_header_fields,
    limit_boundary,
    limit_mailboxes,         // of one address list
    limit_html_size,
    limit_tree_size,         // memory of the HTML's tree
    limit_style_rules,
    limit_tag_depth,
    limit_attributes,
    limit_links,
    limit_images,
    limit_active,            // scripts, forms and the like
    limit_placeholders,      // template expressions
    limit_text,              // bytes that a charset's characters are longer in UTF-8
    limit_disguises,         // gaps between letters and look-alikes of a message
    limit_attachments,       // files that are looked into
    limit_archive_entries,
    limit_archive_bytes,     // unpacked, in all or for each packed byte
    limit_archive_nesting,
};

inline constexpr std::size_t kAnomalyKinds = static_cast<std::size_t>(AnomalyKind::limit_archive_nesting) + 1;

/// The name that rules and reports use: the enumerator's, with hyphens.
std::string_view name(AnomalyKind kind);

struct Anomaly {
    AnomalyKind kind;
    Span span;           // of the raw file
    std::string part;    // the part's id; empty for the message as a whole
    std::string detail;  // for people: the unknown charset's name, the limit's value
};

}  // namespace spamlint
