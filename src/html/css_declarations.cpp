#include "html/css_declarations.h"

#include <algorithm>
#include <array>

#include "html/ascii.h"
#include "html/css_property_values.h"
#include "html/name_filter.h"

namespace spamlint {
namespace {

struct NamedProperty {
    std::string_view name;
    Property property;
};

constexpr std::array<NamedProperty, 39> kProperties{{
    {"-webkit-text-fill-color", Property::fill_colour},
    {"background", Property::background_colour},
    {"background-color", Property::background_colour},
    {"background-image", Property::background_image},
    {"border-radius", Property::border_radius},
    {"bottom", Property::bottom},
    {"clip", Property::clip},
    {"clip-path", Property::clip_path},
    {"color", Property::colour},
    {"content-visibility", Property::content_visibility},
    {"direction", Property::direction},
    {"display", Property::display},
    {"filter", Property::filter},
    {"float", Property::floating},
    {"font", Property::font_size},
    {"font-size", Property::font_size},
    {"height", Property::height},
    {"left", Property::left},
    {"letter-spacing", Property::letter_spacing},
    {"line-height", Property::line_height},
    {"margin", Property::margin_top},
    {"margin-left", Property::margin_left},
    {"margin-top", Property::margin_top},
    {"max-height", Property::max_height},
    {"max-width", Property::max_width},
    {"opacity", Property::opacity},
    {"overflow", Property::overflow},
    {"overflow-x", Property::overflow},
    {"overflow-y", Property::overflow},
    {"position", Property::position},
    {"right", Property::right},
    {"scale", Property::scale},
    {"text-indent", Property::text_indent},
    {"top", Property::top},
    {"transform", Property::transform},
    {"unicode-bidi", Property::unicode_bidi},
    {"visibility", Property::visibility},
    {"white-space", Property::white_space},
    {"width", Property::width},
}};
constexpr auto kByName = [](const NamedProperty& a, const NamedProperty& b) { return a.name < b.name; };
static_assert(std::is_sorted(kProperties.begin(), kProperties.end(), kByName));
constexpr std::size_t kLongestProperty = 23;
constexpr NameFilter kPropertyFilter{kProperties};

const NamedProperty* property(std::string_view name) {
    if (!kPropertyFilter.may_have(name)) return nullptr;
    std::array<char, kLongestProperty> lower{};
    std::transform(name.begin(), name.end(), lower.begin(), ascii::lower);
    const NamedProperty wanted{{lower.data(), name.size()}, {}};
    const auto found = std::lower_bound(kProperties.begin(), kProperties.end(), wanted, kByName);
    return found != kProperties.end() && found->name == wanted.name ? &*found : nullptr;
}

/// Takes "!important" (or what browsers take for it) off the end.
bool take_important(std::string_view& value) {
    const std::size_t mark = value.rfind('!');
    if (mark == value.npos) return false;
    const bool important = equals_lower(trim(value.substr(mark + 1)), "important");
    value = trim(value.substr(0, mark));
    return important;
}

/// Offset of the ';' that ends the declaration at `at`, not one inside quotes, parentheses or a comment.
std::size_t declaration_end(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    for (; at < text.size(); ++at) {
        switch (const char c = text[at]) {
            case ';':
                if (depth == 0) return at;
                break;
            case '(':
                ++depth;
                break;
            case ')':
                depth -= depth > 0 ? 1 : 0;
                break;
            case '"':
            case '\'':
                at = std::min(text.find(c, at + 1), text.size() - 1);
                break;
            case '/':
                if (text.substr(at, 2) == "/*") at = std::min(text.find("*/", at + 2), text.size() - 2) + 1;
                break;
            default:
                break;
        }
    }
    return text.size();
}

std::string_view skip_comments(std::string_view text) {
    for (text = trim(text); text.substr(0, 2) == "/*"; text = trim(text))
        text.remove_prefix(std::min(text.find("*/", 2), text.size() - 2) + 2);
    return text;
}

}  // namespace

void read_declarations(std::string_view text, std::vector<StyleDeclaration>& declarations) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = declaration_end(text, at);
        const std::string_view whole = skip_comments(text.substr(at, end - at));
        at = end + 1;
        const std::size_t colon = whole.find(':');
        if (colon == whole.npos) continue;
        const NamedProperty* named = property(trim(whole.substr(0, colon)));
        if (!named) continue;
        std::string_view value = trim(whole.substr(colon + 1));
        StyleDeclaration declaration;
        declaration.property = named->property;
        declaration.important = take_important(value);
        append_value(text, named->name, value, declaration, declarations);
    }
}

}  // namespace spamlint
