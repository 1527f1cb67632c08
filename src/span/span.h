#pragma once

#include <algorithm>
#include <cstddef>

namespace spamlint {

/// A half-open stretch of bytes, [begin, end). Unless said otherwise the bytes are those of the
/// raw file: whatever is reported is a span of the file that the author edits.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t size() const { return end - begin; }
    bool empty() const { return begin >= end; }
    bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
    bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
    bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    friend bool operator==(Span, Span) = default;
    friend auto operator<=>(Span, Span) = default;
};

/// The smallest span that holds both.
inline Span hull(Span a, Span b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace spamlint
