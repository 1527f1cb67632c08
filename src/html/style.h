#pragma once

#include <gumbo.h>

#include <array>
#include <cstdint>
#include <span>

#include "html/css_declarations.h"
#include "html/document.h"

namespace spamlint {

/// How an element looks: what its children inherit, and its own box.
struct Style {
    double font_px = 16;
    std::uint32_t colour = 0x000000;
    std::uint32_t background = 0xffffff;  // the nearest one set
    bool colour_known = true;             // false for a link's default, and for half-transparent over an unknown ground
    std::uint32_t fill = 0;               // -webkit-text-fill-color, which letters take instead of `colour`
    bool filled = false;                  // it is set
    bool background_known = true;         // false over an image or a gradient
    bool invisible = false;               // visibility: a child may be visible again
    bool preserved = false;               // white-space: line feeds part lines
    Hiding box = Hiding::none;            // of the element as a whole: no child can undo it
    double opacity = 1;
    double text_indent_px = 0;
    double letter_spacing_px = 0;
    bool flat = false;      // line-height: lines without height
    bool cut = false;       // overflow: lines are cut off at a box of their own height
    bool rtl = false;       // direction
    bool override = false;  // unicode-bidi: letters follow the direction whatever they are

    Keyword display = Keyword::none;  // of this element alone, none: as its tag; not inherited
    double width_px = -1, height_px = -1;
};

/// The colour of the letters.
inline std::uint32_t letter_colour(const Style& style) {
    return style.filled ? style.fill : style.colour;
}
/// Why a text of this style is not seen.
Hiding text_hiding(const Style& style);
/// Why an image of this style is not seen.
Hiding box_hiding(const Style& style);
/// Whether Latin letters of this style are shown from right to left.
inline bool is_reversed(const Style& style) {
    return style.rtl && style.override;
}
/// True where hidden text takes no room, so that white space in it parts nothing.
bool takes_no_room(Hiding hiding);

/// The declaration that won for each property.
class Cascade {
public:
    void apply(std::span<const StyleDeclaration> declarations, bool important);
    const StyleDeclaration* operator[](Property property) const { return winning_[static_cast<std::size_t>(property)]; }
    bool empty() const { return empty_; }

private:
    std::array<const StyleDeclaration*, static_cast<std::size_t>(Property::width) + 1> winning_{};
    bool empty_ = true;
};

/// What any element has before style rules: inherited values, its tag's font size, a link's colour.
Style default_style(const Style& parent, GumboTag tag, bool link);
Style computed_style(const Style& parent, GumboTag tag, bool link, const Cascade& cascade);

/// Whether the element stands on lines of its own, by its tag.
bool is_block(GumboTag tag);

}  // namespace spamlint
