#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "span/span.h"
#include "text/fold.h"

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

/// A place at which folding can begin anew.
struct FoldCheckpoint {
    std::size_t text, plain;
    bool unspaced;  // the character before is of unspaced writing
};

/// Far more than any text has that is meant to be read.
inline constexpr std::size_t kMaxMarks = 1'000'000;  // 16 MB, while the text is folded

struct FoldedPlain {
    std::string plain;
    std::vector<FoldMark> marks;
    std::vector<FoldCheckpoint> checkpoints;  // one in a hundred bytes or so; the first is the beginning
    // Offset of plain behind which marks are missing, or characters that would be longer folded (㍿, ﷺ) stay as they
    // are; its size where neither bound was met.
    std::size_t bound;
};

/// Folds a text into the form of FoldedText::plain(), which may become `growth` bytes longer than the text.
FoldedPlain fold_plain(std::string_view text, std::size_t growth = FoldBudget().growth);

/// Folds once more from the last checkpoint before `span` of plain() to its end, and returns the runs that lead back,
/// in order of plain() and of the text. What lies before the checkpoint or behind the span may be missing.
std::vector<FoldRun> fold_runs(std::string_view text, const std::vector<FoldCheckpoint>& checkpoints, Span span,
                               std::size_t growth);

}  // namespace spamlint
