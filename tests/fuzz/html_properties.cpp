#include <string>

#include "fuzz/properties.h"
#include "fuzz/stretches.h"
#include "html/document.h"

namespace spamlint::fuzz {
namespace {

void runs_cover(const Document& document) {
    std::size_t covered = 0;
    for (const TextRun& run : document.runs) {
        require(run.text.begin == covered && run.text.end >= covered, "runs follow one another");
        covered = run.text.end;
    }
    require(covered == document.text.size(), "the runs cover the text");
}

void spans_lie_in(Span whole, const Document& document) {
    require(whole.contains(document.text.source()), "the text comes from the file");
    for (const Link& link : document.links) {
        require(whole.contains(link.element) && whole.contains(link.href_source), "a link lies in the file");
        require(link.text.end <= document.text.size(), "a link's text lies in the text");
    }
    for (const Image& image : document.images) {
        require(whole.contains(image.element) && whole.contains(image.source_span), "an image lies in the file");
        require(image.alt.empty() || whole.contains(image.alt.source()), "an image's alt comes from the file");
        require(image.link < static_cast<int>(document.links.size()), "an image's link is one");
    }
    for (const ActiveContent& active : document.active) require(whole.contains(active.span), "active lies in the file");
    for (const Span comment : document.comments) require(whole.contains(comment), "a comment lies in the file");
    for (const Span image : document.background_images) require(whole.contains(image), "a background lies in the file");
}

/// A character of the text stands in the file as itself or as a reference (HTML 13.1.4). U+FFFD stands for NUL and for
/// what is no UTF-8, which no part's text holds.
void characters_come_from_themselves(std::string_view file, const Document& document) {
    const std::string& text = document.text.text();
    for (const Span character : stretches(text, 1)) {
        const std::string_view source = bytes_at(file, document.text.source(character)), shown = bytes_at(text, character);
        require(holds(source, shown) || holds(source, "&") || shown == "\uFFFD",
                "the bytes behind a character are that character");
    }
}

}  // namespace

void html_holds(std::string_view bytes) {
    const Span whole{0, bytes.size()};
    const MappedText html(std::string(bytes), SourceMap::identity(whole));
    const Document document = parse_html(html);
    runs_cover(document);
    spans_lie_in(whole, document);
    characters_come_from_themselves(bytes, document);
    document.visible();
    document.hidden();
    document.preheader();
}

}  // namespace spamlint::fuzz
