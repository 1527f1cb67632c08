#include "rules/met_needs.h"

#include <algorithm>
#include <utility>

namespace spamlint {
namespace {

constexpr std::size_t kLongestCharacter = 4;  // bytes
constexpr std::size_t kBytesPerPlace = 1024;  // a need that is met more often than this narrows nothing

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

void MetNeeds::begin(std::size_t text_size) {
    forget();
    most_ = text_size > UINT32_MAX ? 0 : std::max(kFew, text_size / kBytesPerPlace);
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

void MetNeeds::note(std::uint32_t need, std::size_t begin) {
    if (slots_[need] == 0) {
        met_.push_back(need);  // first: what it names is forgotten, should memory end before all is noted
        places_.emplace_back();
        places_.back().lost = matcher_.is_byte_need(need);
        slots_[need] = static_cast<std::uint32_t>(places_.size() - 1);
        const std::uint32_t ref = matcher_.ref_of_need(need);
        if (unmet_[ref] == 0) unmet_[ref] = matcher_.ref(ref).needs;
        if (--unmet_[ref] == 0) patterns_.push_back(ref);
    }
    Places& places = places_[slots_[need]];
    if (places.lost) return;
    const auto place = static_cast<std::uint32_t>(begin);
    if (places.count < kFew) {
        places.few[places.count] = place;
    } else {
        if (places.count == kFew) places.many.assign(places.few.begin(), places.few.end());
        places.many.push_back(place);
    }
    places.lost = ++places.count > most_;
}

/// The places of the need that was met least often; none where all were met too often.
MetNeeds::Places* MetNeeds::fewest(const PatternRef& pattern) {
    Places* fewest = nullptr;
    for (std::uint32_t need = pattern.first_need; need < pattern.first_need + pattern.needs; ++need)
        if (Places& found = places(need); !found.lost && (!fewest || found.count < fewest->count)) fewest = &found;
    return fewest;
}

/// Is each need met within reach of the place, as far as is known?
bool MetNeeds::all_near(const PatternRef& pattern, std::size_t begin, std::size_t reach) {
    for (std::uint32_t need = pattern.first_need; need < pattern.first_need + pattern.needs; ++need) {
        Places& found = places(need);
        if (found.lost) continue;
        const auto all = found.all();
        const auto first = std::lower_bound(all.begin(), all.end(), begin - std::min(begin, reach));
        if (first == all.end() || *first > begin + reach) return false;
    }
    return true;
}

std::vector<Span> MetNeeds::windows(const PatternRef& pattern, std::string_view text, bool ascii) {
    const std::size_t reach = reach_of(pattern, ascii);
    Places* const found = reach > 0 && pattern.needs > 0 ? fewest(pattern) : nullptr;
    if (!found) return {{0, text.size()}};
    // Literals of other sizes are found in other passes over the text.
    for (std::uint32_t need = pattern.first_need; need < pattern.first_need + pattern.needs; ++need)
        if (const auto all = places(need).all(); !std::is_sorted(all.begin(), all.end()))
            std::sort(all.begin(), all.end());
    std::vector<Span> windows;
    for (const std::size_t begin : found->all())
        if (all_near(pattern, begin, reach))
            windows.push_back({begin - std::min(begin, reach), std::min(text.size(), begin + reach)});
    return united(std::move(windows));
}

}  // namespace spamlint
