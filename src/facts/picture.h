#pragma once

#include "html/document.h"

namespace spamlint {

/// Sides of up to 3 px: tracking pixels and spacers.
bool is_pixel(const Image& image);
/// Width times height in px², or -1 when one of them is unknown.
double area(const Image& image);
bool is_data_uri(const Image& image);

}  // namespace spamlint
