#include "html/colour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "html/ascii.h"
#include "html/css_values.h"

namespace spamlint {
namespace {

int hex_digit(char c) {
    if (ascii::is_digit(c)) return c - '0';
    const char lower = ascii::lower(c);
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
        while (!text.empty() && (ascii::is_alpha(text.front()) || text.front() == '%')) text.remove_prefix(1);
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
