#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// What plain() no longer shows and joined() needs, at an offset of plain().
struct FoldMark {
    static constexpr char wide_gap = ' ';  // a space that was wider, or a line break, after a single letter
    std::size_t offset;
    char reads;  // the ASCII letter that the original looks like (capital I in a word: l), or wide_gap
};

/// A stretch of plain() and where it came from. `literal`: byte for byte; else one unit as a whole.
struct FoldRun {
    std::size_t plain_begin, plain_end;
    std::size_t text_begin, text_end;
    std::uint8_t folds;
    bool literal;
};

struct FoldedPlain {
    std::string plain;
    std::vector<FoldMark> marks;
};

/// Folds a text into the form of FoldedText::plain().
FoldedPlain fold_plain(std::string_view text);

/// The same once more, with the runs that lead back, in order of plain() and of the text.
std::vector<FoldRun> fold_runs(std::string_view text);

}  // namespace spamlint
