#pragma once

#include <cstddef>
#include <optional>

#include "report/excerpt.h"
#include "report/linted.h"

namespace spamlint {

/// Does the raw file show what was found in other letters: base64, quoted-printable, an encoded-word, an entity,
/// another charset, tags in between? White space is not compared, since lines are folded and wrapped. For match rules.
bool is_encoded(const LintedMessage& message, const Finding& finding);

/// What a reader sees there: the line of the decoded text, cut to `width` columns; nothing where the message's content
/// is not at hand or has no such text.
std::optional<Excerpt> decoded_line(const LintedMessage& message, const Finding& finding, std::size_t width);

/// The same, else what was found alone.
Excerpt decoded_excerpt(const LintedMessage& message, const Finding& finding, std::size_t width);

}  // namespace spamlint
