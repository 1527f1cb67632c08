#include "message/lines.h"

#include "message/ascii.h"

namespace spamlint {
namespace {

constexpr std::size_t kLongestFieldName = 256;

bool is_name_character(char c) { return c > 32 && c < 127 && c != ':'; }

Line end_at_break(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && !ascii::is_break(text[end])) ++end;
    std::size_t next = end;
    if (next < text.size() && text[next] == '\r') ++next;
    if (next < text.size() && text[next] == '\n' && next - end <= 1) ++next;
    return {begin, end, next};
}

}  // namespace

LineStyle line_style(std::string_view message) {
    const std::size_t cr = message.find('\r');
    if (cr == std::string_view::npos) return LineStyle::lf;
    const std::size_t lf = message.find('\n');
    if (lf == std::string_view::npos) return LineStyle::cr;
    if (lf < cr) return LineStyle::lf;
    const std::size_t after = message.find_first_not_of('\r', cr);
    if (after == lf) return LineStyle::lf;
    // A stray CR in the first line must not break up a message whose lines end with LF.
    const std::string_view following = message.substr(after, kLongestFieldName);
    const bool begins_line = ascii::is_blank(following.front()) || after - cr > 1 ||
                             field_colon(following) != std::string_view::npos;
    return begins_line ? LineStyle::cr : LineStyle::lf;
}

Line line_at(std::string_view text, std::size_t begin, LineStyle style) {
    if (style == LineStyle::cr) return end_at_break(text, begin);
    const std::size_t lf = text.find('\n', begin);
    if (lf == std::string_view::npos) {
        std::size_t end = text.size();
        while (end > begin && text[end - 1] == '\r') --end;
        return {begin, end, text.size()};
    }
    std::size_t end = lf;
    while (end > begin && text[end - 1] == '\r') --end;
    return {begin, end, lf + 1};
}

std::size_t before_break(std::string_view text, std::size_t offset, std::size_t floor) {
    if (offset <= floor) return floor;
    if (text[offset - 1] == '\n') {
        --offset;
        while (offset > floor && text[offset - 1] == '\r') --offset;
    } else if (text[offset - 1] == '\r') {
        --offset;
    }
    return offset;
}

std::size_t field_colon(std::string_view line) {
    std::size_t i = 0;
    while (i < line.size() && i < kLongestFieldName && is_name_character(line[i])) ++i;
    if (i == 0) return std::string_view::npos;
    const std::string_view name = line.substr(0, i);
    while (i < line.size() && ascii::is_blank(line[i])) ++i;
    if (i == line.size() || line[i] != ':') return std::string_view::npos;
    // "http://…" at the top of a body is no field.
    const bool address = line.substr(i).starts_with("://") && (ascii::equal_ignoring_case(name, "http") ||
                                                              ascii::equal_ignoring_case(name, "https"));
    return address ? std::string_view::npos : i;
}

}  // namespace spamlint
