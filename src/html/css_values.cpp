#include "html/css_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "html/ascii.h"

namespace spamlint {
namespace {

struct NamedColour {
    std::string_view name;
    std::uint32_t rgb;
};

// CSS Color 4, section 6.1, sorted by name.
constexpr std::array<NamedColour, 148> kColours{{
    {"aliceblue", 0xf0f8ff},
    {"antiquewhite", 0xfaebd7},
    {"aqua", 0x00ffff},
    {"aquamarine", 0x7fffd4},
    {"azure", 0xf0ffff},
    {"beige", 0xf5f5dc},
    {"bisque", 0xffe4c4},
    {"black", 0x000000},
    {"blanchedalmond", 0xffebcd},
    {"blue", 0x0000ff},
    {"blueviolet", 0x8a2be2},
    {"brown", 0xa52a2a},
    {"burlywood", 0xdeb887},
    {"cadetblue", 0x5f9ea0},
    {"chartreuse", 0x7fff00},
    {"chocolate", 0xd2691e},
    {"coral", 0xff7f50},
    {"cornflowerblue", 0x6495ed},
    {"cornsilk", 0xfff8dc},
    {"crimson", 0xdc143c},
    {"cyan", 0x00ffff},
    {"darkblue", 0x00008b},
    {"darkcyan", 0x008b8b},
    {"darkgoldenrod", 0xb8860b},
    {"darkgray", 0xa9a9a9},
    {"darkgreen", 0x006400},
    {"darkgrey", 0xa9a9a9},
    {"darkkhaki", 0xbdb76b},
    {"darkmagenta", 0x8b008b},
    {"darkolivegreen", 0x556b2f},
    {"darkorange", 0xff8c00},
    {"darkorchid", 0x9932cc},
    {"darkred", 0x8b0000},
    {"darksalmon", 0xe9967a},
    {"darkseagreen", 0x8fbc8f},
    {"darkslateblue", 0x483d8b},
    {"darkslategray", 0x2f4f4f},
    {"darkslategrey", 0x2f4f4f},
    {"darkturquoise", 0x00ced1},
    {"darkviolet", 0x9400d3},
    {"deeppink", 0xff1493},
    {"deepskyblue", 0x00bfff},
    {"dimgray", 0x696969},
    {"dimgrey", 0x696969},
    {"dodgerblue", 0x1e90ff},
    {"firebrick", 0xb22222},
    {"floralwhite", 0xfffaf0},
    {"forestgreen", 0x228b22},
    {"fuchsia", 0xff00ff},
    {"gainsboro", 0xdcdcdc},
    {"ghostwhite", 0xf8f8ff},
    {"gold", 0xffd700},
    {"goldenrod", 0xdaa520},
    {"gray", 0x808080},
    {"green", 0x008000},
    {"greenyellow", 0xadff2f},
    {"grey", 0x808080},
    {"honeydew", 0xf0fff0},
    {"hotpink", 0xff69b4},
    {"indianred", 0xcd5c5c},
    {"indigo", 0x4b0082},
    {"ivory", 0xfffff0},
    {"khaki", 0xf0e68c},
    {"lavender", 0xe6e6fa},
    {"lavenderblush", 0xfff0f5},
    {"lawngreen", 0x7cfc00},
    {"lemonchiffon", 0xfffacd},
    {"lightblue", 0xadd8e6},
    {"lightcoral", 0xf08080},
    {"lightcyan", 0xe0ffff},
    {"lightgoldenrodyellow", 0xfafad2},
    {"lightgray", 0xd3d3d3},
    {"lightgreen", 0x90ee90},
    {"lightgrey", 0xd3d3d3},
    {"lightpink", 0xffb6c1},
    {"lightsalmon", 0xffa07a},
    {"lightseagreen", 0x20b2aa},
    {"lightskyblue", 0x87cefa},
    {"lightslategray", 0x778899},
    {"lightslategrey", 0x778899},
    {"lightsteelblue", 0xb0c4de},
    {"lightyellow", 0xffffe0},
    {"lime", 0x00ff00},
    {"limegreen", 0x32cd32},
    {"linen", 0xfaf0e6},
    {"magenta", 0xff00ff},
    {"maroon", 0x800000},
    {"mediumaquamarine", 0x66cdaa},
    {"mediumblue", 0x0000cd},
    {"mediumorchid", 0xba55d3},
    {"mediumpurple", 0x9370db},
    {"mediumseagreen", 0x3cb371},
    {"mediumslateblue", 0x7b68ee},
    {"mediumspringgreen", 0x00fa9a},
    {"mediumturquoise", 0x48d1cc},
    {"mediumvioletred", 0xc71585},
    {"midnightblue", 0x191970},
    {"mintcream", 0xf5fffa},
    {"mistyrose", 0xffe4e1},
    {"moccasin", 0xffe4b5},
    {"navajowhite", 0xffdead},
    {"navy", 0x000080},
    {"oldlace", 0xfdf5e6},
    {"olive", 0x808000},
    {"olivedrab", 0x6b8e23},
    {"orange", 0xffa500},
    {"orangered", 0xff4500},
    {"orchid", 0xda70d6},
    {"palegoldenrod", 0xeee8aa},
    {"palegreen", 0x98fb98},
    {"paleturquoise", 0xafeeee},
    {"palevioletred", 0xdb7093},
    {"papayawhip", 0xffefd5},
    {"peachpuff", 0xffdab9},
    {"peru", 0xcd853f},
    {"pink", 0xffc0cb},
    {"plum", 0xdda0dd},
    {"powderblue", 0xb0e0e6},
    {"purple", 0x800080},
    {"rebeccapurple", 0x663399},
    {"red", 0xff0000},
    {"rosybrown", 0xbc8f8f},
    {"royalblue", 0x4169e1},
    {"saddlebrown", 0x8b4513},
    {"salmon", 0xfa8072},
    {"sandybrown", 0xf4a460},
    {"seagreen", 0x2e8b57},
    {"seashell", 0xfff5ee},
    {"sienna", 0xa0522d},
    {"silver", 0xc0c0c0},
    {"skyblue", 0x87ceeb},
    {"slateblue", 0x6a5acd},
    {"slategray", 0x708090},
    {"slategrey", 0x708090},
    {"snow", 0xfffafa},
    {"springgreen", 0x00ff7f},
    {"steelblue", 0x4682b4},
    {"tan", 0xd2b48c},
    {"teal", 0x008080},
    {"thistle", 0xd8bfd8},
    {"tomato", 0xff6347},
    {"turquoise", 0x40e0d0},
    {"violet", 0xee82ee},
    {"wheat", 0xf5deb3},
    {"white", 0xffffff},
    {"whitesmoke", 0xf5f5f5},
    {"yellow", 0xffff00},
    {"yellowgreen", 0x9acd32},
}};
constexpr auto kByName = [](const NamedColour& a, const NamedColour& b) { return a.name < b.name; };
static_assert(std::is_sorted(kColours.begin(), kColours.end(), kByName));
constexpr std::size_t kLongestColour = 20;  // lightgoldenrodyellow

std::optional<Colour> named_colour(std::string_view text) {
    if (text.size() > kLongestColour) return std::nullopt;
    std::array<char, kLongestColour> lower{};
    std::transform(text.begin(), text.end(), lower.begin(), to_lower);
    const NamedColour wanted{{lower.data(), text.size()}, 0};
    if (wanted.name == "transparent") return Colour{0, 0};
    const auto found = std::lower_bound(kColours.begin(), kColours.end(), wanted, kByName);
    if (found == kColours.end() || found->name != wanted.name) return std::nullopt;
    return Colour{found->rgb, 1};
}

int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    const char lower = to_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<Colour> hex_colour(std::string_view digits) {
    const bool brief = digits.size() == 3 || digits.size() == 4;
    if (!brief && digits.size() != 6 && digits.size() != 8) return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : digits) {
        const int digit = hex_digit(c);
        if (digit < 0) return std::nullopt;
        value = brief ? value << 8 | static_cast<std::uint32_t>(digit * 17)
                      : value << 4 | static_cast<std::uint32_t>(digit);
    }
    if (digits.size() == 4 || digits.size() == 8) return Colour{value >> 8, (value & 0xFF) / 255.0};
    return Colour{value, 1};
}

/// HTML 2.4.6, rules for parsing a legacy colour value: any text is one. bgcolor="#00000" is black.
Colour legacy_colour(std::string_view text) {
    std::string digits;
    for (const char c : text.substr(text.front() == '#' ? 1 : 0))
        if (digits.size() < 128 && (static_cast<unsigned char>(c) & 0xC0) != 0x80) digits += hex_digit(c) < 0 ? '0' : c;
    while (digits.empty() || digits.size() % 3 != 0) digits += '0';
    const std::size_t third = digits.size() / 3;
    std::size_t skipped = third > 8 ? third - 8 : 0;
    const auto zero = [&](std::size_t i) {
        return digits[i] == '0' && digits[third + i] == '0' && digits[2 * third + i] == '0';
    };
    while (third - skipped > 2 && zero(skipped)) ++skipped;
    std::uint32_t rgb = 0;
    for (std::size_t part = 0; part < 3; ++part) {
        const std::string_view pair =
            std::string_view(digits).substr(part * third + skipped, std::min<std::size_t>(third - skipped, 2));
        for (const char c : pair) rgb = rgb << 4 | static_cast<std::uint32_t>(hex_digit(c));
        if (pair.size() < 2) rgb = (rgb & ~0xFu) << 4 | (rgb & 0xFu);
    }
    return {rgb, 1};
}

std::uint32_t channel(double value) {
    return static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

std::uint32_t from_hsl(double hue, double saturation, double lightness) {
    hue = std::fmod(std::fmod(hue, 360) + 360, 360) / 30;
    const double reach = saturation * std::min(lightness, 1 - lightness);
    const auto part = [&](double n) {
        const double k = std::fmod(n + hue, 12);
        return channel(255 * (lightness - reach * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}))));
    };
    return part(0) << 16 | part(8) << 8 | part(4);
}

