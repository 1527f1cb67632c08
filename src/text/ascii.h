#pragma once

#include <array>
#include <cstdint>

#include "span/ascii.h"

namespace spamlint::ascii {

/// How the loop over ASCII treats a byte.
struct Ascii {
    enum : std::uint8_t { slow = 1, space = 2, upper = 4 };
    std::array<std::uint8_t, 256> kind{};
    std::array<char, 256> folded{};

    constexpr Ascii() {
        for (unsigned c = 0; c < 256; ++c) {
            const bool capital = c >= 'A' && c <= 'Z';
            // A capital I may stand for l: only the slow step looks at its neighbours.
            const bool slow_step = c < 0x20 || c >= 0x7F || c == 'I';
            kind[c] =
                static_cast<std::uint8_t>((slow_step ? slow : 0) | (c == ' ' ? space : 0) | (capital ? upper : 0));
            folded[c] = static_cast<char>(capital ? c + 32 : c);
        }
    }
};
inline constexpr Ascii table;

}  // namespace spamlint::ascii
