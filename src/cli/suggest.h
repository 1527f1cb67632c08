#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spamlint {

/// "; did you mean 'json'?" where one of the names is near to the word, else "".
std::string did_you_mean(std::string_view word, const std::vector<std::string>& names);

}  // namespace spamlint
