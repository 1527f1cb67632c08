#include "message/anomaly.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace spamlint;

TEST_CASE("each anomaly has a name of its own, in lower case with hyphens") {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < kAnomalyKinds; ++i) {
        const std::string_view text = name(static_cast<AnomalyKind>(i));
        CHECK(std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || (c >= '0' && c <= '9'); }));
        names.insert(text);
    }
    CHECK(names.size() == kAnomalyKinds);
    CHECK(name(AnomalyKind::undeclared_8bit) == "undeclared-8bit");
    CHECK(name(AnomalyKind::limit_archive_nesting) == "limit-archive-nesting");
}
