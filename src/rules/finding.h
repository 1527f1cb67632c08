#pragma once

#include <string>
#include <vector>

#include "span/span.h"

namespace spamlint {

constexpr std::size_t kMaxFindingsPerRule = 100;  // the first by place are kept

/// One place where a rule hit. Carries neither points nor lines.
struct Finding {
    int rule = 0;      // index into RuleSet::rules
    Span span;         // of the file; empty at the message's begin where the message as a whole is meant
    std::string part;  // id of the part, "" for the message's own header, the root multipart or the whole message
    std::string in;    // the scope or the sort: "text", "subject", "link", "message"
    std::string text;  // the word as the pack writes it; for a regex the decoded text that matched; for an
                       // element its shown field; for a measure what stands there, the number where nothing does
    std::string raw;   // the decoded text as it stands there, where it differs from `text`
    bool disguised = false;
    double measured = 0;  // the number, for measure rules; the count, for `count:`

    std::string key;          // folded text: findings of one rule with the same key are the same hit repeated
    bool supporting = false;  // shown, but costs nothing of its own: a hit of `with`, a further cause of a measure
};

}  // namespace spamlint
