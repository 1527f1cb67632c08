#include "message/mbox.h"

#include "message/ascii.h"
#include "message/lines.h"

namespace spamlint {
namespace {

/// A "From " line that a header field follows; ">From " is a quoted line of a body.
bool begins_message(std::string_view file, const Line& line, LineStyle style) {
    if (!line.in(file).starts_with("From ") || line.next >= file.size()) return false;
    return field_colon(line_at(file, line.next, style).in(file)) != std::string_view::npos;
}

}  // namespace

bool looks_like_mbox(std::string_view file) {
    const LineStyle style = line_style(file);
    return !file.empty() && begins_message(file, line_at(file, 0, style), style);
}

std::vector<Span> split_mbox(std::string_view file) {
    const LineStyle style = line_style(file);
    // What stands before the first "From " line, or a file without one, is a message too.
    std::vector<Span> messages = {{0, file.size()}};
    bool after_blank = true;
    std::size_t blank_begin = 0;
    for (std::size_t at = 0; at < file.size();) {
        const Line line = line_at(file, at, style);
        if (after_blank && begins_message(file, line, style)) {
            // The blank line before "From " belongs to the mbox (RFC 4155), not to the message.
            if (line.begin == 0) messages.clear();
            else messages.back().end = blank_begin;
            messages.push_back({line.next, file.size()});
        }
        after_blank = line.empty();
        if (after_blank) blank_begin = line.begin;
        at = line.next;
    }
    return messages;
}

}  // namespace spamlint
