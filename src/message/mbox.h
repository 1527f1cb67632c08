#pragma once

#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// Does the file begin with an mbox "From " line (RFC 4155) followed by a header?
bool looks_like_mbox(std::string_view file);

/// The messages of an mbox, each without its "From " line. A "From " line counts where it stands at the start of
/// the file or after a blank line, and a header field follows it. Quoted ">From " lines stay as they are.
std::vector<Span> split_mbox(std::string_view file);

}  // namespace spamlint
