#include "message/message_start.h"

#include "message/ascii.h"

namespace spamlint {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

std::size_t skip_blank_lines(std::string_view text, std::size_t at, LineStyle style) {
    while (at < text.size()) {
        const Line line = line_at(text, at, style);
        if (!ascii::trimmed(line.in(text)).empty()) break;
        at = line.next;
    }
    return at;
}

bool header_begins(std::string_view text, std::size_t at, LineStyle style) {
    if (at >= text.size()) return false;
    const std::string_view line = line_at(text, at, style).in(text);
    return field_colon(line) != std::string_view::npos || is_mbox_line(line);
}

/// Reported as blank lines where a header follows, else left alone.
std::size_t skip_to_header(std::string_view text, std::size_t at, LineStyle style, FirstOfKind& anomalies) {
    const std::size_t after = skip_blank_lines(text, at, style);
    if (after == at || !header_begins(text, after, style)) return at;
    anomalies.add(AnomalyKind::leading_blank_lines, {at, after});
    return after;
}

}  // namespace

bool is_mbox_line(std::string_view line) { return line.starts_with("From ") || line.starts_with(">From "); }

std::size_t find_header(std::string_view text, std::size_t begin, LineStyle style, FirstOfKind& anomalies) {
    std::size_t at = begin;
    if (text.substr(at).starts_with(kBom)) {
        anomalies.add(AnomalyKind::leading_blank_lines, {at, at + kBom.size()}, "byte order mark");
        at += kBom.size();
    }
    at = skip_to_header(text, at, style, anomalies);
    if (at >= text.size()) return at;
    const Line line = line_at(text, at, style);
    if (!is_mbox_line(line.in(text))) return at;
    anomalies.add(AnomalyKind::mbox_line_in_message, line.span());
    return skip_to_header(text, line.next, style, anomalies);
}

}  // namespace spamlint
