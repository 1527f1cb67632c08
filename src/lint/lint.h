#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "message/message.h"
#include "rules/rule_set.h"
#include "score/report.h"

namespace spamlint {

struct LintOptions {
    std::string profile = "auto";
};

/// The whole pipeline for one message: bytes to report.
Report lint(const RuleSet& rules, std::string_view file, Message message, const LintOptions& options);

/// The messages of one file by its name and bytes: an .eml, each of an mbox, or a template as one part.
std::vector<Message> read_messages(std::string_view name, std::string_view file);

}  // namespace spamlint
