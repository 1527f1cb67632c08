#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "html/limits.h"
#include "span/mapped_text.h"

namespace spamlint {

/// Why a reader does not see a text. Styles are inherited; a child that sets a normal value is visible again.
enum class Hiding : std::uint8_t {
    none,
    display_none,  // display:none, the hidden attribute, mso-hide:all alone is not enough
    visibility,    // visibility:hidden or collapse
    opacity,       // opacity below 0.1
    font_size,     // 2px or less
    colour,        // foreground on a like background (contrast ratio below 1.3, red, green and blue less than 96 apart)
    zero_box,      // height, width, max-height or line-height of 0 with overflow hidden, or scaled or turned to nothing
    offscreen,     // negative offset or text-indent beyond 500px, clip rectangle of nothing, letters upon one another
};
std::string_view name(Hiding hiding);  // "display-none", "font-size", …; "" for none

/// A stretch of one text with the same style.
struct TextRun {
    Span text;  // of Document::text
    Hiding hiding = Hiding::none;
    double font_px = 16;
    std::uint32_t colour = 0x000000;
    std::uint32_t background = 0xffffff;
    bool colours_known = true;  // false for a link's default colour and over an image
    bool reversed = false;      // Latin letters are shown from right to left
    bool preheader = false;     // hidden, and before the first visible text of the body
};

struct Link {
    Span element;      // of the file: <a …> to </a>
    Span href_source;  // of the file: the attribute's value
    std::string href;  // decoded, trimmed
    Span text;         // of Document::text; empty for an image link
    bool hidden = false;
    bool has_image = false;
};

struct Image {
    Span element;        // of the file: the tag
    Span source_span;    // of the file: the value of src
    std::string source;  // src, decoded; data: URIs cut to their first 64 bytes
    std::size_t source_bytes = 0;
    MappedText alt;
    bool has_alt = false;
    double width = -1, height = -1;  // px, from attributes or styles; -1 unknown
    int link = -1;                   // index into Document::links
    bool hidden = false;
};

enum class ActiveKind : std::uint8_t {
    script,
    event_handler,
    form,
    input,
    iframe,
    frame,
    object,
    embed,
    applet,
    meta_refresh,
    external_css,
    base,
    svg,
    video,
    audio,
    javascript_uri,
    import_css,
    link_tag,
};
std::string_view name(ActiveKind kind);

/// Something that mail programs remove or filters hold against a mail.
struct ActiveContent {
    ActiveKind kind;
    Span span;           // of the file: the tag, attribute or rule
    std::string detail;  // the attribute's name, the form's action
    std::string type;    // of a script: the media type it names, lower case, without parameters
    std::string code;    // of an attribute: the first 100 bytes of its value
};

/// What was cut: "html-size", "tag-depth", "attributes", "tree-size", "style-rules", "links", "images", "active".
struct ReachedLimit {
    std::string name;
    Span where;  // of the file: the first thing that was cut
};

/// One HTML part as a reader and a filter see it. Every span named "of the file" is raw bytes; `text` maps there.
struct Document {
    MappedText text;            // all text in order, hidden runs included; blocks parted by "\n", white space collapsed
    std::vector<TextRun> runs;  // cover `text` without gaps
    MappedText title;
    std::vector<Link> links;
    std::vector<Image> images;
    std::vector<ActiveContent> active;
    std::vector<Span> comments;           // of the file, conditional comments left out
    std::vector<std::size_t> gap_places;  // offsets of `text` with a comment or an element that holds nothing
    std::vector<Span> after_end;          // of `text`: what stands behind </html>
    MappedText outlook;                   // what conditional comments show to Outlook alone
    std::vector<Span> background_images;  // of the file
    std::string lang;                     // of <html lang>
    bool has_html_tag = false;
    bool has_doctype = false;
    bool has_mso_conditional = false;
    bool has_media_query = false;
    bool designed = false;  // a table, image, background, border-radius or <center>: no hand-written letter
    std::size_t bytes = 0;  // of the HTML, decoded
    std::size_t tags = 0;
    std::size_t stray_tags = 0;  // unknown elements, end tags without start, elements never closed
    std::size_t unclosed_tables = 0;
    Span largest_comment;
    std::vector<ReachedLimit> limits;  // each once

    /// `left_out`, where given, takes the offsets of the visible text at which hidden text, a comment or an empty
    /// element is left out.
    MappedText visible(std::vector<std::size_t>* left_out = nullptr) const;
    MappedText hidden() const;     // without the preheader
    MappedText preheader() const;  // hidden preheader, else empty
    /// A stretch of `text` as a text of its own, e.g. a link's.
    MappedText slice(Span of_text) const;
};

/// Whether stretches of plain text are shortened for gumbo, see ShortHtml. It makes no difference but in time: the
/// tests hold one against the other.
enum class Stretches { shortened, whole };

/// What the HTML of a message may still hold: its parts share the limits.
struct HtmlBudget {
    std::size_t bytes = kMaxHtmlBytes, links = kMaxLinks, images = kMaxImages, active = kMaxActive;
};

/// Reads HTML of any quality. `html` is decoded text that maps to the file. What is beyond the budget is left out.
Document parse_html(const MappedText& html, HtmlBudget& budget, Stretches stretches = Stretches::shortened);

}  // namespace spamlint
