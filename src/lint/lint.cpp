#include "lint/lint.h"

#include <utility>

#include "facts/fact.h"

namespace spamlint {

Report lint(const RuleSet& rules, std::string_view file, Message message, const LintOptions& options) {
    return lint(rules, read_content(file, std::move(message)), options);
}

Report lint(const RuleSet& rules, const Content& content, const LintOptions& options) {
    const Facts facts(content);
    return score(rules, apply(rules, facts, ApplyOptions{options.profile, options.policies, options.off}));
}

}  // namespace spamlint
