#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "message/anomaly.h"
#include "message/charset.h"

namespace spamlint {

/// Bytes read as text, and what is doubtful about that.
struct Reading {
    Converted converted;
    std::optional<AnomalyKind> doubt;  // unknown_charset, charset_mismatch, undeclared_8bit or bad_charset_bytes
    Span where{};                      // of the doubt, in the terms of the place's offset
    std::string detail;
};

/// Reads bytes in the declared charset; where there is none, or the bytes are not that charset's: strict UTF-8, else
/// strict GB18030, else windows-1252.
Reading read_text(std::string_view bytes, std::string_view label, const TextPlace& place);

/// The charset in which read_text would read undeclared bytes.
std::string_view guess_label(std::string_view bytes);

}  // namespace spamlint
