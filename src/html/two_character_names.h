#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace spamlint {

/// The named references of HTML that stand for two characters (13.5), without "&" and ";", sorted.
constexpr std::array<std::string_view, 93> kTwoCharacterNames{{
    "NotEqualTilde", "NotGreaterFullEqual", "NotGreaterGreater", "NotGreaterSlantEqual", "NotHumpDownHump",
    "NotHumpEqual", "NotLeftTriangleBar", "NotLessLess", "NotLessSlantEqual", "NotNestedGreaterGreater",
    "NotNestedLessLess", "NotPrecedesEqual", "NotRightTriangleBar", "NotSquareSubset", "NotSquareSuperset", "NotSubset",
    "NotSucceedsEqual", "NotSucceedsTilde", "NotSuperset", "ThickSpace", "acE", "bne", "bnequiv", "caps", "cups",
    "fjlig", "gesl", "gvertneqq", "gvnE", "lates", "lesg", "lvertneqq", "lvnE", "nGg", "nGt", "nGtv", "nLl", "nLt",
    "nLtv", "nang", "napE", "napid", "nbump", "nbumpe", "ncongdot", "nedot", "nesim", "ngE", "ngeqq", "ngeqslant",
    "nges", "nlE", "nleqq", "nleqslant", "nles", "notinE", "notindot", "nparsl", "npart", "npre", "npreceq", "nrarrc",
    "nrarrw", "nsce", "nsubE", "nsubset", "nsubseteqq", "nsucceq", "nsupE", "nsupset", "nsupseteqq", "nvap", "nvge",
    "nvgt", "nvle", "nvlt", "nvltrie", "nvrtrie", "nvsim", "race", "smtes", "sqcaps", "sqcups", "varsubsetneq",
    "varsubsetneqq", "varsupsetneq", "varsupsetneqq", "vnsub", "vnsup", "vsubnE", "vsubne", "vsupnE", "vsupne",
}};
static_assert(std::is_sorted(kTwoCharacterNames.begin(), kTwoCharacterNames.end()));

inline bool stands_for_two_characters(std::string_view name) {
    return std::binary_search(kTwoCharacterNames.begin(), kTwoCharacterNames.end(), name);
}

}  // namespace spamlint
