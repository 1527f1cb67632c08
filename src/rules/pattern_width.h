#pragma once

#include <cstddef>
#include <string_view>

namespace spamlint {

/// The most code points that a match of the RE2 pattern can have; 0 where there is no bound, or none is known.
std::size_t longest_match(std::string_view pattern);

}  // namespace spamlint
