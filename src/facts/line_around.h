#pragma once

#include <string_view>

#include "span/span.h"

namespace spamlint {

/// What stands around a place of a text: its line, 100 bytes (half a line of a footer) on either side at most.
struct LineAround {
    std::string_view before, after;  // views of the text
};
/// `place` is cut to the text.
LineAround line_around(std::string_view text, Span place);

}  // namespace spamlint
