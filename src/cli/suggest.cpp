#include "cli/suggest.h"

#include <algorithm>
#include <numeric>

namespace spamlint {
namespace {

/// Letters to insert, drop, change or swap with their neighbour to turn `a` into `b` (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last = last;
        last = row;
    }
    return last[b.size()];
}

}  // namespace

std::string did_you_mean(std::string_view word, const std::vector<std::string>& names) {
    constexpr std::size_t longest = 64;
    if (word.size() > longest) return {};
    std::size_t best = std::max<std::size_t>(2, word.size() / 3) + 1;
    std::string_view nearest;
    for (const std::string& name : names) {
        const std::size_t cost = distance(word, name);
        if (cost < best && cost < name.size()) {
            best = cost;
            nearest = name;
        }
    }
    return nearest.empty() ? "" : "; did you mean '" + std::string(nearest) + "'?";
}

}  // namespace spamlint
