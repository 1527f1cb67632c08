#pragma once

#include <cstdint>
#include <string_view>

#include "message/charset.h"
#include "message/run_builder.h"

namespace spamlint {

/// Takes a text character by character from left to right and gathers equal steps into runs.
/// Spans given to it are of the bytes that are being converted.
class CharacterSink {
public:
    /// `most`: bytes of the text; what would make it longer is left out.
    CharacterSink(std::size_t offset, LineEnds lines, std::size_t most)
        : offset_(offset), lines_(lines), most_(most) {}

    void reserve(std::size_t size) { out_.reserve(size); }
    bool has_fault() const { return faults_ > 0; }

    /// A code point other than a surrogate.
    void put(std::uint32_t code_point, Span source);
    /// Several characters that came from `source` as a whole, none of them a line break or a mark.
    void put_together(std::string_view utf8, Span source);
    /// U+FFFD for bytes that are none of the charset's.
    void put_fault(Span source);
    /// Valid UTF-8 that stands in the source at `begin`, byte for byte.
    void put_literal(std::string_view utf8, std::size_t begin);

    Converted finish() &&;

private:
    void hold_cr(Span source);
    void put_lf(Span source);
    void flush_crs();
    void add(std::string_view utf8, Span source) {
        const Span from{offset_ + source.begin, offset_ + source.end};
        if (out_.text().size() + utf8.size() > most_ && !cut_) cut_ = from;
        if (!cut_) out_.append(utf8, from);
    }
    bool drops_mark(std::string_view utf8) const;

    std::size_t offset_;
    LineEnds lines_;
    std::size_t most_;
    RunBuilder out_;
    std::optional<Span> cut_;
    std::optional<Span> fault_;
    std::size_t faults_ = 0;
    Span crs_{};                   // CRs that may still turn out to begin a CRLF
    std::size_t cr_count_ = 0;
};

}  // namespace spamlint
