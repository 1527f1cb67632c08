#pragma once

#include <string>
#include <vector>

#include "html/aligned_text.h"
#include "html/attributes.h"
#include "html/document.h"
#include "html/gumbo_tree.h"
#include "html/short_html.h"
#include "html/style.h"
#include "html/style_sheet.h"
#include "html/tag_scanner.h"
#include "html/text_writer.h"

namespace spamlint {

/// Walks gumbo's tree once, in document order, without recursion, and fills a Document.
class DocumentReader {
public:
    /// `tree` is made of `shortened`, which is made of a text that is html.text(), offset for offset; `html_end` is the
    /// offset behind its </html>, npos without one.
    DocumentReader(const MappedText& html, const ShortHtml& shortened, const GumboTree& tree, std::size_t html_end,
                   StyleSheet& sheet, Document& document)
        : html_(html),
          short_(shortened),
          tree_(tree),
          source_(shortened.html()),
          html_end_(html_end),
          sheet_(sheet),
          document_(document),
          writer_(html.map()) {}

    void read();
    /// Stretches of the HTML with words in conditional comments.
    const std::vector<Span>& conditional() const { return conditional_; }

private:
    struct Frame {
        const GumboNode* node = nullptr;
        const GumboVector* children = nullptr;
        unsigned next = 0;
        Style style;
        int link = -1;  // index of the link that this element is, or is inside of
        bool opens_link = false;
        std::size_t link_text = 0;  // size of the text where the link began
    };

    // document_reader.cpp: the walk and the text
    void enter(const GumboNode& node);
    void leave();
    void element(const GumboNode& node);
    void text(const GumboText& node);
    void note_after_end(Span piece, std::size_t begin);
    void comment(const GumboText& node);
    void title(const GumboElement& element);
    Style style_of(const GumboElement& element, const Attributes& attributes);
    void part(const GumboElement& element, const Style& style, std::size_t at);
    void note_look(const GumboElement& element, const Attributes& attributes);
    void note_background_images(const Attributes& attributes);
    void mark_preheader();

    // element_facts.cpp: what elements are
    void open_link(const GumboNode& node, const Attributes& attributes, Frame& frame);
    void close_link(const Frame& frame);
    void image(const GumboElement& element, const Attributes& attributes, const Frame& frame);
    void active_element(const GumboElement& element, const Attributes& attributes);
    void active_attributes(const GumboElement& element);
    void add_active(ActiveKind kind, Span of_html, std::string_view detail, std::string type = {},
                    std::string_view code = {});
    void mark_hidden_links();
    Link* new_link(const GumboElement& element, const GumboAttribute& href);

    Span tag_span(const GumboElement& element) const { return span_of(element.original_tag); }
    Span span_of(const GumboStringPiece& piece) const { return short_.source(tree_.span_of(piece)); }
    Span value_span(const GumboAttribute& attribute) const;
    Span attribute_span(const GumboAttribute& attribute) const;
    Span file(Span of_html) const { return html_.source(of_html); }
    void limit(const char* name, Span of_html);

    const MappedText& html_;
    const ShortHtml& short_;
    const GumboTree& tree_;
    std::string_view source_;
    std::size_t html_end_;
    bool in_after_end_ = false;  // the last text stands behind </html>
    StyleSheet& sheet_;
    Document& document_;
    TextWriter writer_;
    std::vector<Frame> frames_;
    std::vector<ElementKey> path_;
    std::vector<MatchedRule> matched_;
    std::vector<StyleDeclaration> inline_, hints_;
    std::vector<Span> conditional_;
    std::vector<std::size_t> link_offsets_;  // of the HTML, one for each link
    std::size_t read_to_ = 0;                // end of the last thing read, of the HTML
    std::size_t largest_comment_ = 0;
    bool has_link_colour_ = false;
    Colour link_colour_;
};

}  // namespace spamlint
