#pragma once

#include <string>
#include <vector>

#include "message/first_of_kind.h"
#include "message/header.h"

namespace spamlint {

/// One "name*N*=value" of a field as written: unquoted and unfolded, but neither percent- nor charset-decoded.
struct ParameterSegment {
    std::string name;     // lower case, without * and numbers
    int number = -1;      // N of RFC 2231 3; -1 where there is none
    bool extended = false;  // "*=": percent-encoded (RFC 2231 4)
    MappedText text;
};

struct ParameterSegments {
    MappedText value;  // before the first semicolon, without comments
    std::vector<ParameterSegment> segments;
};

ParameterSegments split_parameters(std::string_view file, Span value);

/// Joins continuations and decodes.
ParameterizedValue join_parameters(ParameterSegments&& split, FirstOfKind& anomalies);

}  // namespace spamlint
