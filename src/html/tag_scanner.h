#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// A <style> element: spans of the HTML.
struct StyleBlock {
    Span tag;
    Span content;
};

inline constexpr std::string_view kCdata = "<![CDATA[";

/// Bytes of plain text that are worth a stand-in. See ShortHtml.
inline constexpr std::size_t kShortestStretch = 8;

/// What one linear look at the tags tells before gumbo may have them.
struct TagScan {
    std::size_t tags = 0;        // start tags
    std::size_t stray_tags = 0;  // unknown elements, end tags without start, elements never closed
    std::size_t unclosed_tables = 0;
    bool has_html_tag = false;
    bool has_doctype = false;
    std::size_t html_end = std::string_view::npos;  // behind the first </html> after the last <html>
    std::vector<StyleBlock> styles;
    std::vector<Span> texts;   // of the HTML: between tags, where gumbo is sure to see text, and no raw text either;
                               // those of kShortestStretch and more
    std::vector<Span> excess;  // of the HTML: start and end tags, and attributes, beyond the limits
    Span too_deep, too_many_attributes;  // of the HTML: the first excess of either sort; empty without
};

TagScan scan_tags(std::string_view html);

/// Offset behind the markup that begins with the '<' at `at` (a tag, comment or declaration), at most html.size().
std::size_t markup_end(std::string_view html, std::size_t at);

}  // namespace spamlint
