#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "span/span.h"
#include "text/joins.h"

namespace spamlint {

/// The letter, digit or other byte as joined() writes it: i, l and 1 are one letter, o and 0 another.
char skeleton_byte(char byte);

/// joined(): the neighbourhoods of plain() around its joins, with the way back.
class JoinedText {
public:
    JoinedText(std::string_view plain, Joins joins);

    std::string take_text() { return std::move(text_); }

    /// A stretch of joined() that was copied, or the work of one join (empty in joined() where that removed something).
    struct Segment {
        Span joined, plain;
        const Join* join = nullptr;
    };

    /// The segments of a span of joined(), cut to it. Removals at its edges are left out.
    std::vector<Segment> segments(Span joined) const;

private:
    /// Where a neighbourhood, or a further stretch of it, begins.
    struct Anchor {
        std::size_t joined, plain;
        std::size_t join;       // the first one from here on
        std::size_t plain_end;  // of the neighbourhood
    };

    void copy(std::string_view plain, Span span);
    void add_neighbourhood(std::string_view plain, Span span, std::size_t first, std::size_t last);

    std::string text_;
    Joins joins_;
    std::vector<Anchor> anchors_;
};

}  // namespace spamlint
