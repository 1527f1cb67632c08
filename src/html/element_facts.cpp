#include <algorithm>

#include "html/ascii.h"
#include "html/css_values.h"
#include "html/document_reader.h"
#include "html/limits.h"

namespace spamlint {
namespace {

constexpr std::size_t kDataUriShown = 64;
constexpr std::size_t kCodeShown = 100;
constexpr std::size_t kShortestHandler = 5;  // oncut

/// As the URL standard reads an attribute: no white space around, no tabs or line ends inside.
std::string trimmed_url(std::string_view value) {
    while (!value.empty() && static_cast<unsigned char>(value.front()) <= ' ') value.remove_prefix(1);
    while (!value.empty() && static_cast<unsigned char>(value.back()) <= ' ') value.remove_suffix(1);
    std::string url;
    url.reserve(value.size());
    for (const char c : value)
        if (c != '\t' && c != '\n' && c != '\r') url += c;
    return url;
}

/// Scripts in place of an address; white space and control characters before the scheme are ignored by browsers.
bool is_script_uri(std::string_view value) {
    while (!value.empty() && static_cast<unsigned char>(value.front()) <= ' ') value.remove_prefix(1);
    return starts_lower(value, "javascript:") || starts_lower(value, "vbscript:");
}

/// "Application/LD+JSON; charset=utf-8" names application/ld+json.
std::string media_type(const GumboAttribute* type) {
    const std::string_view value = value_of(type);
    return ascii::lowered(trim(value.substr(0, value.find(';'))));
}

std::string_view code_of(const GumboAttribute& attribute) {
    return trim(attribute.value).substr(0, kCodeShown);
}

bool takes_uri(std::string_view attribute) {
    return attribute == "href" || attribute == "src" || attribute == "action" || attribute == "formaction" ||
           attribute == "background" || attribute == "data";
}

/// A size in px of width="600" or "600px"; percentages say nothing.
double attribute_px(const GumboAttribute* attribute) {
    std::string_view value = trim(value_of(attribute));
    const auto number = leading_number(value);
    if (!number || *number < 0 || (!value.empty() && value.front() == '%')) return -1;
    return *number;
}

}  // namespace

Link* DocumentReader::new_link(const GumboElement& element, const GumboAttribute& href) {
    if (document_.links.size() >= kMaxLinks) {
        limit("links", tag_span(element));
        return nullptr;
    }
    Link& link = document_.links.emplace_back();
    link_offsets_.push_back(tag_span(element).begin);
    link.element = file(tag_span(element));
    link.href_source = file(value_span(href));
    link.href = trimmed_url(href.value);
    return &link;
}

/// An <a> that was split over blocks comes back as clones at the same offset: they are one link.
void DocumentReader::open_link(const GumboNode& node, const Attributes& attributes, Frame& frame) {
    const GumboElement& element = node.v.element;
    if (!attributes.href || (element.tag != GUMBO_TAG_A && element.tag != GUMBO_TAG_AREA)) return;
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML) return;
    frame.link_text = writer_.size();
    if (is_clone(node)) {
        const auto found = std::find(link_offsets_.rbegin(), link_offsets_.rend(), tag_span(element).begin);
        if (found == link_offsets_.rend()) return;
        frame.link = static_cast<int>(std::distance(found, link_offsets_.rend())) - 1;
    } else {
        Link* link = new_link(element, *attributes.href);
        if (!link) return;
        frame.link = static_cast<int>(document_.links.size()) - 1;
        link->hidden = box_hiding(frame.style) != Hiding::none;
        link->text = {writer_.size(), writer_.size()};
    }
    frame.opens_link = true;
}

void DocumentReader::close_link(const Frame& frame) {
    Link& link = document_.links[static_cast<std::size_t>(frame.link)];
    const GumboElement& element = frame.node->v.element;
    if (element.tag == GUMBO_TAG_AREA) return;
    const Span tag = tag_span(element), end = span_of(element.original_end_tag);
    link.element = hull(link.element, file({tag.begin, std::max({tag.end, end.end, end.empty() ? read_to_ : 0})}));
    Span text{frame.link_text, writer_.size()};
    while (!text.empty() && (writer_.at(text.begin) == ' ' || writer_.at(text.begin) == '\n')) ++text.begin;
    if (!text.empty()) link.text = link.text.empty() ? text : hull(link.text, text);
}

/// A link is hidden with its box, or when all its text is and it shows no image.
void DocumentReader::mark_hidden_links() {
    std::vector<std::size_t> seen_before{0};  // bytes of visible text in front of each run
    for (const TextRun& run : document_.runs)
        seen_before.push_back(seen_before.back() + (run.hiding == Hiding::none ? run.text.size() : 0));
    const auto seen_up_to = [&](std::size_t offset) {
        const auto after = std::partition_point(document_.runs.begin(), document_.runs.end(),
                                                [&](const TextRun& run) { return run.text.end <= offset; });
        const std::size_t seen = seen_before[static_cast<std::size_t>(after - document_.runs.begin())];
        return after != document_.runs.end() && after->hiding == Hiding::none ? seen + offset - after->text.begin
                                                                              : seen;
    };
    std::vector<bool> shows_image(document_.links.size());
    for (const Image& image : document_.images)
        if (image.link >= 0 && !image.hidden) shows_image[static_cast<std::size_t>(image.link)] = true;
    for (std::size_t i = 0; i < document_.links.size(); ++i) {
        Link& link = document_.links[i];
        if (!link.text.empty() && !shows_image[i] && seen_up_to(link.text.begin) == seen_up_to(link.text.end))
            link.hidden = true;
    }
}

