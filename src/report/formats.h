#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "report/linted.h"

namespace spamlint {

/// A reporter of that format, or nullptr for an unknown name. `rules` must outlive it.
std::unique_ptr<Reporter> make_reporter(std::string_view format, const RuleSet& rules, const ReportStyle& style);
/// In the order in which help names them.
std::vector<std::string_view> format_names();
/// Is the format read by people? Then it speaks the language of the locale; formats for programs speak English.
bool is_for_people(std::string_view format);

}  // namespace spamlint
