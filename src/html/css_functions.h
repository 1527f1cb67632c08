#pragma once

#include <string_view>

#include "html/css_declarations.h"

namespace spamlint {

// Values that are functions. Each sets the declaration's keyword: `hidden` where nothing is left to see, `outside`
// where all is moved far away, else `shown`; and returns true.

/// clip: rect(0 0 0 0) or rect(1px, 1px, 1px, 1px); clip-path: inset(50%) or more, circle(0).
bool read_clip(std::string_view value, StyleDeclaration& declaration);
/// scale: 0, scale: 1 0
bool read_scale(std::string_view value, StyleDeclaration& declaration);
/// transform: scale(0), rotateX(90deg), translate(-9999px). scaleZ() and rotate() hide nothing.
bool read_transform(std::string_view value, StyleDeclaration& declaration);
/// filter: opacity(0)
bool read_filter(std::string_view value, StyleDeclaration& declaration);

}  // namespace spamlint
