#include "html/attributes.h"

#include <algorithm>
#include <array>

#include "html/ascii.h"
#include "html/colour.h"
#include "html/css_values.h"
#include "html/name_filter.h"

namespace spamlint {
namespace {

struct NamedAttribute {
    std::string_view name;
    const GumboAttribute* Attributes::*member;
};

constexpr std::array<NamedAttribute, 24> kAttributes{{
    {"action", &Attributes::action},
    {"alt", &Attributes::alt},
    {"background", &Attributes::background},
    {"bgcolor", &Attributes::bgcolor},
    {"class", &Attributes::classes},
    {"color", &Attributes::color},
    {"content", &Attributes::content},
    {"data", &Attributes::data},
    {"dir", &Attributes::dir},
    {"height", &Attributes::height},
    {"hidden", &Attributes::hidden},
    {"href", &Attributes::href},
    {"http-equiv", &Attributes::http_equiv},
    {"id", &Attributes::id},
    {"lang", &Attributes::lang},
    {"link", &Attributes::link},
    {"open", &Attributes::open},
    {"rel", &Attributes::rel},
    {"size", &Attributes::size},
    {"src", &Attributes::src},
    {"style", &Attributes::style},
    {"text", &Attributes::text},
    {"type", &Attributes::type},
    {"width", &Attributes::width},
}};
constexpr auto kByName = [](const NamedAttribute& a, const NamedAttribute& b) { return a.name < b.name; };
static_assert(std::is_sorted(kAttributes.begin(), kAttributes.end(), kByName));
constexpr NameFilter kAttributeFilter{kAttributes};

void append_colour(Property property, const GumboAttribute* attribute, std::vector<StyleDeclaration>& declarations) {
    if (!attribute) return;
    const auto colour = attribute_colour(attribute->value);
    if (!colour) return;
    StyleDeclaration declaration;
    declaration.property = property;
    declaration.colour = *colour;
    declarations.push_back(declaration);
}

void append_keyword(Property property, Keyword keyword, std::vector<StyleDeclaration>& declarations) {
    StyleDeclaration declaration;
    declaration.property = property;
    declaration.keyword = keyword;
    declarations.push_back(declaration);
}

/// <font size>: 1 to 7, or relative to 3 (HTML 15.3.4).
void append_font_size(std::string_view value, std::vector<StyleDeclaration>& declarations) {
    static constexpr std::array<double, 7> kPx{10, 13, 16, 18, 24, 32, 48};
    value = trim(value);
    const bool relative = !value.empty() && (value.front() == '+' || value.front() == '-');
    const auto number = leading_number(value);
    if (!number) return;
    const double size = std::clamp(relative ? 3 + *number : *number, 1.0, 7.0);
    StyleDeclaration declaration;
    declaration.property = Property::font_size;
    declaration.length = {kPx[static_cast<std::size_t>(size) - 1], Unit::px};
    declarations.push_back(declaration);
}

}  // namespace

Attributes find_attributes(const GumboVector& attributes) {
    Attributes found;
    for (unsigned i = 0; i < attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
        const NamedAttribute wanted{attribute->name, nullptr};
        if (!kAttributeFilter.may_have(wanted.name)) continue;
        const auto named = std::lower_bound(kAttributes.begin(), kAttributes.end(), wanted, kByName);
        if (named != kAttributes.end() && named->name == wanted.name &&
            attribute->attr_namespace == GUMBO_ATTR_NAMESPACE_NONE)
            found.*(named->member) = attribute;
    }
    return found;
}

std::string_view value_of(const GumboAttribute* attribute) {
    return attribute ? attribute->value : std::string_view();
}

void presentational_hints(GumboTag tag, const Attributes& attributes, std::vector<StyleDeclaration>& declarations) {
    if (attributes.hidden) append_keyword(Property::display, Keyword::hidden, declarations);
    append_colour(Property::background_colour, attributes.bgcolor, declarations);
    if (!trim(value_of(attributes.background)).empty())
        append_keyword(Property::background_image, Keyword::image, declarations);
    if (attributes.dir) {
        const bool rtl = equals_lower(trim(attributes.dir->value), "rtl");
        append_keyword(Property::direction, rtl ? Keyword::turned : Keyword::automatic, declarations);
        if (tag == GUMBO_TAG_BDO) append_keyword(Property::unicode_bidi, Keyword::turned, declarations);
    }
    if (tag == GUMBO_TAG_BODY) append_colour(Property::colour, attributes.text, declarations);
    if (tag != GUMBO_TAG_FONT && tag != GUMBO_TAG_BASEFONT) return;
    append_colour(Property::colour, attributes.color, declarations);
    if (attributes.size) append_font_size(attributes.size->value, declarations);
}

}  // namespace spamlint
