#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "html/colour.h"
#include "html/css_values.h"
#include "span/span.h"

namespace spamlint {

/// The properties that decide whether and how a text is seen.
enum class Property : std::uint8_t {
    background_colour,
    background_image,
    border_radius,
    bottom,
    clip,
    clip_path,
    colour,
    content_visibility,
    direction,
    display,
    fill_colour,
    filter,
    floating,
    font_size,
    height,
    left,
    letter_spacing,
    line_height,
    margin_left,
    margin_top,
    max_height,
    max_width,
    opacity,
    overflow,
    position,
    right,
    scale,
    text_indent,
    top,
    transform,
    unicode_bidi,
    visibility,
    white_space,
    width,
};

/// Words that values are told apart by.
enum class Keyword : std::uint8_t {
    none,  // the value is a length, number or colour
    inherit,
    initial,
    hidden,   // display: none, visibility: hidden or collapse, overflow: hidden or clip, a clip of nothing, scaled or
              // turned to nothing, a filter to nothing
    outside,  // moved away by a transform
    turned,   // direction: rtl, unicode-bidi: bidi-override
    shown,    // visibility: visible, overflow: visible, any other clip
    inline_box,
    inline_block,
    block_box,
    table_box,   // display
    positioned,  // position: absolute or fixed
    floated,
    image,      // background: an image or gradient, or what is not understood
    preserved,  // white-space: pre, pre-wrap, pre-line, break-spaces
    automatic,  // auto, normal, static, none; no background
    larger,
    smaller,
};

struct StyleDeclaration {
    Property property{};
    bool important = false;
    Keyword keyword = Keyword::none;
    Length length;
    Colour colour;
    Span url;  // of the text that was read: url(…) of a background
};

/// A background or round corners: no one writes those by hand.
inline bool shows_design(const StyleDeclaration& declaration) {
    return declaration.property == Property::background_colour || declaration.property == Property::background_image ||
           declaration.property == Property::border_radius;
}

/// Reads "property: value; …" in linear time; unknown properties and invalid values are left out. Appends.
void read_declarations(std::string_view text, std::vector<StyleDeclaration>& declarations);

}  // namespace spamlint
