#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// Line and column, both from 1; columns count bytes.
struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
    friend bool operator==(Position, Position) = default;
};

/// Where the lines of a file begin. A line ends with LF, CRLF or a bare CR.
/// Made only for output: the pipeline itself knows offsets alone.
class LineIndex {
public:
    explicit LineIndex(std::string_view file);

    Position position(std::size_t offset) const;
    /// The bytes of a line (from 1) without its line break.
    Span line(std::size_t number) const;
    std::size_t count() const { return count_; }

private:
    struct Mark {
        std::size_t line, begin;
    };
    /// Where a line that holds `at` ends, or `limit`.
    std::size_t line_end(std::size_t at, std::size_t limit) const;
    /// Where the line after the one that holds `at` begins, if its break begins before `limit`; else npos.
    std::size_t next_line(std::size_t at, std::size_t limit) const;

    std::string_view file_;
    bool has_cr_;
    std::size_t count_ = 1;
    std::vector<Mark> marks_;  // the line that each 512th byte is in
};

}  // namespace spamlint
