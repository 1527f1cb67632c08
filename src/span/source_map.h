#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// Which source bytes each byte of a derived text came from.
///
/// The map is a list of runs. Within a run, every `derived_step` derived bytes came from the next
/// `source_step` source bytes:
///
///     1 : 1   literal text            免 in UTF-8, 8bit
///     3 : 4   base64                  5YWN
///     1 : 3   quoted-printable        =E5=85=8D
///     3 : 2   GBK to UTF-8            two bytes make three
///     n : m   one unit                &copy;  (2 : 6)
///
/// so that a whole base64 line or a paragraph of GBK costs one run of 32 bytes. A map may stand on
/// another (`over`): the source of one step is the derived text of the step before, and `source()`
/// goes through all of them down to the raw file.
///
/// A map that has grown beyond kFineRuns goes on with short runs in units of 512 bytes, so that its memory is bounded
/// by the size of the text however its steps alternate. See FineRuns too.
class SourceMap {
public:
    static constexpr std::size_t kFineRuns = 120'000;  // 4 MB; of 14,700 real messages none has more than 19,000

    struct Run {
        std::size_t derived_begin;
        std::size_t derived_end;
        std::size_t source_begin;
        std::uint32_t derived_step;
        std::uint32_t source_step;
    };

    SourceMap() = default;

    /// Derived bytes [0, source.size()) are the source bytes themselves.
    static SourceMap identity(Span source);

    /// The next `derived_size` derived bytes came from the source bytes from `source_begin` on, in
    /// units of `derived_step` to `source_step`. `derived_size` is a multiple of `derived_step`.
    void append(std::size_t derived_size, std::size_t source_begin, std::uint32_t derived_step,
                std::uint32_t source_step);

    /// The next `derived_size` derived bytes came from `source`: byte for byte where the sizes
    /// agree, else as one unit.
    void append(std::size_t derived_size, Span source);

    /// Puts this map on top of `base`: what were source offsets are offsets into base's derived text.
    void stand_on(std::shared_ptr<const SourceMap> base) { base_ = std::move(base); }

    /// The raw bytes that `derived` came from, grown to whole units. An empty span maps to an empty
    /// span at the place where it stands. Offsets beyond the end are clamped.
    Span source(Span derived) const;

    std::size_t derived_size() const { return runs_.empty() ? 0 : runs_.back().derived_end; }
    const std::vector<Run>& runs() const { return runs_; }

private:
    bool is_fine() const;
    bool join_last(std::size_t derived_size, Span source);
    Span source_of_step(Span derived) const;
    const Run& run_at(std::size_t derived) const;

    std::vector<Run> runs_;
    std::shared_ptr<const SourceMap> base_;
};

/// Bounds the runs of all maps that this thread makes while the object lives: a message may have thousands of
/// texts. Not to be nested.
class FineRuns {
public:
    static constexpr std::size_t kOfMessage = 300'000;  // 10 MB

    FineRuns();
    ~FineRuns();
    FineRuns(const FineRuns&) = delete;
};

}  // namespace spamlint
