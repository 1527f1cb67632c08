#include "span/mapped_text.h"

namespace spamlint {

std::size_t MappedText::derived_at(std::size_t offset) const {
    std::size_t low = 0, high = size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (source({middle, middle + 1}).end > offset) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

Span MappedText::derived(Span raw) const {
    const std::size_t begin = derived_at(raw.begin);
    std::size_t low = begin, high = size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (source({middle, middle + 1}).begin >= raw.end) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return {begin, low};
}

}  // namespace spamlint
