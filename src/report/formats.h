#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "report/linted.h"

namespace spamlint {

/// A reporter of that format, or nullptr for an unknown name.
std::unique_ptr<Reporter> make_reporter(std::string_view format, const RuleSet& rules, const ReportStyle& style);
std::vector<std::string_view> format_names();

}  // namespace spamlint
