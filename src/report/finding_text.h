#pragma once

#include <string>

#include "report/linted.h"
#include "report/paint.h"

namespace spamlint {

/// A finding as the text report shows it: path:line:column, the source line with carets, and what was decoded or
/// measured there. Lines are indented by `indent` blanks and end with a line break.
std::string finding_text(const LintedMessage& message, const Rule& rule, const Finding& finding,
                         const ReportStyle& style, std::size_t indent);

/// The colour that goes with a severity.
std::string in_severity_colour(const Paint& paint, Severity severity, std::string_view text);

}  // namespace spamlint
