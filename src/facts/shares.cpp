#include "facts/shares.h"

#include <algorithm>
#include <iterator>

namespace spamlint {

double share_found(const std::vector<std::string>& of, const std::vector<std::string>& in, double none) {
    if (of.empty()) return none;
    std::vector<std::string> common;
    std::set_intersection(of.begin(), of.end(), in.begin(), in.end(), std::back_inserter(common));
    return static_cast<double>(common.size()) / static_cast<double>(of.size());
}

}  // namespace spamlint
