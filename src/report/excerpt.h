#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "span/span.h"

namespace spamlint {

/// A piece of one line as a terminal shows it, and where the hit stands in it.
struct Excerpt {
    std::string before, hit, after;  // together the line, "…" where it was cut
    std::size_t caret_column = 0;    // columns before the hit
    std::size_t caret_width = 1;     // columns of the hit, at least one

    std::string line() const { return before + hit + after; }
    /// "    ^^^^": goes under line().
    std::string carets() const { return std::string(caret_column, ' ') + std::string(caret_width, '^'); }
};

/// Cuts `line` (bytes of any encoding, no line break) to `width` columns around `hit`, a span of the line.
/// The time it takes depends on `width`, not on the length of the line.
Excerpt excerpt(std::string_view line, Span hit, std::size_t width);

}  // namespace spamlint
