#include "html/css_property_values.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "html/ascii.h"
#include "html/css_functions.h"

namespace spamlint {
namespace {

struct NamedKeyword {
    std::string_view name;
    Keyword keyword;
};

std::optional<Keyword> among(std::string_view value, std::initializer_list<NamedKeyword> words) {
    for (const NamedKeyword& word : words)
        if (equals_lower(value, word.name)) return word.keyword;
    return std::nullopt;
}

bool read_display(std::string_view value, StyleDeclaration& declaration) {
    if (value.empty()) return false;
    if (starts_lower(value, "table"))
        declaration.keyword = Keyword::table_box;
    else if (starts_lower(value, "inline-"))
        declaration.keyword = Keyword::inline_block;
    else
        declaration.keyword =
            among(value,
                  {{"none", Keyword::hidden}, {"inline", Keyword::inline_box}, {"contents", Keyword::inline_box}})
                .value_or(Keyword::block_box);
    return true;
}

bool read_word(std::string_view value, StyleDeclaration& declaration, std::initializer_list<NamedKeyword> words) {
    const auto keyword = among(value, words);
    declaration.keyword = keyword.value_or(Keyword::none);
    return keyword.has_value();
}

bool read_length(std::string_view value, StyleDeclaration& declaration) {
    const auto length = css_length(value);
    if (!length)
        return read_word(value, declaration,
                         {{"auto", Keyword::automatic}, {"normal", Keyword::automatic}, {"none", Keyword::automatic}});
    declaration.length = *length;
    return true;
}

// CSS Fonts 4: the keywords at a medium of 16px.
bool read_font_size(std::string_view value, StyleDeclaration& declaration) {
    struct NamedSize {
        std::string_view name;
        double px;
    };
    static constexpr std::array<NamedSize, 8> kSizes{{{"xx-small", 9},
                                                      {"x-small", 10},
                                                      {"small", 13},
                                                      {"medium", 16},
                                                      {"large", 18},
                                                      {"x-large", 24},
                                                      {"xx-large", 32},
                                                      {"xxx-large", 48}}};
    for (const NamedSize& size : kSizes)
        if (equals_lower(value, size.name)) {
            declaration.length = {size.px, Unit::px};
            return true;
        }
    const auto length = css_length(value);
    if (!length) return read_word(value, declaration, {{"larger", Keyword::larger}, {"smaller", Keyword::smaller}});
    if (length->number < 0) return false;
    declaration.length = *length;
    return true;
}

/// font: italic bold 12px/30px Georgia: the size is the first token that is one.
bool read_font(std::string_view value, StyleDeclaration& declaration) {
    for (std::string_view token = next_token(value, '/'); !token.empty(); token = next_token(value, '/')) {
        const bool weight = token.size() == 3 && ascii::is_digit(token[0]) && token.substr(1) == "00";
        if (!weight && read_font_size(token, declaration)) return true;
    }
    return false;
}

/// The colour and the image of a background, whichever property names them. `text` holds `value`.
struct Background {
    std::optional<Colour> colour;
    bool image = false;
    Span url;
};

Background read_background(std::string_view text, std::string_view value) {
    Background background;
    for (std::string_view token = next_token(value, ','); !token.empty(); token = next_token(value, ',')) {
        if (starts_lower(token, "url(")) {
            const auto begin = static_cast<std::size_t>(token.data() - text.data());
            if (background.url.empty()) background.url = {begin, begin + token.size()};
            if (token.size() > 5) background.image = true;
        } else if (find_lower(token, "gradient(") != token.npos || starts_lower(token, "var(") ||
                   starts_lower(token, "image")) {
            background.image = true;
        } else if (const auto colour = css_colour(token)) {
            background.colour = colour;
        }
    }
    return background;
}

void append_background(std::string_view text, std::string_view name, std::string_view value,
                       StyleDeclaration declaration, std::vector<StyleDeclaration>& declarations) {
    const Background background = read_background(text, value);
    if (name != "background-image") {
        declaration.property = Property::background_colour;
        declaration.keyword = background.colour ? Keyword::none : Keyword::automatic;
        declaration.colour = background.colour.value_or(Colour{0, 0});
        declarations.push_back(declaration);
    }
    if (name == "background-color") return;
    declaration.property = Property::background_image;
    declaration.keyword = background.image ? Keyword::image : Keyword::automatic;
    declaration.url = background.url;
    declarations.push_back(declaration);
}

void append_margin(std::string_view value, StyleDeclaration declaration, std::vector<StyleDeclaration>& declarations) {
    std::array<std::string_view, 4> side{};
    std::size_t count = 0;
    while (count < side.size() && !(side[count] = next_token(value)).empty()) ++count;
    if (count == 0) return;
    const auto append = [&](Property margin, std::string_view text) {
        declaration.property = margin;
        if (read_length(text, declaration)) declarations.push_back(declaration);
    };
    append(Property::margin_top, side[0]);
    append(Property::margin_left, count == 4 ? side[3] : side[count == 1 ? 0 : 1]);
}

bool read_box(std::string_view value, StyleDeclaration& declaration) {
    switch (declaration.property) {
        case Property::display:
            return read_display(value, declaration);
        case Property::visibility:
            return read_word(value, declaration,
                             {{"hidden", Keyword::hidden}, {"collapse", Keyword::hidden}, {"visible", Keyword::shown}});
        case Property::overflow: {
            const auto keyword = among(next_token(value), {{"hidden", Keyword::hidden}, {"clip", Keyword::hidden}});
            declaration.keyword = keyword.value_or(Keyword::shown);
            return true;
        }
        case Property::position:
            return read_word(value, declaration,
                             {{"absolute", Keyword::positioned},
                              {"fixed", Keyword::positioned},
                              {"static", Keyword::automatic},
                              {"relative", Keyword::shown},
                              {"sticky", Keyword::shown}});
        case Property::floating:
            declaration.keyword = equals_lower(value, "none") ? Keyword::automatic : Keyword::floated;
            return true;
        case Property::white_space:
            declaration.keyword = starts_lower(value, "pre") || equals_lower(value, "break-spaces")
                                      ? Keyword::preserved
                                      : Keyword::automatic;
            return true;
        case Property::clip:
        case Property::clip_path:
            return read_clip(value, declaration);
        case Property::scale:
            return read_scale(value, declaration);
        case Property::transform:
            return read_transform(value, declaration);
        case Property::filter:
            return read_filter(value, declaration);
        case Property::content_visibility:
            declaration.keyword = equals_lower(value, "hidden") ? Keyword::hidden : Keyword::shown;
            return true;
        case Property::direction:
            return read_word(value, declaration, {{"rtl", Keyword::turned}, {"ltr", Keyword::automatic}});
        case Property::unicode_bidi:
            declaration.keyword =
                among(value, {{"bidi-override", Keyword::turned}, {"isolate-override", Keyword::turned}})
                    .value_or(Keyword::automatic);
            return true;
        default:
            return read_length(value, declaration);
    }
}

bool read_colour(std::string_view value, StyleDeclaration& declaration) {
    const auto colour = css_colour(value);
    if (!colour) return false;
    declaration.colour = *colour;
    return true;
}

bool read_value(std::string_view name, std::string_view value, StyleDeclaration& declaration) {
    if (const auto wide = among(value, {{"inherit", Keyword::inherit},
                                        {"initial", Keyword::initial},
                                        {"unset", Keyword::inherit},
                                        {"revert", Keyword::initial}})) {
        declaration.keyword = *wide;
        return true;
    }
    switch (declaration.property) {
        case Property::colour:
            return read_colour(value, declaration);
        case Property::fill_colour:
            if (equals_lower(value, "currentcolor")) declaration.keyword = Keyword::initial;
            return declaration.keyword == Keyword::initial || read_colour(value, declaration);
        case Property::font_size:
            return name.size() == 4 ? read_font(value, declaration) : read_font_size(value, declaration);
        case Property::border_radius:
            return true;
        default:
            return read_box(value, declaration);
    }
}

}  // namespace

void append_value(std::string_view text, std::string_view name, std::string_view value, StyleDeclaration declaration,
                  std::vector<StyleDeclaration>& declarations) {
    if (name.starts_with("background"))
        append_background(text, name, value, declaration, declarations);
    else if (name == "margin")
        append_margin(value, declaration, declarations);
    else if (read_value(name, value, declaration))
        declarations.push_back(declaration);
}

}  // namespace spamlint