/// The numbers of rgb(1, 2, 3), rgb(1 2 3 / 50%), hsl(…); percentages marked.
struct Arguments {
    std::array<double, 4> number{0, 0, 0, 1};
    std::array<bool, 4> percent{};
    std::size_t count = 0;
};

std::optional<Arguments> arguments(std::string_view text) {
    Arguments all;
    while (all.count < 4) {
        while (!text.empty() && (is_space(text.front()) || text.front() == ',' || text.front() == '/'))
            text.remove_prefix(1);
        const auto number = leading_number(text);
        if (!number) break;
        all.percent[all.count] = !text.empty() && text.front() == '%';
        all.number[all.count++] = *number;
        while (!text.empty() && (is_letter(text.front()) || text.front() == '%')) text.remove_prefix(1);
    }
    if (all.count < 3) return std::nullopt;
    return all;
}

std::optional<Colour> function_colour(std::string_view text) {
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos) return std::nullopt;
    const std::string_view function = trim(text.substr(0, open));
    const bool rgb = equals_lower(function, "rgb") || equals_lower(function, "rgba");
    if (!rgb && !equals_lower(function, "hsl") && !equals_lower(function, "hsla")) return std::nullopt;
    const auto given = arguments(text.substr(open + 1));
    if (!given) return std::nullopt;
    const auto& n = given->number;
    const double alpha = std::clamp(given->percent[3] ? n[3] / 100 : n[3], 0.0, 1.0);
    if (!rgb) return Colour{from_hsl(n[0], std::clamp(n[1] / 100, 0.0, 1.0), std::clamp(n[2] / 100, 0.0, 1.0)), alpha};
    const auto part = [&](std::size_t i) { return channel(given->percent[i] ? n[i] * 2.55 : n[i]); };
    return Colour{part(0) << 16 | part(1) << 8 | part(2), alpha};
}

