#pragma once

#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// <!--[if mso]>, <![if !mso]>, and what ends them; `data` is the comment without its delimiters.
bool is_conditional(std::string_view data);

/// Appends the stretches of a conditional comment that hold what its reader is shown: the comment at `comment` of the
/// HTML, its condition, its end and Office's <xml> settings left out. Nothing where no word stands between the tags:
/// nearly every newsletter has tables for Outlook there.
void read_conditional(std::string_view html, Span comment, std::vector<Span>& pieces);

}  // namespace spamlint
