#pragma once

#include <string_view>

namespace spamlint {

/// True when a text holds nothing but white space and characters without a shape, as newsletters pad preheaders with.
bool only_fillers(std::string_view utf8);

}  // namespace spamlint
