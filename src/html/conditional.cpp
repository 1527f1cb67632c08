#include "html/conditional.h"

#include <algorithm>

#include "html/ascii.h"
#include "html/tag_scanner.h"

namespace spamlint {
namespace {

/// Offset behind the element whose start tag is at `at`, `html.size()` where it does not end; npos for any other.
std::size_t element_end(std::string_view html, std::size_t at, std::string_view start, std::string_view end) {
    if (!starts_lower(html.substr(at), start)) return std::string_view::npos;
    const std::size_t found = find_lower(html, end, at);
    return found == std::string_view::npos ? html.size() : std::min(html.find('>', found), html.size() - 1) + 1;
}

/// Whether a letter or digit stands between tags; entities stand mostly for spaces.
bool has_words(std::string_view html) {
    for (std::size_t at = 0; at < html.size();) {
        const char c = html[at];
        if (c == '<') {
            const std::size_t style = element_end(html, at, "<style", "</style");
            at = style != std::string_view::npos ? style : std::max(at + 1, markup_end(html, at));
        } else if (c == '&') {
            ++at;
            while (at < html.size() && (ascii::is_alnum(html[at]) || html[at] == '#')) ++at;
        } else if (ascii::is_alnum(c) || static_cast<unsigned char>(c) >= 0x80) {
            return true;
        } else {
            ++at;
        }
    }
    return false;
}

}  // namespace

bool is_conditional(std::string_view data) {
    data = trim(data);
    return starts_lower(data, "[if") || starts_lower(data, "[endif") || starts_lower(data, "<![endif") ||
           starts_lower(data, "<![if");
}

void read_conditional(std::string_view html, Span comment, std::vector<Span>& pieces) {
    const std::string_view text = html.substr(comment.begin, comment.size());
    const std::size_t condition = text.find("]>");
    const std::size_t end = text.rfind("<![");
    if (!text.starts_with("<!--") || condition == text.npos || end == text.npos || end < condition + 2) return;
    for (std::size_t at = condition + 2; at < end;) {
        const std::size_t settings = std::min(find_lower(text, "<xml", at), end);
        const Span piece{comment.begin + at, comment.begin + settings};
        if (has_words(html.substr(piece.begin, piece.size()))) pieces.push_back(piece);
        if (settings == end) return;
        at = element_end(text, settings, "<xml", "</xml");
    }
}

}  // namespace spamlint
