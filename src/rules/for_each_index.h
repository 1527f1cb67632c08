#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <future>
#include <vector>

namespace spamlint {

/// Calls work(0) … work(count - 1) on up to `jobs` threads; what each call writes must be its own. Exceptions come out.
inline void for_each_index(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    const auto take = [&] {
        for (std::size_t at = next++; at < count; at = next++) work(at);
    };
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < std::min(jobs, count); ++i) others.push_back(std::async(std::launch::async, take));
    take();
    for (std::future<void>& other : others) other.get();
}

}  // namespace spamlint
