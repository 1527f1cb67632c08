#include "html/css_values.h"

#include <algorithm>
#include <array>

#include "html/ascii.h"

namespace spamlint {

std::optional<double> leading_number(std::string_view& text) {
    std::size_t at = 0;
    const bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) ++at;
    const std::size_t digits = at;
    double value = 0, place = 1;
    for (; at < text.size() && ascii::is_digit(text[at]); ++at) value = value * 10 + (text[at] - '0');
    if (at + 1 < text.size() && text[at] == '.' && ascii::is_digit(text[at + 1]))
        for (++at; at < text.size() && ascii::is_digit(text[at]); ++at) value += (text[at] - '0') * (place /= 10);
    if (at == digits) return std::nullopt;
    text.remove_prefix(at);
    value = std::min(value, 1e9);
    return negative ? -value : value;
}

std::optional<Length> css_length(std::string_view text) {
    text = trim(text);
    if (starts_lower(text, "calc(") && text.back() == ')') text = trim(text.substr(5, text.size() - 6));  // calc(0px)
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

std::string_view next_token(std::string_view& value, char also_parts) {
    while (!value.empty() && (is_space(value.front()) || value.front() == also_parts)) value.remove_prefix(1);
    std::size_t depth = 0, at = 0;
    char quote = '\0';
    for (; at < value.size(); ++at) {
        const char c = value[at];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')') {
            depth -= depth > 0 ? 1 : 0;
        } else if (depth == 0 && (is_space(c) || c == also_parts)) {
            break;
        }
    }
    const std::string_view token = value.substr(0, at);
    value.remove_prefix(at);
    return token;
}

}  // namespace spamlint
