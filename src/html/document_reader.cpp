#include "html/document_reader.h"

#include <algorithm>

#include "html/ascii.h"
#include "html/conditional.h"
#include "html/fillers.h"

namespace spamlint {
namespace {

/// Elements whose content is no text of the mail: what clients run, load or never show.
bool shows_nothing(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_TITLE:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_NOEMBED:
        case GUMBO_TAG_NOFRAMES:
        case GUMBO_TAG_DATALIST:
        case GUMBO_TAG_DESC:
        case GUMBO_TAG_RP:
            return true;
        default:
            return false;
    }
}

/// Elements that are nothing without content: f<b></b>ree.
bool is_emphasis(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_A:
        case GUMBO_TAG_B:
        case GUMBO_TAG_BIG:
        case GUMBO_TAG_EM:
        case GUMBO_TAG_FONT:
        case GUMBO_TAG_I:
        case GUMBO_TAG_S:
        case GUMBO_TAG_SMALL:
        case GUMBO_TAG_SPAN:
        case GUMBO_TAG_STRONG:
        case GUMBO_TAG_U:
        case GUMBO_TAG_UNKNOWN:
            return true;
        default:
            return false;
    }
}

const GumboVector* children_of(const GumboNode& node) {
    return node.type == GUMBO_NODE_DOCUMENT ? &node.v.document.children : &node.v.element.children;
}

Markup markup_in(GumboTag tag) {
    if (tag == GUMBO_TAG_XMP || tag == GUMBO_TAG_PLAINTEXT) return Markup::raw;
    return tag == GUMBO_TAG_TEXTAREA ? Markup::literal : Markup::skipped;
}

}  // namespace

void DocumentReader::read() {
    if (!tree_.document()) return;
    Frame frame;
    frame.node = tree_.document();
    frame.children = children_of(*frame.node);
    writer_.set_style(frame.style);
    frames_.push_back(frame);
    while (!frames_.empty()) {
        Frame& top = frames_.back();
        if (top.next < top.children->length)
            enter(*static_cast<const GumboNode*>(top.children->data[top.next++]));
        else
            leave();
    }
    document_.runs = writer_.take_runs();
    document_.text = std::move(writer_).build();
    mark_preheader();
    mark_hidden_links();
}

void DocumentReader::enter(const GumboNode& node) {
    switch (node.type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE:
            return text(node.v.text);
        case GUMBO_NODE_COMMENT:
            return comment(node.v.text);
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE:
            return element(node);
        default:
            return;
    }
}

void DocumentReader::element(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    const Attributes attributes = find_attributes(element.attributes);
    const Span tag = tag_span(element);
    if (!tag.empty()) read_to_ = std::max(read_to_, tag.end);
    path_.push_back({element.tag, value_of(attributes.id), value_of(attributes.classes),
                     element.tag == GUMBO_TAG_A && attributes.href});
    Frame frame;
    frame.node = &node;
    frame.children = shows_nothing(element.tag) ? &kGumboEmptyVector : &element.children;
    frame.style = style_of(element, attributes);
    if (element.tag == GUMBO_TAG_TEMPLATE) frame.style.box = Hiding::display_none;  // whatever its style says
    frame.link = frames_.back().link;
    note_look(element, attributes);
    if (!is_clone(node)) {  // clones repeat their original's offsets
        note_background_images(attributes);
        active_element(element, attributes);
        active_attributes(element);
    }
    if (element.tag == GUMBO_TAG_TITLE && element.tag_namespace == GUMBO_NAMESPACE_HTML) title(element);
    part(element, frame.style, tag.empty() ? read_to_ : tag.begin);
    writer_.set_style(frame.style);
    open_link(node, attributes, frame);
    image(element, attributes, frame);
    frames_.push_back(frame);
}

void DocumentReader::leave() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    if (frame.node->type == GUMBO_NODE_DOCUMENT) return;
    path_.pop_back();
    const GumboElement& element = frame.node->v.element;
    if (const Span end = span_of(element.original_end_tag); !end.empty()) read_to_ = std::max(read_to_, end.end);
    if (frame.opens_link) close_link(frame);
    if (frame.children->length == 0 && is_emphasis(element.tag)) document_.gap_places.push_back(writer_.size());
    part(element, frame.style, read_to_);
    writer_.set_style(frames_.back().style);
}

/// What stands on lines of its own parts the text before and after it, cells part words.
void DocumentReader::part(const GumboElement& element, const Style& style, std::size_t at) {
    if (style.display == Keyword::inline_box || style.display == Keyword::inline_block ||
        style.display == Keyword::hidden)
        return;
    if (style.display == Keyword::block_box || element.tag == GUMBO_TAG_BR || is_block(element.tag))
        return writer_.part_line(at);
    if (element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH) writer_.part_word(at);
}

Style DocumentReader::style_of(const GumboElement& element, const Attributes& attributes) {
    const Style& parent = frames_.back().style;
    const bool link = path_.back().link;
    hints_.clear();
    inline_.clear();
    presentational_hints(element.tag, attributes, hints_);
    if (link && has_link_colour_) {
        hints_.emplace_back();
        hints_.back().property = Property::colour;
        hints_.back().colour = link_colour_;
    }
    if (attributes.style) read_declarations(attributes.style->value, inline_);
    sheet_.match(path_, matched_);
    if (hints_.empty() && inline_.empty() && matched_.empty()) return default_style(parent, element.tag, link);
    Cascade cascade;
    cascade.apply(hints_, false);
    for (const MatchedRule& rule : matched_) cascade.apply(rule.declarations, false);
    cascade.apply(inline_, false);
    for (const MatchedRule& rule : matched_) cascade.apply(rule.declarations, true);
    cascade.apply(inline_, true);
    return computed_style(parent, element.tag, link, cascade);
}

