#pragma once

#include <cstdint>
#include <string>

namespace spamlint {

/// Most characters that compose() takes at once. More on one base is no writing (UAX #15, Stream-Safe Text, allows 30),
/// and ICU's reordering of a longer stack costs quadratic time.
inline constexpr int longest_stack = 32;

/// Folds a base together with the marks that attach to it, [begin, end) of UTF-8, and adds the Fold bits needed. Holds
/// at most longest_stack characters besides ignorable ones.
std::string compose(const unsigned char* begin, const unsigned char* end, std::uint8_t& folds);

}  // namespace spamlint
