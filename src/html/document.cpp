#include "html/document.h"

#include <array>

namespace spamlint {
namespace {

bool is_separator(char c) {
    return c == ' ' || c == '\n';
}

/// The runs that `wanted` picks. Separators do not double where runs between were left out; with `parted`, such
/// places part lines. `left_out`, where given, takes the offsets of such places, of comments and of empty elements.
template <class Wanted>
MappedText joined(const Document& document, bool parted, std::vector<std::size_t>* left_out, Wanted wanted) {
    MappedTextBuilder builder(document.text.map());
    const std::string_view text = document.text.text();
    std::size_t end = 0;
    auto place = document.gap_places.begin();
    for (const TextRun& run : document.runs) {
        if (!wanted(run)) continue;
        std::size_t begin = run.text.begin;
        const bool gap = begin != end;
        const bool separated = builder.text().empty() || is_separator(builder.text().back());
        while (separated && begin < run.text.end && is_separator(text[begin])) ++begin;
        if (gap && parted && !separated && !is_separator(text[begin])) builder.append("\n", Span{begin, begin});
        if (left_out) {
            if (gap) left_out->push_back(builder.text().size());
            for (; place != document.gap_places.end() && *place <= run.text.end; ++place)
                if (*place >= begin) left_out->push_back(builder.text().size() + *place - begin);
        }
        builder.append(text.substr(begin, run.text.end - begin), Span{begin, run.text.end});
        end = run.text.end;
    }
    return std::move(builder).build();
}

}  // namespace

std::string_view name(Hiding hiding) {
    static constexpr std::array<std::string_view, 8> kNames{"",          "display-none", "visibility", "opacity",
                                                            "font-size", "colour",       "zero-box",   "offscreen"};
    return kNames[static_cast<std::size_t>(hiding)];
}

std::string_view name(ActiveKind kind) {
    static constexpr std::array<std::string_view, 18> kNames{
        "script", "event-handler", "form",   "input",          "iframe",       "frame",
        "object", "embed",         "applet", "meta-refresh",   "external-css", "base",
        "svg",    "video",         "audio",  "javascript-uri", "import-css",   "link-tag"};
    return kNames[static_cast<std::size_t>(kind)];
}

MappedText Document::visible(std::vector<std::size_t>* left_out) const {
    return joined(*this, false, left_out, [](const TextRun& run) { return run.hiding == Hiding::none; });
}

MappedText Document::hidden() const {
    return joined(*this, true, nullptr,
                  [](const TextRun& run) { return run.hiding != Hiding::none && !run.preheader; });
}

MappedText Document::preheader() const {
    return joined(*this, true, nullptr, [](const TextRun& run) { return run.preheader; });
}

MappedText Document::slice(Span of_text) const {
    const std::size_t begin = std::min(of_text.begin, text.size());
    const std::size_t end = std::clamp(of_text.end, begin, text.size());
    MappedTextBuilder builder(text.map());
    builder.append(std::string_view(text.text()).substr(begin, end - begin), Span{begin, end});
    return std::move(builder).build();
}

}  // namespace spamlint
