#pragma once

#include <string>

#include "facts/content.h"

namespace spamlint {

/// What stands at a place of the file, decoded where a header field or a body is encoded: UTF-8, the first 200 bytes.
/// Of HTML its source.
std::string quoted(const Content& content, Span place);

}  // namespace spamlint
