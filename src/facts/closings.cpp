#include "facts/closings.h"

#include <algorithm>

namespace spamlint {

std::size_t Closings::find(std::string_view close, std::size_t from) {
    auto known = std::ranges::find(known_, close, &Known::close);
    if (known == known_.end()) {
        known_.push_back({close, from, text_.find(close, from)});
        return known_.back().at;
    }
    if (from > known->at) {
        known->at = text_.find(close, from);
        known->from = from;
    } else if (from < known->from) {
        const std::string_view before = text_.substr(0, known->from + close.size() - 1);
        if (const std::size_t at = before.find(close, from); at != std::string_view::npos) known->at = at;
        known->from = from;
    }
    return known->at;
}

}  // namespace spamlint
