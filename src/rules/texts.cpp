#include "rules/texts.h"

#include <mutex>
#include <string>
#include <unordered_set>

namespace spamlint {

std::string_view keep(std::string_view text) {
    static std::mutex mutex;
    static std::unordered_set<std::string> kept;
    const std::lock_guard lock(mutex);
    return *kept.emplace(text).first;  // nodes stay where they are when the set grows
}

}  // namespace spamlint
