#include <algorithm>
#include <span>
#include <utility>

#include "html/ascii.h"
#include "html/document.h"
#include "html/document_reader.h"
#include "html/gumbo_tree.h"
#include "html/limits.h"
#include "html/short_html.h"
#include "html/style_sheet.h"
#include "html/tag_scanner.h"

namespace spamlint {
namespace {

/// The HTML with what exceeds the limits overwritten by spaces, so that all offsets stay.
std::string without_excess(std::string_view html, const std::vector<Span>& excess) {
    std::string copy(html);
    for (const Span span : excess)
        for (std::size_t i = span.begin; i < span.end; ++i) copy[i] = ' ';
    return copy;
}

/// The value of a <style> tag's media attribute, "" without one.
std::string_view media_of(std::string_view tag) {
    const std::size_t at = find_lower(tag, "media");
    if (at == tag.npos) return {};
    std::string_view value = trim(tag.substr(at + 5, tag.size() - at - 6));
    if (value.empty() || value.front() != '=') return {};
    value = trim(value.substr(1));
    const bool quoted = !value.empty() && (value.front() == '"' || value.front() == '\'');
    return quoted ? trim(value.substr(1, value.find(value.front(), 1) - 1))
                  : value.substr(0, value.find_first_of(" \t\r\n"));
}

void read_styles(std::string_view html, const std::vector<StyleBlock>& blocks, StyleSheet& sheet, Document& document) {
    for (const StyleBlock& block : blocks) {
        const std::string_view media = media_of(html.substr(block.tag.begin, block.tag.size()));
        if (media.find('(') != media.npos) document.has_media_query = true;
        if (holds_on_screens(media))
            sheet.read(html.substr(block.content.begin, block.content.size()), block.content.begin);
    }
    sheet.index();
}

void note_style_facts(const MappedText& html, const StyleSheet& sheet, Document& document) {
    document.has_media_query = document.has_media_query || sheet.has_media_query();
    for (const Span rule : sheet.imports()) {
        if (document.active.size() >= kMaxActive) break;
        document.active.push_back(
            {ActiveKind::import_css, html.source(rule), html.text().substr(rule.begin, rule.size()), {}, {}});
    }
    for (const StyleDeclaration& declaration : sheet.declarations()) {
        document.designed = document.designed || shows_design(declaration);
        if (!declaration.url.empty()) document.background_images.push_back(html.source(declaration.url));
    }
}

void note_tags(const MappedText& html, const TagScan& scan, Document& document) {
    document.tags = scan.tags;
    document.stray_tags = scan.stray_tags;
    document.unclosed_tables = scan.unclosed_tables;
    document.has_html_tag = scan.has_html_tag;
    document.has_doctype = scan.has_doctype;
    if (!scan.too_deep.empty()) document.limits.push_back({"tag-depth", html.source(scan.too_deep)});
    if (!scan.too_many_attributes.empty())
        document.limits.push_back({"attributes", html.source(scan.too_many_attributes)});
}

/// Whether the words of conditional comments are read too.
enum class Conditional { read, left_out };
Document read_document(const MappedText& html, std::size_t most, Conditional conditional, Stretches stretches);

/// What conditional comments hold, read as HTML of its own. Their own comments are not read again: they cannot nest.
MappedText shown_to_outlook(const MappedText& html, const std::vector<Span>& conditional, Stretches stretches) {
    if (conditional.empty()) return {};
    MappedTextBuilder builder(html.map());
    for (const Span piece : conditional) {
        builder.append(std::string_view(html.text()).substr(piece.begin, piece.size()), piece);
        builder.append("<br>", {piece.end, piece.end});
    }
    return read_document(std::move(builder).build(), kMaxHtmlBytes, Conditional::left_out, stretches).visible();
}

/// Reads what gumbo makes of the source, and returns where conditional comments stand in it. The tree is gone before
/// these are read in their turn.
std::vector<Span> read_tree(const MappedText& html, std::string_view source, std::span<const Span> texts,
                            std::size_t html_end, StyleSheet& sheet, Document& document) {
    const ShortHtml shortened(source, texts);
    const GumboTree tree(shortened.text());
    if (const std::size_t end = shortened.source_at(tree.bytes_read()); end < source.size())
        document.limits.push_back({"tree-size", html.source({end, end + 1})});
    DocumentReader reader(html, shortened, tree, html_end, sheet, document);
    reader.read();
    return reader.conditional();
}

/// The first `most` bytes.
Document read_document(const MappedText& html, std::size_t most, Conditional conditional, Stretches stretches) {
    Document document;
    document.bytes = html.size();
    const auto cut = [&](const char* limit, Span where) { document.limits.push_back({limit, html.source(where)}); };
    std::string_view source = std::string_view(html.text()).substr(0, most);
    if (source.size() < html.size()) cut("html-size", {most, most + 1});
    TagScan scan = scan_tags(source);
    note_tags(html, scan, document);
    std::string copy;
    if (!scan.excess.empty()) source = copy = without_excess(source, std::exchange(scan.excess, {}));

    StyleSheet sheet;
    read_styles(source, scan.styles, sheet, document);
    note_style_facts(html, sheet, document);
    const bool whole = stretches == Stretches::whole;
    const std::vector<Span> comments =
        read_tree(html, source, whole ? std::span<const Span>() : scan.texts, scan.html_end, sheet, document);
    if (conditional == Conditional::read) document.outlook = shown_to_outlook(html, comments, stretches);
    if (sheet.cut() && !scan.styles.empty()) cut("style-rules", scan.styles.front().tag);
    return document;
}

/// Leaves out what the budget has no room for, and takes the rest from it.
template <typename Item>
void keep_within(std::size_t& budget, const char* name, std::vector<Item>& items, Span Item::*place,
                 Document& document) {
    if (items.size() > budget) {
        std::erase_if(document.limits, [&](const ReachedLimit& known) { return known.name == name; });
        document.limits.push_back({name, items[budget].*place});
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(budget), items.end());
        items.shrink_to_fit();
    }
    budget -= items.size();
}

}  // namespace

Document parse_html(const MappedText& html, HtmlBudget& budget, Stretches stretches) {
    Document document = read_document(html, budget.bytes, Conditional::read, stretches);
    budget.bytes -= std::min(budget.bytes, html.size());
    keep_within(budget.links, "links", document.links, &Link::element, document);
    keep_within(budget.images, "images", document.images, &Image::element, document);
    keep_within(budget.active, "active", document.active, &ActiveContent::span, document);
    for (Image& image : document.images)
        if (image.link >= static_cast<int>(document.links.size())) image.link = -1;
    return document;
}

}  // namespace spamlint
