#include "message/ascii.h"

#include <cstdint>
#include <cstring>

namespace spamlint::ascii {

bool is_ascii(std::string_view text) {
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, sizeof word);
        if ((word & 0x8080808080808080U) != 0) return false;
    }
    for (; i < text.size(); ++i)
        if (is_8bit(text[i])) return false;
    return true;
}

}  // namespace spamlint::ascii
