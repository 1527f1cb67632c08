#include "facts/line_around.h"

#include <algorithm>

namespace spamlint {
namespace {

constexpr std::size_t around = 100;  // bytes

}  // namespace

LineAround line_around(std::string_view text, Span place) {
    const std::size_t begin = std::min(place.begin, text.size());
    const std::size_t end = std::clamp(place.end, begin, text.size());
    const std::size_t first = begin - std::min(begin, around);
    const std::string_view before = text.substr(first, begin - first);
    const std::string_view after = text.substr(end, around);
    return {before.substr(before.rfind('\n') + 1), after.substr(0, after.find('\n'))};  // npos + 1 is 0
}

}  // namespace spamlint
