#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "span/span.h"
#include "text/joins.h"
#include "text/word_run.h"

namespace spamlint {

/// Finds letters parted one by one by the same separator, three or more: f.r.e.e, f r e e, F * R * E * E.
/// Initials (J. R. R.) and lists (a, b, c) have their separator on one side only and are none.
class SpacedOut {
public:
    SpacedOut(std::string_view plain, const std::vector<FoldMark>& marks) : plain_(plain), marks_(marks) {}

    /// The next word and the gap between it and the word before; empty where something else stands between.
    void word(const WordRun& word, Span gap, Joins& joins);
    /// Ends the chain that may be open.
    void finish(Joins& joins);

private:
    /// What stands between two letters; no sign where they are parted otherwise.
    struct Form {
        char32_t sign = 0;
        std::size_t count = 0;
        bool spaced = false;
        bool wide = false;
        friend bool operator==(const Form&, const Form&) = default;
    };

    Form form_of(Span gap);
    bool is_wide(std::size_t offset);
    void start(std::size_t at);
    void add_letter(std::size_t at);

    std::string_view plain_;
    const std::vector<FoldMark>& marks_;
    std::size_t next_mark_ = 0;
    Form form_;
    std::vector<Join> parts_;  // the gaps of the open chain, and its digits that stand for letters
    std::size_t last_ = 0;     // where its last letter stands
    std::size_t characters_ = 0, letters_ = 0;
};

}  // namespace spamlint
