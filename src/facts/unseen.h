#pragma once

#include <cstddef>

#include "facts/content.h"

namespace spamlint {

/// Text beside what the mail is about: how much of it, and how much of that the mail itself has not.
struct Aside {
    std::size_t characters = 0;  // letters and digits
    std::size_t words = 0;
    double unrelated = 0;  // share of its content words that the rest lacks; 0 without any
};

/// What no reader of the HTML bodies sees, the preheader left out, against what is seen.
Aside hidden_text(const Content& content);
/// What is seen and stands behind </html>, against what is seen before it.
Aside text_after_end(const Content& content);
/// The hidden preheader, against what is seen and the subject.
Aside preheader_text(const Content& content);

}  // namespace spamlint