std::array<double, 256> linear_light() {
    std::array<double, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double value = static_cast<double>(i) / 255;
        table[i] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    }
    return table;
}

/// WCAG 2.1 relative luminance.
double luminance(std::uint32_t rgb) {
    static const std::array<double, 256> linear = linear_light();
    return 0.2126 * linear[rgb >> 16 & 0xFF] + 0.7152 * linear[rgb >> 8 & 0xFF] + 0.0722 * linear[rgb & 0xFF];
}

}  // namespace

std::optional<Colour> css_colour(std::string_view text) {
    text = trim(text);
    if (text.empty()) return std::nullopt;
    if (text.front() == '#') return hex_colour(text.substr(1));
    if (text.back() == ')') return function_colour(text);
    return named_colour(text);
}

std::optional<Colour> attribute_colour(std::string_view text) {
    text = trim(text);
    if (text.empty()) return std::nullopt;
    const auto colour = css_colour(text);
    return colour ? colour : legacy_colour(text);
}

std::optional<double> leading_number(std::string_view& text) {
    std::size_t at = 0;
    const bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) ++at;
    const std::size_t digits = at;
    double value = 0, place = 1;
    for (; at < text.size() && is_digit(text[at]); ++at) value = value * 10 + (text[at] - '0');
    if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1]))
        for (++at; at < text.size() && is_digit(text[at]); ++at) value += (text[at] - '0') * (place /= 10);
    if (at == digits) return std::nullopt;
    text.remove_prefix(at);
    value = std::min(value, 1e9);
    return negative ? -value : value;
}

