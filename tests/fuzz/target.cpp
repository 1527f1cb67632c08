// The entry of each libFuzzer target: SPAMLINT_PROPERTY is its function of properties.h. Broken is not caught, so that
// the fuzzer keeps the input.
#include <cstdint>

#include "fuzz/properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    spamlint::fuzz::SPAMLINT_PROPERTY({reinterpret_cast<const char*>(data), size});
    return 0;
}
