#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// A stretch of decoded text and the source it came from: byte for byte where the sizes agree, else as one unit.
struct AlignedPiece {
    std::string_view decoded;
    Span source;
};

/// What else than text and entities the source of a text may hold.
enum class Markup {
    skipped,    // tags that the parser ignored: text merges across x</bogus>y
    literal,    // <title>, <textarea>: "<" is text
    attribute,  // the value of one: "&amp" before a letter, a digit or "=" is text too (HTML 13.2.5.73)
    raw,        // <xmp>, <plaintext>: all "&" are text
};

/// Pairs gumbo's decoded text with the raw source that it was decoded from. `source_begin` is the offset of `raw`.
/// Where the two cannot be paired, the rest is one piece that came from the rest of the source. `pieces` is emptied
/// first.
void align(std::string_view raw, std::size_t source_begin, std::string_view decoded, Markup markup,
           std::vector<AlignedPiece>& pieces);

}  // namespace spamlint
