#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "span/span.h"

namespace re2 {
class RE2;
}

namespace spamlint {

/// An RE2 pattern that compiles when first needed (58 µs in the mean, 33 for ASCII alone) and is shared by all threads.
class LazyRegex {
public:
    /// For the pattern's text see keep().
    LazyRegex(std::string_view pattern, bool fold_case);
    ~LazyRegex();

    bool found_in(std::string_view text) const;
    /// Non-overlapping matches from left to right that lie in one of the windows, at most `most`; empty ones are left
    /// out. Windows are ascending and apart; what stands around them is seen by `\b`, `^` and `$`.
    std::vector<Span> matches(std::string_view text, const std::vector<Span>& windows, std::size_t most) const;

private:
    struct Compiled {
        std::once_flag once;
        std::unique_ptr<const re2::RE2> regex;
    };
    std::unique_ptr<const re2::RE2> compile(std::string_view form, bool ascii) const;
    const re2::RE2& exact(bool ascii) const;
    const re2::RE2* relaxed(bool ascii) const;
    bool may_match(std::string_view text, Span window, bool ascii) const;
    Span first_match(std::string_view text, Span window, bool ascii, std::size_t& tries) const;

    std::string_view pattern_;
    bool fold_case_;
    mutable std::array<Compiled, 2> exact_, relaxed_;  // for UTF-8, and for ASCII alone
};

/// What is wrong with a pattern and what to do, or "": RE2's own message, a program too large, one that matches the
/// empty text.
std::string pattern_fault(const std::string& pattern, bool fold_case);

}  // namespace spamlint
