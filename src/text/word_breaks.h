#pragma once

#include <cstddef>
#include <string_view>

namespace spamlint {

/// Does an ICU word straddle `offset`, a place between two characters of unspaced writing (Han, Kana, Thai)? False
/// where other writing stands on either side. ICU sees a window of up to 12 characters on each side.
bool cuts_word(std::string_view folded, std::size_t offset);

}  // namespace spamlint
