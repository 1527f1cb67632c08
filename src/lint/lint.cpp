#include "lint/lint.h"

#include <utility>

#include "facts/fact.h"

namespace spamlint {
namespace {

/// A finding about the message as a whole has no bytes of its own; in an mbox it stands where its message begins.
void place_in_file(std::vector<Finding>& findings, Span message) {
    for (Finding& finding : findings) {
        if (finding.span == Span{}) finding.span = {message.begin, message.begin};
    }
}

}  // namespace

Report lint(const RuleSet& rules, std::string_view file, Message message, const LintOptions& options) {
    return lint(rules, read_content(file, std::move(message)), options);
}

Report lint(const RuleSet& rules, const Content& content, const LintOptions& options) {
    const Facts facts(content);
    Applied applied = apply(rules, facts, ApplyOptions{options.profile});
    place_in_file(applied.findings, content.message.span);
    return score(rules, std::move(applied));
}

}  // namespace spamlint
