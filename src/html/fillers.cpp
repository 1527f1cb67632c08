#include "html/fillers.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace spamlint {
namespace {

struct Range {
    std::uint32_t first, last;
};

// Unicode's Default_Ignorable_Code_Point and White_Space beyond ASCII, and the blank Braille pattern.
constexpr std::array<Range, 18> kFillers{{{0x00, 0x20},
                                          {0x7F, 0xA0},
                                          {0xAD, 0xAD},
                                          {0x34F, 0x34F},
                                          {0x61C, 0x61C},
                                          {0x115F, 0x1160},
                                          {0x1680, 0x1680},
                                          {0x17B4, 0x17B5},
                                          {0x180B, 0x180F},
                                          {0x2000, 0x200F},
                                          {0x2028, 0x202F},
                                          {0x205F, 0x206F},
                                          {0x2800, 0x2800},
                                          {0x3000, 0x3000},
                                          {0x3164, 0x3164},
                                          {0xFE00, 0xFE0F},
                                          {0xFEFF, 0xFEFF},
                                          {0xFFA0, 0xFFA0}}};

/// The code point at the front, which is taken off. Broken bytes count as themselves: they have a shape.
std::uint32_t take_code_point(std::string_view& utf8) {
    const auto lead = static_cast<unsigned char>(utf8.front());
    const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::uint32_t code = size == 1 ? lead : lead & (0x7Fu >> size);
    for (std::size_t i = 1; i < size && i < utf8.size(); ++i)
        code = code << 6 | (static_cast<unsigned char>(utf8[i]) & 0x3Fu);
    utf8.remove_prefix(std::min(size, utf8.size()));
    return code;
}

}  // namespace

bool only_fillers(std::string_view utf8) {
    while (!utf8.empty()) {
        const std::uint32_t code = take_code_point(utf8);
        const auto range = std::find_if(kFillers.begin(), kFillers.end(), [&](Range r) { return code <= r.last; });
        if (range == kFillers.end() || code < range->first) return false;
    }
    return true;
}

}  // namespace spamlint
