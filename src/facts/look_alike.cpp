#include "facts/look_alike.h"

#include <unicode/uspoof.h>

#include <array>
#include <memory>

#include "facts/code_points.h"
#include "span/ascii.h"
#include "text/character.h"

namespace spamlint {
namespace {

struct CloseChecker {
    void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
};

/// Opening a checker costs microseconds and one must not be changed by two threads: one each.
const USpoofChecker* checker() {
    thread_local const std::unique_ptr<USpoofChecker, CloseChecker> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<USpoofChecker, CloseChecker> opened(uspoof_open(&status));
        uspoof_setRestrictionLevel(opened.get(), USPOOF_MODERATELY_RESTRICTIVE);
        uspoof_setChecks(opened.get(), USPOOF_RESTRICTION_LEVEL | USPOOF_INVISIBLE | USPOOF_MIXED_NUMBERS, &status);
        return opened;
    }();
    return instance.get();
}

/// Nearly all host names are ASCII, and opening ICU's checker takes a millisecond.
std::string ascii_skeleton(std::string_view text) {
    std::string skeleton;
    for (const char c : text) skeleton += ascii_skeletons[static_cast<unsigned char>(c)];
    return ascii::lowered(skeleton);
}

}  // namespace

std::string skeleton(std::string_view text) {
    if (ascii::is_ascii(text)) return ascii_skeleton(text);
    std::array<char, 2048> buffer;
    UErrorCode status = U_ZERO_ERROR;
    const int32_t size = uspoof_getSkeletonUTF8(checker(), 0, text.data(), static_cast<int32_t>(text.size()),
                                                buffer.data(), static_cast<int32_t>(buffer.size()), &status);
    if (U_FAILURE(status) || size < 0 || static_cast<std::size_t>(size) > buffer.size()) return std::string(text);
    return ascii::lowered(std::string_view(buffer.data(), static_cast<std::size_t>(size)));
}

bool mixes_scripts(std::string_view label) {
    UErrorCode status = U_ZERO_ERROR;
    const int32_t failed =
        uspoof_check2UTF8(checker(), label.data(), static_cast<int32_t>(label.size()), nullptr, &status);
    return U_SUCCESS(status) && failed != 0;
}

}  // namespace spamlint