/// The signs of a designed mail, its language and the colour of its links.
void DocumentReader::note_look(const GumboElement& element, const Attributes& attributes) {
    bool designed = attributes.bgcolor || attributes.background || element.tag == GUMBO_TAG_TABLE ||
                    element.tag == GUMBO_TAG_IMG || element.tag == GUMBO_TAG_CENTER;
    for (const StyleDeclaration& declaration : inline_) designed = designed || shows_design(declaration);
    document_.designed = document_.designed || designed;
    if (element.tag == GUMBO_TAG_HTML) document_.lang = trim(value_of(attributes.lang));
    if (element.tag != GUMBO_TAG_BODY || !attributes.link) return;
    if (const auto colour = attribute_colour(attributes.link->value)) {
        link_colour_ = *colour;
        has_link_colour_ = true;
    }
}

void DocumentReader::note_background_images(const Attributes& attributes) {
    if (!trim(value_of(attributes.background)).empty())
        document_.background_images.push_back(file(value_span(*attributes.background)));
    for (const StyleDeclaration& declaration : inline_) {
        if (declaration.url.empty()) continue;
        // Offsets of the decoded value are those of the source unless it holds entities.
        const Span value = value_span(*attributes.style);
        const bool literal = value.size() == value_of(attributes.style).size();
        document_.background_images.push_back(
            file(literal ? Span{value.begin + declaration.url.begin, value.begin + declaration.url.end} : value));
    }
}

void DocumentReader::text(const GumboText& node) {
    const Span raw = tree_.span_of(node.original_text);  // of what gumbo read
    if (raw.empty()) return;
    const GumboNode* parent = frames_.back().node;
    const bool known = parent->type != GUMBO_NODE_DOCUMENT && parent->v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
    const GumboTag tag = known ? parent->v.element.tag : GUMBO_TAG_UNKNOWN;
    const TakePiece take = [this](const AlignedPiece& piece) {
        const std::size_t begin = writer_.size();
        writer_.write(piece);
        note_after_end(piece.source, begin);
    };
    PieceJoiner joined(take);
    align(tree_.html().substr(raw.begin, raw.size()), raw.begin, node.text, markup_in(tag),
          [&](const AlignedPiece& piece) { short_.restore(piece, joined); });
    joined.finish();
    read_to_ = std::max(read_to_, short_.source_at(raw.end));
}

/// What stands behind </html>, which clients show all the same. `begin` is where the piece's text begins; gumbo merges
/// text before and behind the end tag into one node, but never one piece.
void DocumentReader::note_after_end(Span piece, std::size_t begin) {
    while (begin < writer_.size() && (writer_.at(begin) == ' ' || writer_.at(begin) == '\n')) ++begin;
    if (begin == writer_.size()) return;
    const bool after = piece.begin >= html_end_;
    if (after && in_after_end_)
        document_.after_end.back().end = writer_.size();
    else if (after)
        document_.after_end.push_back({begin, writer_.size()});
    in_after_end_ = after;
}

void DocumentReader::comment(const GumboText& node) {
    const Span raw = span_of(node.original_text);
    read_to_ = std::max(read_to_, raw.end);
    const bool remark = source_.substr(raw.begin, raw.size()).starts_with("<!--");  // not <?xml …>, <!…>
    if (remark) document_.gap_places.push_back(writer_.size());
    if (is_conditional(node.text)) {
        document_.has_mso_conditional = true;
        read_conditional(source_, raw, conditional_);
        return;
    }
    if (!remark) return;
    document_.comments.push_back(file(raw));
    if (raw.size() <= largest_comment_) return;
    largest_comment_ = raw.size();
    document_.largest_comment = document_.comments.back();
}

/// Raw text, which is never shortened.
void DocumentReader::title(const GumboElement& element) {
    if (!document_.title.empty() || element.children.length == 0) return;
    const auto& child = *static_cast<const GumboNode*>(element.children.data[0]);
    if (child.type != GUMBO_NODE_TEXT) return;
    const Span raw = span_of(child.v.text.original_text);
    document_.title = collapsed_text(source_.substr(raw.begin, raw.size()), raw.begin, child.v.text.text,
                                     Markup::literal, html_.map());
}

/// Hidden text in front of all that is seen shows beside the subject in the list of mails: senders may do that.
void DocumentReader::mark_preheader() {
    const std::string_view text = document_.text.text();
    for (TextRun& run : document_.runs) {
        if (run.hiding != Hiding::none)
            run.preheader = true;
        else if (!only_fillers(text.substr(run.text.begin, run.text.size())))
            return;
    }
}

/// Without its quotes; an absent value is empty behind the name.
Span DocumentReader::value_span(const GumboAttribute& attribute) const {
    Span span = span_of(attribute.original_value);
    const std::size_t name_end = span_of(attribute.original_name).end;
    if (span.empty()) return {name_end, name_end};
    const char quote = source_[span.begin];
    if (quote != '"' && quote != '\'') return span;
    ++span.begin;
    if (span.size() > 0 && source_[span.end - 1] == quote) --span.end;
    return span;
}

Span DocumentReader::attribute_span(const GumboAttribute& attribute) const {
    const Span name = span_of(attribute.original_name), value = span_of(attribute.original_value);
    return value.empty() ? name : hull(name, value);
}

void DocumentReader::limit(const char* name, Span of_html) {
    const auto known = [name](const ReachedLimit& limit) { return limit.name == name; };
    if (std::none_of(document_.limits.begin(), document_.limits.end(), known))
        document_.limits.push_back({name, file(of_html)});
}

}  // namespace spamlint
