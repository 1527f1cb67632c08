#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spamlint {

// The pieces that example messages are made of, as a careful mail client writes them.

/// An unstructured header value; what is not ASCII in encoded-words (RFC 2047).
std::string encode_header(std::string_view value);
/// An address list's value: only the display name before the last "<" is encoded.
std::string encode_mailbox(std::string_view value);
std::string escape_html(std::string_view text);

/// Entities are header fields, a blank line and a body.
std::string text_entity(std::string_view subtype, const std::string& text);
std::string multipart_entity(std::string_view subtype, std::string_view boundary,
                             const std::vector<std::string>& parts);

struct AttachmentParts {
    std::string_view name;
    std::string_view type;  // "" takes the one that goes with the name's extension
    std::string_view content;
    std::string_view base64;  // instead of content
};
std::string attachment_entity(const AttachmentParts& parts);

}  // namespace spamlint
