#pragma once

#include <string>

#include "facts/target.h"

namespace spamlint {

/// How well a link's text can be read: the least of what is visible of it.
struct LinkLook {
    double font_px = 16;   // 16 where nothing says otherwise
    double contrast = 21;  // against its background (WCAG 2.1)
};
LinkLook look_of(const Target& target);

/// What tells a reader what a link is for: the line that it stands in, up to 100 bytes on either side, the alternative
/// texts of its images and its address.
std::string context_of(const Target& target);

}  // namespace spamlint
