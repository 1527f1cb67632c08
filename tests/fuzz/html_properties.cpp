#include <algorithm>
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
        const std::string_view source = bytes_at(file, document.text.source(character)),
                               shown = bytes_at(text, character);
        require(holds(source, shown) || holds(source, "&") || shown == "\uFFFD",
                "the bytes behind a character are that character");
    }
}

void write(std::string& out, Span span) {
    out += std::to_string(span.begin) + '-' + std::to_string(span.end) + ' ';
}

/// A text and where each of its bytes comes from.
void write(std::string& out, const MappedText& text) {
    out += text.text() + '\n';
    for (std::size_t at = 0; at < text.size(); ++at) write(out, text.source({at, at + 1}));
    out += '\n';
}

/// What a document is made of, as far as it comes from gumbo's tree.
std::string written(const Document& document) {
    std::string out;
    for (const MappedText* text : {&document.text, &document.title, &document.outlook}) write(out, *text);
    for (const TextRun& run : document.runs) {
        write(out, run.text);
        out += name(run.hiding);
    }
    for (const Link& link : document.links) {
        for (const Span span : {link.element, link.href_source, link.text}) write(out, span);
        out += link.href + '\n';
    }
    for (const Image& image : document.images) {
        for (const Span span : {image.element, image.source_span}) write(out, span);
        write(out, image.alt);
    }
    for (const ActiveContent& active : document.active) write(out, active.span);
    for (const auto& spans : {document.comments, document.after_end, document.background_images}) {
        for (const Span span : spans) write(out, span);
        out += '\n';
    }
    for (const std::size_t place : document.gap_places) write(out, Span{place, place});
    return out;
}

bool is_cut(const Document& document) {
    return std::any_of(document.limits.begin(), document.limits.end(),
                       [](const ReachedLimit& limit) { return limit.name == "tree-size"; });
}

/// A tree that outgrows its memory is cut elsewhere when the text is shorter.
void shortened_reads_the_same(const MappedText& html, const Document& document) {
    HtmlBudget budget;
    const Document whole = parse_html(html, budget, Stretches::whole);
    require(is_cut(document) || is_cut(whole) || written(document) == written(whole),
            "shortened HTML reads as it does at full length");
}

}  // namespace

void html_holds(std::string_view bytes) {
    const Span whole{0, bytes.size()};
    const MappedText html(std::string(bytes), SourceMap::identity(whole));
    HtmlBudget budget;
    const Document document = parse_html(html, budget);
    runs_cover(document);
    spans_lie_in(whole, document);
    characters_come_from_themselves(bytes, document);
    shortened_reads_the_same(html, document);
    document.visible();
    document.hidden();
    document.preheader();
}

}  // namespace spamlint::fuzz
