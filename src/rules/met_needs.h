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

    void note(std::uint32_t need, std::size_t begin);
    /// Would a further place change nothing?
    bool knows_enough(std::uint32_t need) const { return slots_[need] != 0 && places_[slots_[need]].count > kMost; }
    /// Refs of the patterns that have all that they need.
    const std::vector<std::uint32_t>& patterns() const { return patterns_; }
    /// Where in the text matches of such a pattern can lie: ascending, apart from one another.
    std::vector<Span> windows(const PatternRef& pattern, std::string_view text, bool ascii) const;
    void forget();

private:
    static constexpr std::size_t kMost = 8;  // a need met more often, or a single byte, tells little of where
    struct Places {
        std::uint32_t count = 0;
        std::array<std::size_t, kMost> begins;  // those counted, of the literals
        bool some() const { return count <= kMost; }
        std::span<const std::size_t> all() const { return {begins.data(), count}; }
    };
    const Places& places(std::uint32_t need) const { return places_[slots_[need]]; }
    const Places* fewest(const PatternRef& pattern) const;
    bool all_near(const PatternRef& pattern, std::size_t begin, std::size_t reach) const;

    const Matcher& matcher_;
    std::vector<std::uint32_t> slots_;      // of places_ by need; 0 where it is not met
    std::vector<Places> places_{1};         // the first is no need's
    std::vector<std::uint32_t> met_;        // needs
    std::vector<std::uint32_t> unmet_;      // needs by ref that are not met; 0 too where none is
    std::vector<std::uint32_t> patterns_;
};

}  // namespace spamlint
