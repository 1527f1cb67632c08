#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "html/document.h"

namespace spamlint {

/// HTML that stands in its file from offset 0 on, as written.
inline MappedText as_file(std::string html) {
    const std::size_t size = html.size();
    return MappedText(std::move(html), SourceMap::identity({0, size}));
}

inline Document parsed(std::string html) {
    HtmlBudget budget;
    return parse_html(as_file(std::move(html)), budget);
}

/// The source bytes of a stretch of the file.
inline std::string cut(std::string_view html, Span span) {
    return std::string(html.substr(span.begin, span.size()));
}

/// The source bytes behind a word of a text, "-" when the word is not there.
inline std::string source_of(std::string_view html, const MappedText& text, std::string_view word) {
    const std::size_t at = text.text().find(word);
    return at == std::string::npos ? "-" : cut(html, text.source({at, at + word.size()}));
}

/// Why "secret" is hidden, "" when it shows, "-" when it is not in the text.
inline std::string why_hidden(const Document& document) {
    const std::size_t at = document.text.text().find("secret");
    for (const TextRun& run : document.runs)
        if (run.text.contains(at)) return std::string(name(run.hiding));
    return "-";
}
inline std::string why_hidden(const std::string& html) {
    return why_hidden(parsed(html));
}

}  // namespace spamlint
