#include "span/mapped_text.h"

namespace spamlint {
namespace {

/// The first byte from `low` on whose source passes the test; sources rise, so that all behind it pass too.
template <typename Passes>
std::size_t first_byte(const MappedText& text, std::size_t low, const Passes& passes) {
    std::size_t high = text.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (passes(text.source({middle, middle + 1}))) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

}  // namespace

std::size_t MappedText::derived_at(std::size_t offset) const {
    return first_byte(*this, 0, [&](Span source) { return source.end > offset; });
}

Span MappedText::derived(Span raw) const {
    const std::size_t begin = derived_at(raw.begin);
    return {begin, first_byte(*this, begin, [&](Span source) { return source.begin >= raw.end; })};
}

}  // namespace spamlint
