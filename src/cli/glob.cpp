#include "cli/glob.h"

#include <algorithm>

namespace spamlint {
namespace {

/// The pattern of one step of a glob, taken off its front.
std::string take_step(std::string_view& glob) {
    const auto take = [&](std::string_view step) {
        if (!glob.starts_with(step)) return false;
        glob.remove_prefix(step.size());
        return true;
    };
    if (take("**/")) return "(?:.*/)?";
    if (take("**")) return ".*";
    if (take("*")) return "[^/]*";
    if (take("?")) return "[^/]";
    const char c = glob.front();
    glob.remove_prefix(1);
    constexpr std::string_view special = R"(\.+()[]{}^$|)";
    return special.find(c) == std::string_view::npos ? std::string(1, c) : std::string("\\") + c;
}

std::string regex_of(std::string_view glob) {
    if (glob.starts_with("./")) glob.remove_prefix(2);
    if (glob.ends_with('/')) glob.remove_suffix(1);
    const bool anywhere = glob.find('/') == std::string_view::npos;
    if (glob.starts_with('/')) glob.remove_prefix(1);
    std::string regex = anywhere ? "(?s)^(?:.*/)?" : "(?s)^";
    while (!glob.empty()) regex += take_step(glob);
    return regex + "(?:/.*)?$";
}

}  // namespace

Globs::Globs(const std::vector<std::string>& patterns) {
    for (const std::string& pattern : patterns)
        patterns_.emplace_back(sources_.emplace_back(regex_of(pattern)), false);
}

bool Globs::fit(const std::string& path) const {
    return std::any_of(patterns_.begin(), patterns_.end(), [&](const LazyRegex& one) { return one.found_in(path); });
}

}  // namespace spamlint
