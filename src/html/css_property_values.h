#pragma once

#include <string_view>
#include <vector>

#include "html/css_declarations.h"

namespace spamlint {

/// Reads the value of the property `name` (in lower case) into `declaration`, and appends what it stands for: two
/// declarations for a shorthand, none for a value that is invalid. `text` holds `value`: spans are of it.
void append_value(std::string_view text, std::string_view name, std::string_view value, StyleDeclaration declaration,
                  std::vector<StyleDeclaration>& declarations);

}  // namespace spamlint