std::optional<Length> css_length(std::string_view text) {
    text = trim(text);
    const auto number = leading_number(text);
    if (!number) return std::nullopt;
    struct Named {
        std::string_view name;
        Unit unit;
        double factor;
    };
    static constexpr std::array<Named, 14> kUnits{{{"px", Unit::px, 1},
                                                   {"pt", Unit::px, 96.0 / 72},
                                                   {"em", Unit::em, 1},
                                                   {"%", Unit::percent, 1},
                                                   {"rem", Unit::rem, 1},
                                                   {"pc", Unit::px, 16},
                                                   {"in", Unit::px, 96},
                                                   {"cm", Unit::px, 96 / 2.54},
                                                   {"mm", Unit::px, 96 / 25.4},
                                                   {"ex", Unit::em, 0.5},
                                                   {"ch", Unit::em, 0.5},
                                                   {"vw", Unit::px, 6},
                                                   {"vh", Unit::px, 8},
                                                   {"q", Unit::px, 96 / 101.6}}};
    text = trim(text);
    if (text.empty()) return Length{*number, Unit::none};
    for (const Named& unit : kUnits)
        if (equals_lower(text, unit.name)) return Length{*number * unit.factor, unit.unit};
    return std::nullopt;
}

double contrast(std::uint32_t a, std::uint32_t b) {
    const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

int channel_distance(std::uint32_t a, std::uint32_t b) {
    int greatest = 0;
    for (const int shift : {16, 8, 0}) {
        const int one = static_cast<int>(a >> shift & 0xFF), other = static_cast<int>(b >> shift & 0xFF);
        greatest = std::max(greatest, std::abs(one - other));
    }
    return greatest;
}

std::uint32_t blend(Colour over, std::uint32_t under) {
    if (over.alpha >= 1) return over.rgb;
    const auto part = [&](int shift) {
        const double top = over.rgb >> shift & 0xFF, bottom = under >> shift & 0xFF;
        return channel(top * over.alpha + bottom * (1 - over.alpha)) << shift;
    };
    return part(16) | part(8) | part(0);
}

}  // namespace spamlint
