#pragma once

#include <gumbo.h>

#include <string_view>
#include <vector>

#include "html/css_declarations.h"

namespace spamlint {

/// The attributes of one element that something here asks for; nullptr where absent.
struct Attributes {
    const GumboAttribute* action = nullptr;
    const GumboAttribute* alt = nullptr;
    const GumboAttribute* background = nullptr;
    const GumboAttribute* bgcolor = nullptr;
    const GumboAttribute* classes = nullptr;
    const GumboAttribute* color = nullptr;
    const GumboAttribute* content = nullptr;
    const GumboAttribute* data = nullptr;
    const GumboAttribute* dir = nullptr;
    const GumboAttribute* height = nullptr;
    const GumboAttribute* hidden = nullptr;
    const GumboAttribute* href = nullptr;
    const GumboAttribute* http_equiv = nullptr;
    const GumboAttribute* id = nullptr;
    const GumboAttribute* lang = nullptr;
    const GumboAttribute* link = nullptr;
    const GumboAttribute* open = nullptr;
    const GumboAttribute* rel = nullptr;
    const GumboAttribute* size = nullptr;
    const GumboAttribute* src = nullptr;
    const GumboAttribute* style = nullptr;
    const GumboAttribute* text = nullptr;
    const GumboAttribute* type = nullptr;
    const GumboAttribute* width = nullptr;
};

Attributes find_attributes(const GumboVector& attributes);
/// The decoded value; empty for nullptr.
std::string_view value_of(const GumboAttribute* attribute);

/// The style that bgcolor, background, color, size, hidden and the like stand for (HTML 15, presentational hints).
/// Appends.
void presentational_hints(GumboTag tag, const Attributes& attributes, std::vector<StyleDeclaration>& declarations);

}  // namespace spamlint
