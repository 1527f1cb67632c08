#pragma once

#include <cstddef>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// How often something stands in a text, and where it stands first: hostile text may hold it millions of times.
struct Occurrences {
    static constexpr std::size_t most = 20;  // people read a few

    std::size_t count = 0;
    std::vector<Span> first;

    void add(Span place) {
        ++count;
        if (first.size() < most) first.push_back(place);
    }
};

}  // namespace spamlint
