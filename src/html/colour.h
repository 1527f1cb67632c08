#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace spamlint {

struct Colour {
    std::uint32_t rgb = 0;  // 0xrrggbb
    double alpha = 1;
};

/// A CSS colour: names, #rgb, #rrggbb (and with alpha), rgb(), rgba(), hsl(), hsla(), transparent.
std::optional<Colour> css_colour(std::string_view text);
/// CSS's colour names and "transparent", in any case.
std::optional<Colour> named_colour(std::string_view text);
/// As attributes are read: whatever is no CSS colour is taken for digits. Empty: none.
std::optional<Colour> attribute_colour(std::string_view text);

/// WCAG contrast ratio of two colours, 1 (alike) to 21 (black on white).
double contrast(std::uint32_t a, std::uint32_t b);
/// The difference of red, green or blue, whichever is greatest: 0 to 255.
int channel_distance(std::uint32_t a, std::uint32_t b);
/// `over` with its alpha, seen on `under`.
std::uint32_t blend(Colour over, std::uint32_t under);

}  // namespace spamlint
