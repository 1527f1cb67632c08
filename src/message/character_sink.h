#pragma once

#include <string_view>

#include "message/charset.h"

namespace spamlint {

/// Takes a text character by character from left to right and gathers equal steps into runs.
/// Spans given to it are of the bytes that are being converted.
class CharacterSink {
public:
    CharacterSink(std::size_t offset, LineEnds lines) : offset_(offset), lines_(lines) {}

    void reserve(std::size_t size) { result_.text.reserve(size); }

    /// One or more characters that came from `source` as a whole.
    void put(std::string_view utf8, Span source);
    /// U+FFFD for bytes that are none of the charset's.
    void put_fault(Span source);
    /// Valid UTF-8 that stands in the source at `begin`, byte for byte.
    void put_literal(std::string_view utf8, std::size_t begin);

    Converted finish() &&;

private:
    void hold_cr(Span source);
    void put_lf(Span source);
    void flush_crs();
    void add(std::string_view utf8, Span source);
    void add_coarse(std::string_view utf8, Span source);
    void flush_coarse();
    bool drops_mark(std::string_view utf8) const;

    std::size_t offset_;
    LineEnds lines_;
    Converted result_;
    Span crs_{};                   // CRs that may still turn out to begin a CRLF
    std::size_t cr_count_ = 0;
    Span coarse_{};                // source of the unit that is being gathered
    std::size_t coarse_size_ = 0;  // and its size in the text
};

}  // namespace spamlint
