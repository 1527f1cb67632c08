#pragma once

#include <string>
#include <string_view>

namespace spamlint {

/// UTS #39 section 4: what the text looks like. Compare skeletons with skeletons only ("m" becomes "rn"). Lower case.
std::string skeleton(std::string_view text);

/// UTS #39 section 5.2: does a label go beyond the "moderately restrictive" level, or hold invisible characters?
bool mixes_scripts(std::string_view label);

}  // namespace spamlint
