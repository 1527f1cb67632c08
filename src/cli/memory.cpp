#include "cli/memory.h"

#include <cstddef>
#include <cstdint>

#if defined(__linux__)
#include <sys/mman.h>
#endif

extern "C" {
extern const char __executable_start;  // the linker's
extern const char etext;

// jemalloc's settings, which it looks for by this name. Megabytes are given back when they are freed, not ten seconds
// later, which would take a 10 MB header past its bound. A thread keeps more small blocks than by default, and looks
// seldom for some to give back, since a message frees what the next one asks for: 1 % of a batch (jemalloc 5.3).
extern const char* const malloc_conf;
const char* const malloc_conf =
    "oversize_threshold:1048576,tcache_gc_incr_bytes:16777216,lg_tcache_nslots_mul:2,tcache_nslots_small_max:400";
}

namespace spamlint {

void take_code_at_once() {
#if defined(__linux__) && defined(MADV_POPULATE_READ)
    constexpr std::size_t page = 4096;
    const auto code = reinterpret_cast<std::uintptr_t>(&__executable_start) / page * page;
    madvise(reinterpret_cast<void*>(code), reinterpret_cast<std::uintptr_t>(&etext) - code, MADV_POPULATE_READ);
#endif
}

}  // namespace spamlint
