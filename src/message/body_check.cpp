#include "message/body_check.h"

#include <algorithm>

#include "message/ascii.h"
#include "message/first_of_kind.h"
#include "message/limits.h"
#include "message/lines.h"

namespace spamlint {
namespace {

constexpr std::size_t npos = std::string_view::npos;

std::size_t find_in(std::string_view text, char c, Span span) {
    const std::size_t found = text.substr(0, span.end).find(c, span.begin);
    return found == npos ? span.end : found;
}

/// The first CR that no LF follows. CR CR LF is reported at its first CR.
std::size_t bare_cr(std::string_view text, Span span) {
    for (std::size_t at = find_in(text, '\r', span); at < span.end; ++at)
        if (text[at] == '\r' && (at + 1 >= text.size() || text[at + 1] != '\n')) return at;
    return span.end;
}

/// A line without its break that is longer than the format allows, or an empty span.
Span long_line(std::string_view text, Span span) {
    std::size_t at = span.begin;
    while (span.end - at > limits::kLineOctets) {
        // Where a break stands in the window, all lines up to the last one in it are short enough.
        const std::size_t lf = text.substr(at, limits::kLineOctets + 1).rfind('\n');
        if (lf != npos) {
            at += lf + 1;
            continue;
        }
        const Line line = line_at(text.substr(0, span.end), at, LineStyle::lf);
        // Lines that end with CR alone have no length in this sense; they are reported as bare CR.
        if (line.end - line.begin > limits::kLineOctets && find_in(text, '\r', line.span()) == line.end)
            return line.span();
        at = line.next;
    }
    return {};
}

void check_leaf(std::string_view text, const Part& part, std::vector<Anomaly>& anomalies) {
    FirstOfKind first(anomalies, part.id);
    const std::size_t nul = find_in(text, '\0', part.body);
    if (nul < part.body.end) first.add(AnomalyKind::nul_byte, {nul, nul + 1});
    if (part.encoding == TransferEncoding::binary) return;
    const std::size_t cr = bare_cr(text, part.body);
    if (cr < part.body.end) first.add(AnomalyKind::bare_cr, {cr, cr + 1});
    const Span line = long_line(text, part.body);
    if (!line.empty()) first.add(AnomalyKind::body_line_too_long, line, std::to_string(line.size()));
}

/// The first line break that is unlike the first one of the message.
void check_line_ends(std::string_view text, Span span, std::vector<Anomaly>& anomalies) {
    const std::size_t lf = find_in(text, '\n', span);
    if (lf == span.end) return;
    const bool crlf = lf > span.begin && text[lf - 1] == '\r';
    const auto next = [&](std::size_t at) { return find_in(text, '\n', {at + 1, span.end}); };
    for (std::size_t at = next(lf); at < span.end; at = next(at)) {
        if ((text[at - 1] == '\r') == crlf) continue;
        anomalies.push_back({AnomalyKind::mixed_line_ends, {crlf ? at : at - 1, at + 1}, {}, {}});
        return;
    }
}

}  // namespace

void check_bytes(std::string_view text, Message& message) {
    for (const Part& part : message.parts)
        if (part.children.empty()) check_leaf(text, part, message.anomalies);
    check_line_ends(text, message.span, message.anomalies);
}

}  // namespace spamlint
