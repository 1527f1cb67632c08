#include "facts/picture.h"

#include "facts/code_points.h"

namespace spamlint {
namespace {

constexpr double pixel_side = 3;

}  // namespace

bool is_pixel(const Image& image) {
    const bool narrow = image.width >= 0 && image.width <= pixel_side;
    const bool low = image.height >= 0 && image.height <= pixel_side;
    return narrow && low;
}

double area(const Image& image) {
    return image.width < 0 || image.height < 0 ? -1 : image.width * image.height;
}

bool is_data_uri(const Image& image) {
    return starts_with_ignoring_case(image.source, "data:");
}

}  // namespace spamlint
