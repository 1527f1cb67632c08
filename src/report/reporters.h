#pragma once

#include <memory>

#include "report/linted.h"

namespace spamlint {

// The factory of each format; the table in formats.cpp gives them their names. `rules` must outlive the reporter.
std::unique_ptr<Reporter> text_reporter(const RuleSet& rules, const ReportStyle& style);     // for people
std::unique_ptr<Reporter> concise_reporter(const RuleSet& rules, const ReportStyle& style);  // a line per finding
std::unique_ptr<Reporter> json_reporter(const RuleSet& rules, const ReportStyle& style);     // one object
std::unique_ptr<Reporter> jsonl_reporter(const RuleSet& rules, const ReportStyle& style);    // a line per message

}  // namespace spamlint
