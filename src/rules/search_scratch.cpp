#include "rules/search_scratch.h"

#include <optional>
#include <utility>

namespace spamlint {

SearchScratch::SearchScratch(std::shared_ptr<const Matcher> of)
    : matcher(std::move(of)), counts(matcher->refs()), met(*matcher) {}

void SearchScratch::forget_counts() {
    for (const std::uint32_t ref : counted) counts[ref] = 0;
    counted.clear();
}

SearchScratch& search_scratch(const std::shared_ptr<const Matcher>& matcher) {
    thread_local std::optional<SearchScratch> scratch;
    if (!scratch || scratch->matcher != matcher) scratch.emplace(matcher);
    scratch->forget_counts();  // of a search that ended by an exception
    return *scratch;
}

}  // namespace spamlint
