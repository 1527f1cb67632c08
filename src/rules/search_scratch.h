#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "rules/matcher.h"
#include "rules/met_needs.h"

namespace spamlint {

/// What a search notes by ref and by need. Kept from message to message: it is a megabyte with the default packs, and
/// to clear it each time took 1 % of a batch.
struct SearchScratch {
    explicit SearchScratch(std::shared_ptr<const Matcher> of);

    void forget_counts();

    std::shared_ptr<const Matcher> matcher;
    std::vector<std::uint8_t> counts;     // hits by ref in the text and form at hand
    std::vector<std::uint32_t> counted;   // refs whose count is not zero
    MetNeeds met;                         // by the text and form at hand
    std::vector<std::uint32_t> patterns;  // to try on the text at hand
};

/// This thread's, for the matcher that it last searched with; another matcher gets a new one. One search at a time.
SearchScratch& search_scratch(const std::shared_ptr<const Matcher>& matcher);

}  // namespace spamlint
