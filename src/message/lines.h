#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "span/span.h"

namespace spamlint {

/// How lines end in a message. In `lf`, CR before LF belongs to the break (also the CR CR LF of twice converted mail)
/// and any other CR is content. In `cr`, that of old Macintosh files, CR, LF and CRLF all end a line.
enum class LineStyle : std::uint8_t { lf, cr };

LineStyle line_style(std::string_view message);

/// A line of a text: [begin, end) without its break, `next` where the following line begins.
struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t next = 0;

    bool empty() const { return begin == end; }
    Span span() const { return {begin, end}; }
    std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// The line that begins at `begin`, which is less than text.size().
Line line_at(std::string_view text, std::size_t begin, LineStyle style);

/// `offset` is the start of a line: the offset before the line break that precedes it, and not below `floor`.
std::size_t before_break(std::string_view text, std::size_t offset, std::size_t floor);

/// The offset of the colon when the line is a header field (RFC 5322 2.2, white space before the colon allowed as
/// in 4.5), else npos.
std::size_t field_colon(std::string_view line);

}  // namespace spamlint
