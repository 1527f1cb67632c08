#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "rules/matcher.h"
#include "span/span.h"

namespace spamlint {

/// How far in bytes from a place of itself a match of the pattern reaches at most; 0 where there is no bound.
std::size_t reach_of(const PatternRef& pattern, bool ascii);
/// Windows in any order made ascending and apart.
std::vector<Span> united(std::vector<Span> windows);

/// Which needs of patterns a text has met so far, and where. A match holds a literal of each need of its pattern and is
/// no longer than the pattern lets it be: where the literals stand is where it can lie.
class MetNeeds {
public:
    explicit MetNeeds(const Matcher& matcher);

    /// Forgets the text before and begins with one of so many bytes.
    void begin(std::size_t text_size);
    /// Gives the places back: megabytes after a long text.
    void forget();
    void note(std::uint32_t need, std::size_t begin);
    /// Would a further place change nothing?
    bool knows_enough(std::uint32_t need) const { return slots_[need] != 0 && places_[slots_[need]].lost; }
    /// Refs of the patterns that have all that they need.
    const std::vector<std::uint32_t>& patterns() const { return patterns_; }
    /// Where in the text matches of such a pattern can lie: ascending, apart from one another.
    std::vector<Span> windows(const PatternRef& pattern, std::string_view text, bool ascii);

private:
    static constexpr std::size_t kFew = 8;
    /// Where a need is met: ascending once sorted. In texts beyond 4 GB all are lost.
    struct Places {
        std::size_t count = 0;
        std::array<std::uint32_t, kFew> few;
        std::vector<std::uint32_t> many{};  // all of them, where they are more than a few
        bool lost = false;                  // met too often to tell anything, or a single byte
        std::span<std::uint32_t> all() { return count <= kFew ? std::span(few.data(), count) : std::span(many); }
    };
    Places& places(std::uint32_t need) { return places_[slots_[need]]; }
    Places* fewest(const PatternRef& pattern);
    bool all_near(const PatternRef& pattern, std::size_t begin, std::size_t reach);

    const Matcher& matcher_;
    std::size_t most_ = kFew;           // places that are kept of a need
    std::vector<std::uint32_t> slots_;  // of places_ by need; 0 where it is not met
    std::vector<Places> places_{1};     // the first is no need's
    std::vector<std::uint32_t> met_;    // needs
    std::vector<std::uint32_t> unmet_;  // needs by ref that are not met; 0 too where none is
    std::vector<std::uint32_t> patterns_;
};

}  // namespace spamlint