void DocumentReader::image(const GumboElement& element, const Attributes& attributes, const Frame& frame) {
    if (element.tag != GUMBO_TAG_IMG || element.tag_namespace != GUMBO_NAMESPACE_HTML) return;
    if (document_.images.size() >= kMaxImages) return limit("images", tag_span(element));
    Image& image = document_.images.emplace_back();
    image.element = file(tag_span(element));
    if (attributes.src) {
        image.source_span = file(value_span(*attributes.src));
        image.source = trimmed_url(attributes.src->value);
        image.source_bytes = image.source.size();
        if (starts_lower(image.source, "data:") && image.source.size() > kDataUriShown) {
            image.source.resize(kDataUriShown);
            image.source.shrink_to_fit();
        }
    }
    image.has_alt = attributes.alt != nullptr;
    if (attributes.alt) {
        const Span alt = value_span(*attributes.alt);
        image.alt = collapsed_text(source_.substr(alt.begin, alt.size()), alt.begin, attributes.alt->value,
                                   Markup::attribute, html_.map());
    }
    image.width = frame.style.width_px >= 0 ? frame.style.width_px : attribute_px(attributes.width);
    image.height = frame.style.height_px >= 0 ? frame.style.height_px : attribute_px(attributes.height);
    image.hidden = box_hiding(frame.style) != Hiding::none;
    image.link = frame.link;
    if (frame.link >= 0) document_.links[static_cast<std::size_t>(frame.link)].has_image = true;
    const bool tiny = image.width >= 0 && image.width <= 3 && image.height >= 0 && image.height <= 3;
    if (!image.hidden && !tiny) writer_.part_word(tag_span(element).begin);
}

void DocumentReader::active_element(const GumboElement& element, const Attributes& attributes) {
    const Span tag = tag_span(element);
    if (tag.empty()) return;
    switch (element.tag) {
        case GUMBO_TAG_SCRIPT:
            return add_active(ActiveKind::script, tag, value_of(attributes.src), media_type(attributes.type));
        case GUMBO_TAG_FORM:
            return add_active(ActiveKind::form, tag, value_of(attributes.action));
        case GUMBO_TAG_INPUT:
            return add_active(ActiveKind::input, tag, attributes.type ? value_of(attributes.type) : "text");
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_BUTTON:
            return add_active(ActiveKind::input, tag, gumbo_normalized_tagname(element.tag));
        case GUMBO_TAG_IFRAME:
            return add_active(ActiveKind::iframe, tag, value_of(attributes.src));
        case GUMBO_TAG_FRAMESET:
        case GUMBO_TAG_FRAME:
            return add_active(ActiveKind::frame, tag, value_of(attributes.src));
        case GUMBO_TAG_OBJECT:
            return add_active(ActiveKind::object, tag, value_of(attributes.data));
        case GUMBO_TAG_EMBED:
            return add_active(ActiveKind::embed, tag, value_of(attributes.src));
        case GUMBO_TAG_APPLET:
            return add_active(ActiveKind::applet, tag, "");
        case GUMBO_TAG_BASE:
            return add_active(ActiveKind::base, tag, value_of(attributes.href));
        case GUMBO_TAG_SVG:
            return add_active(ActiveKind::svg, tag, "");
        case GUMBO_TAG_VIDEO:
            return add_active(ActiveKind::video, tag, value_of(attributes.src));
        case GUMBO_TAG_AUDIO:
            return add_active(ActiveKind::audio, tag, value_of(attributes.src));
        case GUMBO_TAG_LINK:
            return add_active(find_lower(value_of(attributes.rel), "stylesheet") != std::string_view::npos
                                  ? ActiveKind::external_css
                                  : ActiveKind::link_tag,
                              tag, value_of(attributes.href));
        case GUMBO_TAG_META:
            if (equals_lower(trim(value_of(attributes.http_equiv)), "refresh"))
                add_active(ActiveKind::meta_refresh, tag, value_of(attributes.content));
            return;
        default:
            return;
    }
}

void DocumentReader::active_attributes(const GumboElement& element) {
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
        const std::string_view name = attribute.name;
        if (name.size() >= kShortestHandler && name[0] == 'o' && name[1] == 'n' && ascii::is_alpha(name[2]))
            add_active(ActiveKind::event_handler, attribute_span(attribute), name, {}, code_of(attribute));
        else if (takes_uri(name) && is_script_uri(attribute.value))
            add_active(ActiveKind::javascript_uri, attribute_span(attribute), name, {}, code_of(attribute));
    }
}

void DocumentReader::add_active(ActiveKind kind, Span of_html, std::string_view detail, std::string type,
                                std::string_view code) {
    if (document_.active.size() >= kMaxActive) return limit("active", of_html);
    document_.active.push_back({kind, file(of_html), std::string(detail), std::move(type), std::string(code)});
}

}  // namespace spamlint
