#pragma once

#include "rules/read_value.h"

namespace spamlint {

/// `policy`, `date` and `sources` of a pack: all of them or none.
void read_policy(const YamlNode& pack, PackInfo& info, Problems& problems);

}  // namespace spamlint
