#pragma once

#include <string_view>

#include "message/message.h"

namespace spamlint {

/// Raises what can be told from the bytes of a message without decoding them: body_line_too_long, bare_cr and nul_byte
/// for each leaf, mixed_line_ends for the message as a whole.
void check_bytes(std::string_view text, Message& message);

}  // namespace spamlint
