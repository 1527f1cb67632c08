#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "html/aligned_text.h"
#include "span/span.h"

namespace spamlint {

/// HTML in which each stretch of plain text is one character, its stand-in. gumbo takes every character of a text
/// through the whole tree builder as a token of its own, 40 % of its time on mail, and only the first of a stretch can
/// change the tree.
class ShortHtml {
public:
    /// `texts`: where the HTML, which must outlive this, is text and nothing else, in order. See TagScan.
    ShortHtml(std::string_view html, std::span<const Span> texts);

    std::string_view html() const { return html_; }
    std::string_view text() const { return short_; }

    /// Where in the HTML an offset, or a span, of the short text stands. For one thread.
    std::size_t source_at(std::size_t at) const;
    Span source(Span of_short) const { return {source_at(of_short.begin), source_at(of_short.end)}; }
    /// Hands on a piece of the short text as pieces of the HTML, with what stands there for the stand-ins. One joiner
    /// takes the pieces of a text.
    void restore(const AlignedPiece& piece, PieceJoiner& restored) const;

private:
    struct Cut {
        std::size_t at;  // of the stand-in, in the short text
        Span source;
    };
    /// Index of the first cut at `at` or behind.
    std::size_t cut_from(std::size_t at) const;
    bool is_between(std::size_t at, std::size_t cut) const {
        return (cut == 0 || cuts_[cut - 1].at < at) && (cut == cuts_.size() || at <= cuts_[cut].at);
    }
    void stand_in(char c, Span stretch);
    void shorten(Span text);
    void add(std::string_view decoded, Span source, PieceJoiner& restored) const;

    std::string_view html_;
    std::string short_;
    std::size_t copied_ = 0;  // of html_
    std::vector<Cut> cuts_;
    mutable std::size_t last_cut_ = 0;  // that was looked for: spans are asked for nearly in order
};

}  // namespace spamlint
