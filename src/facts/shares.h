#pragma once

#include <string>
#include <vector>

namespace spamlint {

/// Share of the words of `of` that are in `in`, 0 to 1; `none` when `of` is empty. Both sorted and unique.
double share_found(const std::vector<std::string>& of, const std::vector<std::string>& in, double none);

}  // namespace spamlint
