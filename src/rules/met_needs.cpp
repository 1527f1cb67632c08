#include "rules/met_needs.h"

#include <algorithm>
#include <utility>

namespace spamlint {
namespace {

constexpr std::size_t kLongestCharacter = 4;  // bytes

}  // namespace

std::size_t reach_of(const PatternRef& pattern, bool ascii) {
    return pattern.width * (ascii ? 1 : kLongestCharacter);
}

std::vector<Span> united(std::vector<Span> windows) {
    std::sort(windows.begin(), windows.end());
    std::size_t kept = 0;
    for (std::size_t i = 1; i < windows.size(); ++i) {
        if (windows[i].begin <= windows[kept].end)
            windows[kept].end = std::max(windows[kept].end, windows[i].end);
        else
            windows[++kept] = windows[i];
    }
    if (!windows.empty()) windows.resize(kept + 1);
    return windows;
}

MetNeeds::MetNeeds(const Matcher& matcher) : matcher_(matcher), slots_(matcher.needs()), unmet_(matcher.refs()) {}

void MetNeeds::note(std::uint32_t need, std::size_t begin) {
    if (slots_[need] == 0) {
        slots_[need] = static_cast<std::uint32_t>(places_.size());
        places_.emplace_back();
        if (matcher_.is_byte_need(need)) places_.back().count = kMost + 1;
        met_.push_back(need);
        const std::uint32_t ref = matcher_.ref_of_need(need);
        if (unmet_[ref] == 0) unmet_[ref] = matcher_.ref(ref).needs;
        if (--unmet_[ref] == 0) patterns_.push_back(ref);
    }
    Places& places = places_[slots_[need]];
    if (places.count < kMost) places.begins[places.count] = begin;
    if (places.count <= kMost) ++places.count;
}

void MetNeeds::forget() {
    for (const std::uint32_t need : met_) {
        slots_[need] = 0;
        unmet_[matcher_.ref_of_need(need)] = 0;
    }
    met_.clear();
    places_.resize(1);
    patterns_.clear();
}

/// The places of the need that was met least often; none where all were met too often.
const MetNeeds::Places* MetNeeds::fewest(const PatternRef& pattern) const {
    const Places* fewest = nullptr;
    for (std::uint32_t need = pattern.first_need; need < pattern.first_need + pattern.needs; ++need)
        if (const Places& found = places(need); found.some() && (!fewest || found.count < fewest->count))
            fewest = &found;
    return fewest;
}

/// Is each need met within reach of the place, as far as is known?
bool MetNeeds::all_near(const PatternRef& pattern, std::size_t begin, std::size_t reach) const {
    for (std::uint32_t need = pattern.first_need; need < pattern.first_need + pattern.needs; ++need) {
        const Places& found = places(need);
        const auto near = [&](std::size_t at) { return at <= begin + reach && begin <= at + reach; };
        if (found.some() && std::none_of(found.all().begin(), found.all().end(), near)) return false;
    }
    return true;
}

std::vector<Span> MetNeeds::windows(const PatternRef& pattern, std::string_view text, bool ascii) const {
    const std::size_t reach = reach_of(pattern, ascii);
    const Places* found = reach > 0 && pattern.needs > 0 ? fewest(pattern) : nullptr;
    if (!found) return {{0, text.size()}};
    std::vector<Span> windows;
    for (const std::size_t begin : found->all())
        if (all_near(pattern, begin, reach))
            windows.push_back({begin - std::min(begin, reach), std::min(text.size(), begin + reach)});
    return united(std::move(windows));
}

}  // namespace spamlint
