#pragma once

#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// Words of an HTML text that are spelled as numeric entities though ASCII has their letters (&#119;&#101; for "we"),
/// three letters and more in a row. Left out are attributes, and what holds an @: addresses are spelled so to hide them
/// from harvesters. Linear in time.
std::vector<Span> entity_words(std::string_view html, std::size_t most);

}  // namespace spamlint
