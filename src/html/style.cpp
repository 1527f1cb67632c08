#include "html/style.h"

#include <cmath>

#include "html/colour.h"

namespace spamlint {
namespace {

// What Document's reasons mean in numbers; document.h says them in words.
constexpr double kLeastFontPx = 2;
constexpr double kLeastOpacity = 0.1;
constexpr double kLeastContrast = 1.3;
constexpr int kLeastChannelDistance = 96;  // white on yellow has a contrast of 1.07, and is seen
constexpr double kZeroBoxPx = 1;
constexpr double kOffscreenPx = 500;
constexpr double kRootFontPx = 16;
constexpr double kUsualWidthPx = 600;  // what percentages of the page stand for
constexpr std::uint32_t kLinkColour = 0x0000ee;

double default_font(GumboTag tag, double parent) {
    switch (tag) {  // HTML 15.3
        case GUMBO_TAG_H1:
            return parent * 2;
        case GUMBO_TAG_H2:
            return parent * 1.5;
        case GUMBO_TAG_H3:
            return parent * 1.17;
        case GUMBO_TAG_H5:
            return parent * 0.83;
        case GUMBO_TAG_H6:
            return parent * 0.67;
        case GUMBO_TAG_SMALL:
        case GUMBO_TAG_SUB:
        case GUMBO_TAG_SUP:
            return parent / 1.2;
        case GUMBO_TAG_BIG:
            return parent * 1.2;
        default:
            return parent;
    }
}

double px(Length length, double font_px, double whole) {
    switch (length.unit) {
        case Unit::em:
            return length.number * font_px;
        case Unit::rem:
            return length.number * kRootFontPx;
        case Unit::percent:
            return length.number / 100 * whole;
        default:
            return length.number;
    }
}

double font_px(const StyleDeclaration& size, double parent) {
    switch (size.keyword) {
        case Keyword::inherit:
            return parent;
        case Keyword::initial:
            return kRootFontPx;
        case Keyword::larger:
            return parent * 1.2;
        case Keyword::smaller:
            return parent / 1.2;
        default:
            return px(size.length, parent, parent);
    }
}

/// A property's length in px, or `otherwise` when it has none.
double length_px(const Cascade& cascade, Property property, double font, double otherwise) {
    const StyleDeclaration* given = cascade[property];
    return given && given->keyword == Keyword::none ? px(given->length, font, kUsualWidthPx) : otherwise;
}

bool has_keyword(const Cascade& cascade, Property property, Keyword keyword) {
    const StyleDeclaration* given = cascade[property];
    return given && given->keyword == keyword;
}

void set_background(const Style& parent, const Cascade& cascade, Style& style) {
    const StyleDeclaration* colour = cascade[Property::background_colour];
    const bool set = colour && colour->keyword == Keyword::none && colour->colour.alpha > 0;
    if (set && (parent.background_known || colour->colour.alpha >= 1)) {
        style.background = blend(colour->colour, parent.background);
        style.background_known = true;
    }
    // What lies beneath an element taken out of the flow is not its parent.
    if (!set && has_keyword(cascade, Property::position, Keyword::positioned)) style.background_known = false;
    if (has_keyword(cascade, Property::background_image, Keyword::image)) style.background_known = false;
}

void set_colour(const Style& parent, const Cascade& cascade, Style& style) {
    const StyleDeclaration* given = cascade[Property::colour];
    if (!given) return;
    style.colour = given->keyword == Keyword::none ? blend(given->colour, style.background) : parent.colour;
    style.colour_known =
        given->keyword == Keyword::none ? given->colour.alpha >= 1 || style.background_known : parent.colour_known;
    if (given->keyword == Keyword::initial) style.colour = 0;
}

/// Inherited, and not undone by a child's colour (Compatibility Standard, 3.4.1). Half-transparent, it is left aside.
void set_fill(const Cascade& cascade, Style& style) {
    const StyleDeclaration* given = cascade[Property::fill_colour];
    if (!given || given->keyword == Keyword::inherit) return;
    style.filled = given->keyword == Keyword::none && (given->colour.alpha >= 1 || style.background_known);
    if (style.filled) style.fill = blend(given->colour, style.background);
}

/// Width, height and overflow do not apply to inline boxes, and cells grow with their content (CSS 2.1, 10.2 and 17.5).
bool has_own_size(GumboTag tag, const Cascade& cascade, Keyword display) {
    if (has_keyword(cascade, Property::position, Keyword::positioned) ||
        has_keyword(cascade, Property::floating, Keyword::floated))
        return true;
    if (display == Keyword::block_box || display == Keyword::inline_block) return true;
    if (display != Keyword::none) return false;
    switch (tag) {
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_TFOOT:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
            return false;
        default:
            return is_block(tag);
    }
}

bool is_zero_box(GumboTag tag, const Cascade& cascade, const Style& style) {
    if (!has_keyword(cascade, Property::overflow, Keyword::hidden) || !has_own_size(tag, cascade, style.display))
        return false;
    for (const Property side : {Property::height, Property::max_height, Property::width, Property::max_width})
        if (length_px(cascade, side, style.font_px, kUsualWidthPx) <= kZeroBoxPx) return true;
    return false;
}

/// Transforms apply to all but inline boxes (CSS Transforms 1, 3).
bool takes_transforms(GumboTag tag, const Cascade& cascade, const Style& style) {
    return has_own_size(tag, cascade, style.display) || style.display == Keyword::table_box || is_block(tag) ||
           tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_IMG;
}

bool is_scaled_to_nothing(GumboTag tag, const Cascade& cascade, const Style& style) {
    return (has_keyword(cascade, Property::transform, Keyword::hidden) ||
            has_keyword(cascade, Property::scale, Keyword::hidden)) &&
           takes_transforms(tag, cascade, style);
}

bool is_offscreen(GumboTag tag, const Cascade& cascade, const Style& style) {
    const auto beyond = [&](Property side) { return length_px(cascade, side, style.font_px, 0) <= -kOffscreenPx; };
    if (beyond(Property::margin_left) || beyond(Property::margin_top)) return true;
    if (has_keyword(cascade, Property::clip_path, Keyword::hidden)) return true;
    if (has_keyword(cascade, Property::transform, Keyword::outside) && takes_transforms(tag, cascade, style))
        return true;
    const bool out_of_flow = has_keyword(cascade, Property::position, Keyword::positioned);
    if (out_of_flow && has_keyword(cascade, Property::clip, Keyword::hidden)) return true;
    if (!out_of_flow && !has_keyword(cascade, Property::position, Keyword::shown)) return false;
    return beyond(Property::left) || beyond(Property::top) || beyond(Property::right) || beyond(Property::bottom);
}

void set_opacity(const Cascade& cascade, Style& style) {
    const StyleDeclaration* given = cascade[Property::opacity];
    if (given && given->keyword == Keyword::none) style.opacity *= px(given->length, 0, 1);
    if (has_keyword(cascade, Property::filter, Keyword::hidden)) style.opacity = 0;
}

/// A size in px; -1 for a percentage, of what is not known.
double absolute_px(const Cascade& cascade, Property side, const Style& style) {
    if (has_keyword(cascade, side, Keyword::none) && cascade[side]->length.unit == Unit::percent) return -1;
    return length_px(cascade, side, style.font_px, -1);
}

/// Why the box of an element shows nothing, its parents left aside.
Hiding own_hiding(GumboTag tag, const Cascade& cascade, const Style& style) {
    if (style.display == Keyword::hidden) return Hiding::display_none;
    if (style.opacity < kLeastOpacity) return Hiding::opacity;
    if (has_keyword(cascade, Property::content_visibility, Keyword::hidden)) return Hiding::visibility;
    if (is_zero_box(tag, cascade, style) || is_scaled_to_nothing(tag, cascade, style)) return Hiding::zero_box;
    return is_offscreen(tag, cascade, style) ? Hiding::offscreen : Hiding::none;
}

void set_box(GumboTag tag, const Cascade& cascade, Style& style) {
    if (const StyleDeclaration* display = cascade[Property::display]) style.display = display->keyword;
    set_opacity(cascade, style);
    style.width_px = absolute_px(cascade, Property::width, style);
    style.height_px = absolute_px(cascade, Property::height, style);
    if (style.box == Hiding::none) style.box = own_hiding(tag, cascade, style);
}

/// Lines of no height show nothing where their box is as high as they are, and cuts off what sticks out. A bare number
/// is of the type's size (CSS 2.1, 10.8.1).
void set_lines(GumboTag tag, const Cascade& cascade, Style& style) {
    const StyleDeclaration* given = cascade[Property::line_height];
    if (given && given->keyword != Keyword::inherit) {
        const double unit = given->length.unit == Unit::none ? style.font_px : 1;
        const bool has_length = given->keyword == Keyword::none;
        style.flat = has_length && px(given->length, style.font_px, style.font_px) * unit <= kZeroBoxPx;
    }
    const bool cuts =
        has_keyword(cascade, Property::overflow, Keyword::hidden) && has_own_size(tag, cascade, style.display);
    if (cuts) style.cut = style.height_px <= kZeroBoxPx;
    const StyleDeclaration* spacing = cascade[Property::letter_spacing];
    if (spacing && spacing->keyword != Keyword::inherit)
        style.letter_spacing_px = length_px(cascade, Property::letter_spacing, style.font_px, 0);
}

/// unicode-bidi is not inherited, but acts on all that is in the lines of a block (CSS Writing Modes 3, 2.2).
void set_direction(const Cascade& cascade, Style& style) {
    if (const StyleDeclaration* given = cascade[Property::direction]; given && given->keyword != Keyword::inherit)
        style.rtl = given->keyword == Keyword::turned;
    if (const StyleDeclaration* given = cascade[Property::unicode_bidi])
        style.override = given->keyword == Keyword::turned;
}

}  // namespace

Hiding box_hiding(const Style& style) {
    if (style.box != Hiding::none) return style.box;
    return style.invisible ? Hiding::visibility : Hiding::none;
}

Hiding text_hiding(const Style& style) {
    if (const Hiding box = box_hiding(style); box != Hiding::none) return box;
    if (style.font_px <= kLeastFontPx) return Hiding::font_size;
    if (std::abs(style.text_indent_px) >= kOffscreenPx) return Hiding::offscreen;
    if (style.letter_spacing_px <= -style.font_px) return Hiding::offscreen;
    if (style.flat && style.cut) return Hiding::zero_box;
    if (!(style.filled || style.colour_known) || !style.background_known) return Hiding::none;
    const std::uint32_t letters = letter_colour(style);
    const bool alike = channel_distance(letters, style.background) < kLeastChannelDistance &&
                       contrast(letters, style.background) < kLeastContrast;
    return alike ? Hiding::colour : Hiding::none;
}

bool takes_no_room(Hiding hiding) {
    return hiding == Hiding::display_none || hiding == Hiding::font_size || hiding == Hiding::zero_box ||
           hiding == Hiding::offscreen;
}

void Cascade::apply(std::span<const StyleDeclaration> declarations, bool important) {
    for (const StyleDeclaration& declaration : declarations) {
        if (declaration.important != important) continue;
        winning_[static_cast<std::size_t>(declaration.property)] = &declaration;
        empty_ = false;
    }
}

Style default_style(const Style& parent, GumboTag tag, bool link) {
    Style style = parent;
    style.display = Keyword::none;
    style.width_px = style.height_px = -1;
    style.font_px = default_font(tag, parent.font_px);
    style.override = parent.override && !is_block(tag);
    if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_TEXTAREA || tag == GUMBO_TAG_LISTING || tag == GUMBO_TAG_XMP ||
        tag == GUMBO_TAG_PLAINTEXT)
        style.preserved = true;
    if (link) {
        style.colour = kLinkColour;
        style.colour_known = false;  // each client has its own
    }
    return style;
}

Style computed_style(const Style& parent, GumboTag tag, bool link, const Cascade& cascade) {
    Style style = default_style(parent, tag, link);
    if (cascade.empty()) return style;
    if (const StyleDeclaration* size = cascade[Property::font_size]) style.font_px = font_px(*size, parent.font_px);
    set_background(parent, cascade, style);
    set_colour(parent, cascade, style);
    set_fill(cascade, style);
    if (const StyleDeclaration* given = cascade[Property::visibility]; given && given->keyword != Keyword::inherit)
        style.invisible = given->keyword == Keyword::hidden;
    if (const StyleDeclaration* given = cascade[Property::white_space]; given && given->keyword != Keyword::inherit)
        style.preserved = given->keyword == Keyword::preserved;
    if (const StyleDeclaration* given = cascade[Property::text_indent]; given && given->keyword != Keyword::inherit)
        style.text_indent_px = length_px(cascade, Property::text_indent, style.font_px, 0);
    set_box(tag, cascade, style);
    set_lines(tag, cascade, style);
    set_direction(cascade, style);
    return style;
}

}  // namespace spamlint
