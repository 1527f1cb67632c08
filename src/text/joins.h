#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "text/fold_pass.h"

namespace spamlint {

/// One change from plain() to joined(): a character read as an ASCII letter, or characters removed.
struct Join {
    std::uint32_t begin;  // in plain()
    std::uint8_t size;    // bytes
    char letter;          // 0: removed
    bool either;          // looks like i and like l
    std::uint8_t folds;   // 0: a space or sign that may also be natural; decided only for a hit

    std::size_t end() const { return std::size_t{begin} + size; }
};

/// A deque: a vector would hold them twice while it grows.
using Joins = std::deque<Join>;

struct FoundJoins {
    Joins joins;      // in order and apart from one another
    std::size_t end;  // of plain(), up to where they were looked for: less than all of it where there are more
};

/// The changes that make joined() of a plain(). Linear in the text; a text of 4 GiB or more gets none.
/// `most`: or few more.
FoundJoins find_joins(std::string_view plain, const std::vector<FoldMark>& marks, std::size_t most);

}  // namespace spamlint
