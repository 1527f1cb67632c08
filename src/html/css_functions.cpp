#include "html/css_functions.h"

#include <array>
#include <cmath>

#include "html/ascii.h"
#include "html/css_values.h"

namespace spamlint {
namespace {

constexpr double kFarPx = 500;
constexpr double kLeastOpacity = 0.1;
constexpr double kDegreesOffEdge = 1;  // 200px wide become less than 4

/// Whether one of the numbers of a scale is next to 0.
bool scales_to_nothing(std::string_view numbers) {
    constexpr double least_scale = 0.02;  // 16px become less than a pixel
    for (std::string_view number = next_token(numbers, ','); !number.empty(); number = next_token(numbers, ',')) {
        const auto factor = css_length(number);
        const double shown = !factor ? 1 : factor->unit == Unit::percent ? factor->number / 100 : factor->number;
        if (std::abs(shown) < least_scale) return true;
    }
    return false;
}

/// Whether a turn around the x or y axis shows the edge alone: rotateX(90deg), rotateY(0.25turn).
bool turns_on_edge(std::string_view angle) {
    angle = trim(angle);
    auto number = leading_number(angle);
    if (!number) return false;
    if (equals_lower(trim(angle), "turn")) *number *= 360;
    const double beyond = std::fmod(std::abs(*number), 180);
    return std::abs(beyond - 90) < kDegreesOffEdge;
}

/// Whether one of the lengths moves far to the left or up.
bool moves_far(std::string_view lengths) {
    for (std::string_view token = next_token(lengths, ','); !token.empty(); token = next_token(lengths, ',')) {
        const auto length = css_length(token);
        const double factor = length && (length->unit == Unit::em || length->unit == Unit::rem) ? 16 : 1;
        if (length && length->unit != Unit::percent && length->number * factor <= -kFarPx) return true;
    }
    return false;
}

Keyword effect_of(std::string_view function, std::string_view arguments) {
    if (starts_lower(function, "scale") && !starts_lower(function, "scalez"))
        return scales_to_nothing(arguments) ? Keyword::hidden : Keyword::shown;
    if (starts_lower(function, "rotatex(") || starts_lower(function, "rotatey("))
        return turns_on_edge(arguments) ? Keyword::hidden : Keyword::shown;
    if (starts_lower(function, "translate") && !starts_lower(function, "translatez"))
        return moves_far(arguments) ? Keyword::outside : Keyword::shown;
    return Keyword::shown;
}

/// The first function whose effect is another than `shown`, found by `effect`.
template <typename Effect>
bool read_functions(std::string_view value, StyleDeclaration& declaration, Effect effect) {
    declaration.keyword = Keyword::shown;
    for (std::string_view function = next_token(value); !function.empty(); function = next_token(value)) {
        const std::size_t open = function.find('('), close = function.rfind(')');
        if (open == function.npos || close == function.npos || close < open || declaration.keyword != Keyword::shown)
            continue;
        declaration.keyword = effect(function, function.substr(open + 1, close - open - 1));
    }
    return true;
}

}  // namespace

bool read_clip(std::string_view value, StyleDeclaration& declaration) {
    const std::size_t open = value.find('(');
    declaration.keyword = Keyword::shown;
    if (open == value.npos) return true;
    const std::string_view function = trim(value.substr(0, open));
    std::array<Length, 4> side{};
    std::size_t count = 0;
    std::string_view rest = value.substr(open + 1, value.rfind(')') - open - 1);
    for (std::string_view token = next_token(rest, ','); !token.empty() && count < 4; token = next_token(rest, ',')) {
        const auto length = css_length(token);
        if (!length) return true;
        side[count++] = *length;
    }
    bool nothing = false;
    if (equals_lower(function, "rect") && count == 4)  // top, right, bottom, left
        nothing = side[2].number - side[0].number <= 1 && side[1].number - side[3].number <= 1;
    if (equals_lower(function, "inset") && count > 0) nothing = side[0].unit == Unit::percent && side[0].number >= 50;
    if (equals_lower(function, "circle") && count == 1) nothing = side[0].number == 0;
    if (nothing) declaration.keyword = Keyword::hidden;
    return true;
}

bool read_scale(std::string_view value, StyleDeclaration& declaration) {
    declaration.keyword = scales_to_nothing(value) ? Keyword::hidden : Keyword::shown;
    return true;
}

bool read_transform(std::string_view value, StyleDeclaration& declaration) {
    return read_functions(value, declaration, effect_of);
}

bool read_filter(std::string_view value, StyleDeclaration& declaration) {
    return read_functions(value, declaration, [](std::string_view function, std::string_view arguments) {
        const auto share = css_length(arguments);
        if (!starts_lower(function, "opacity(") || !share) return Keyword::shown;
        const double opacity = share->unit == Unit::percent ? share->number / 100 : share->number;
        return opacity < kLeastOpacity ? Keyword::hidden : Keyword::shown;
    });
}

}  // namespace spamlint
