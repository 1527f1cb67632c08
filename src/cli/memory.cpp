#include "cli/memory.h"

#include <cstdint>
#include <cstdlib>

#if defined(__linux__) && defined(__GLIBC__)
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

extern "C" {
extern const char __executable_start;  // the linker's
extern const char etext;
}

namespace spamlint {

void take_memory_at_once() {
#if defined(__linux__) && defined(__GLIBC__) && defined(MADV_POPULATE_WRITE)
    constexpr std::size_t one_message = 1'100'000;  // bytes
    constexpr std::size_t page = 4096;
    mallopt(M_TOP_PAD, one_message);
    void* volatile grows_the_heap = std::malloc(100'000);  // bytes: more than is left, less than calls for a mapping
    std::free(grows_the_heap);
    const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0)) / page * page;
    const auto code = reinterpret_cast<std::uintptr_t>(&__executable_start) / page * page;
    madvise(reinterpret_cast<void*>(code), reinterpret_cast<std::uintptr_t>(&etext) - code, MADV_POPULATE_READ);
    madvise(reinterpret_cast<void*>(end - one_message / page * page), one_message / page * page, MADV_POPULATE_WRITE);
#endif
}

void keep_freed_memory() {
#if defined(__linux__) && defined(__GLIBC__)
    constexpr int never = 1 << 30;             // bytes: more than is ever taken or free at once
    constexpr int at_once = 32 * 1024 * 1024;  // bytes by which memory grows
    mallopt(M_MMAP_THRESHOLD, never);
    mallopt(M_TRIM_THRESHOLD, never);
    mallopt(M_TOP_PAD, at_once);
#endif
}

}  // namespace spamlint
