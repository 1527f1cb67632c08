#include "facts/code_points.h"
#include "facts/measure.h"
#include "span/utf8.h"

namespace spamlint {
namespace {

constexpr std::size_t longest_tag = 200;  // bytes of a cause: the place, not the whole
constexpr std::size_t first_words = 60;

/// Not inside a character.
std::size_t character_edge(std::string_view text, std::size_t at) {
    while (utf8::inside_character(text, at)) ++at;
    return std::min(at, text.size());
}

}  // namespace

std::vector<Span> field_cause(const Content& content, std::string_view field) {
    const HeaderField* found = content.message.header().find(field);
    if (content.is_template() || !found) return {};
    return {found->span};
}

std::vector<Span> subject_cause(const Content& content) {
    const HeaderField* found = content.message.header().find("subject");
    if (content.is_template() || !found) return {};
    return {found->value};
}

std::vector<Span> html_cause(const Content& content) {
    const Body* body = content.html_body();
    if (!body) return {};
    const std::string& html = body->source.text();
    const std::size_t begin = html.find('<');
    if (begin == std::string::npos) return {};
    const std::size_t close = html.find('>', begin);
    const std::size_t end = std::min(close == std::string::npos ? html.size() : close + 1, begin + longest_tag);
    return {body->source.source({begin, character_edge(html, end)})};
}

std::vector<Span> shown_cause(const Content& content) {
    const Body* body = content.shown_body();
    if (!body || body->visible.empty()) return {};
    const std::string& text = body->visible.text();
    const std::size_t begin = std::min(text.find_first_not_of(" \n"), text.size());
    const std::size_t line = std::min(text.find('\n', begin), text.size());
    return {body->visible.source({begin, character_edge(text, std::min(line, begin + first_words))})};
}

Span part_place(const Part& part) {
    if (const HeaderField* type = part.header.find("content-type")) return type->span;
    return part.header.span.empty() ? part.span : part.header.span;
}

std::vector<Span> character_causes(const MappedText& text, const std::function<bool(char32_t)>& wanted) {
    std::vector<Span> found;
    const std::string& characters = text.text();
    for (std::size_t at = 0; at < characters.size();) {
        const std::size_t begin = at;
        if (!wanted(next_code_point(characters, at))) continue;
        if (!found.empty() && found.back().end == begin)
            found.back().end = at;
        else if (found.size() == max_causes)
            break;
        else
            found.push_back({begin, at});
    }
    return mapped(text, found);
}

std::vector<Span> mapped(const MappedText& text, const std::vector<Span>& spans) {
    std::vector<Span> found;
    for (std::size_t i = 0; i < spans.size() && i < max_causes; ++i) found.push_back(text.source(spans[i]));
    return found;
}

Fact fact_of(const Occurrences& found, const MappedText& text) {
    return fact_of(found.count, mapped(text, found.first));
}

std::vector<Span> link_causes(const Survey& survey, const std::function<bool(const Target&)>& wanted) {
    std::vector<Span> found;
    for (const Target& target : survey.links()) {
        if (found.size() == max_causes) break;
        if (wanted(target)) found.push_back(target.span);
    }
    return found;
}

}  // namespace spamlint
