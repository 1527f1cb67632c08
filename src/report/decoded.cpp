#include "report/decoded.h"

#include <algorithm>
#include <string>

namespace spamlint {
namespace {

constexpr std::size_t context_bytes = 600;  // on either side: more than a line of a terminal shows

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string without_space(std::string_view text) {
    std::string kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [](char c) { return !is_space(c); });
    return kept;
}

const std::string& decoded_text(const Finding& finding) {
    return finding.raw.empty() ? finding.text : finding.raw;
}

/// Where the finding stands in a decoded text.
struct Place {
    const MappedText* text;
    Span span;
};

/// Units of an encoding are coarser than letters (four base64 letters make three bytes): the exact place is near by.
std::optional<Place> place_in(const ScopedText& scoped, const Finding& finding) {
    const Span source = scoped.text.source();
    if (!source.contains(finding.span)) return std::nullopt;
    const std::string& wanted = decoded_text(finding);
    const std::size_t near = scoped.text.derived_at(finding.span.begin);
    const std::size_t found = scoped.text.text().find(wanted, near);
    if (found != std::string::npos && found <= near + 8) return Place{&scoped.text, {found, found + wanted.size()}};
    return std::nullopt;
}

std::optional<Place> find_place(const LintedMessage& message, const Finding& finding) {
    if (!message.content || decoded_text(finding).empty()) return std::nullopt;
    const std::optional<Scope> scope = scope_by_name(finding.in);
    if (!scope) return std::nullopt;
    for (const ScopedText& scoped : message.content->texts) {
        if (scoped.scope != *scope || scoped.part != finding.part) continue;
        if (const auto place = place_in(scoped, finding)) return place;
    }
    return std::nullopt;
}

/// One line of the text around the place: from the line break before to the one behind.
Excerpt around(const Place& place, std::size_t width) {
    const std::string_view text = place.text->text();
    std::size_t begin = text.rfind('\n', place.span.begin);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    begin = std::max(begin, place.span.begin > context_bytes ? place.span.begin - context_bytes : 0);
    begin = std::min(begin, place.span.begin);
    std::size_t end = std::min(text.find('\n', place.span.end), text.size());
    end = std::min(end, place.span.end + context_bytes);
    std::string line(text.substr(begin, end - begin));
    std::replace_if(line.begin(), line.end(), is_space, ' ');
    return excerpt(line, {place.span.begin - begin, place.span.end - begin}, width);
}

}  // namespace

bool is_encoded(const LintedMessage& message, const Finding& finding) {
    if (finding.span.end > message.file.size()) return false;
    const std::string_view raw = message.file.substr(finding.span.begin, finding.span.size());
    const std::string text = without_space(decoded_text(finding));
    return !text.empty() && without_space(raw).find(text) == std::string::npos;
}

std::optional<Excerpt> decoded_line(const LintedMessage& message, const Finding& finding, std::size_t width) {
    const auto place = find_place(message, finding);
    return place ? std::optional(around(*place, width)) : std::nullopt;
}

Excerpt decoded_excerpt(const LintedMessage& message, const Finding& finding, std::size_t width) {
    if (auto line = decoded_line(message, finding, width)) return *line;
    std::string text = decoded_text(finding);
    std::replace_if(text.begin(), text.end(), is_space, ' ');
    return excerpt(text, {0, text.size()}, width);
}

}  // namespace spamlint
