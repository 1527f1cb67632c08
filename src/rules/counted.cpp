#include "rules/counted.h"

#include <algorithm>

#include "rules/match_rules.h"
#include "span/utf8.h"

namespace spamlint {

namespace {

constexpr std::size_t kMostShown = 60;  // bytes: enough to see where the text begins

}  // namespace

Span line_from(std::string_view text, std::size_t begin) {
    while (begin > 0 && utf8::inside_character(text, begin)) --begin;
    begin = std::min(text.find_first_not_of(" \r\n\t", begin), text.size() - 1);
    std::size_t end = std::min({text.find_first_of("\r\n", begin), text.size(), begin + kMostShown});
    while (end > begin + 1 && utf8::inside_character(text, end)) --end;
    return {begin, std::max(end, begin + 1)};
}

Finding on_message(const Content& content, std::size_t rule) {
    Finding finding;
    finding.rule = static_cast<int>(rule);
    finding.span = {content.message.span.begin, content.message.span.begin};
    finding.in = "message";
    return finding;
}

Finding on_absence(const Content& content, const Rule& rule, std::size_t index) {
    Finding finding = on_message(content, index);
    for (const Scope scope : rule.scopes) {
        const auto text = std::find_if(content.texts.begin(), content.texts.end(),
                                       [&](const ScopedText& one) { return one.scope == scope && !one.text.empty(); });
        if (text == content.texts.end()) continue;
        finding.span = text->text.source(line_from(text->text.text(), 0));
        finding.part = text->part;
        finding.in = name(scope);
        break;
    }
    return finding;
}

std::vector<Finding> counted(const Rule& rule, std::vector<Finding> matching, Finding absent) {
    const auto number = static_cast<int>(std::min<std::size_t>(matching.size(), 1'000'000'000));
    const bool too_few = rule.count_below >= 0 && number < rule.count_below;
    const bool too_many = rule.count_above >= 0 && number > rule.count_above;
    if (!too_few && !too_many) return {};
    if (too_many) matching.erase(matching.begin(), matching.begin() + rule.count_above);
    if (matching.empty()) matching.push_back(std::move(absent));
    if (matching.size() > kMaxFindingsPerRule) matching.resize(kMaxFindingsPerRule);
    for (std::size_t i = 0; i < matching.size(); ++i) {
        matching[i].measured = number;
        matching[i].supporting = i > 0;
    }
    return matching;
}

}  // namespace spamlint
