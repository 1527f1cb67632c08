#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

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

/// Pieces are handed on one by one: four megabytes of "&amp; " have more of them than memory is allowed for.
using TakePiece = std::function<void(const AlignedPiece&)>;

/// Puts together what goes on byte for byte, in the text and in the source, and hands on the rest.
class PieceJoiner {
public:
    explicit PieceJoiner(const TakePiece& take) : take_(take) {}
    void add(const AlignedPiece& piece);
    void finish();

private:
    const TakePiece& take_;
    AlignedPiece last_;
};

/// Pairs gumbo's decoded text with the raw source that it was decoded from. `source_begin` is the offset of `raw`.
/// Where the two cannot be paired, the rest is one piece that came from the rest of the source.
void align(std::string_view raw, std::size_t source_begin, std::string_view decoded, Markup markup,
           const TakePiece& take);

}  // namespace spamlint
