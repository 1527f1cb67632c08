#include "message/message.h"

#include <algorithm>

#include "message/body_check.h"
#include "message/cut.h"

namespace spamlint {

std::string_view name(TransferEncoding encoding) {
    switch (encoding) {
        case TransferEncoding::none: return "";
        case TransferEncoding::seven_bit: return "7bit";
        case TransferEncoding::eight_bit: return "8bit";
        case TransferEncoding::binary: return "binary";
        case TransferEncoding::base64: return "base64";
        case TransferEncoding::quoted_printable: return "quoted-printable";
        case TransferEncoding::unknown: return "unknown";
    }
    return "";
}

bool Part::is_body_text() const {
    return (type == "text/plain" || type == "text/html") && disposition != Disposition::attachment && filename.empty();
}

bool Part::is_attachment() const {
    if (is_multipart() || !children.empty()) return false;
    if (disposition == Disposition::attachment) return true;
    // A picture that the HTML shows has a name too.
    const bool shown = type.starts_with("image/") && header.find("content-id") != nullptr;
    if (!filename.empty()) return !shown;
    return type.starts_with("application/") || type.starts_with("audio/") || type.starts_with("video/") || is_message();
}

Message parse_message(std::string_view file, Span span) {
    span.end = std::min(span.end, file.size());
    span.begin = std::min(span.begin, span.end);
    // Offsets stay those of the file; nothing behind the message is looked at.
    const std::string_view text = file.substr(0, span.end);
    const LineStyle style = line_style(text.substr(span.begin));
    Message message;
    message.span = span;
    message.parts = cut_message(text, span.begin, style, message.anomalies);
    check_bytes(text, message);
    return message;
}

Message wrap_template(std::string_view file, MessageKind kind) {
    const Span all{0, file.size()};
    Part part;
    part.id = "1";
    part.span = all;
    part.body = all;
    part.type = kind == MessageKind::html_template ? "text/html" : "text/plain";
    // A file on disk is declared by nothing; editors write UTF-8, and its bytes need no transfer encoding.
    part.charset = "utf-8";
    part.encoding = TransferEncoding::binary;
    Message message;
    message.kind = kind;
    message.span = all;
    message.parts.push_back(std::move(part));
    return message;
}

}  // namespace spamlint
