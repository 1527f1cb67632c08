#include "rules/hit_findings.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "rules/predicate.h"
#include "span/utf8.h"

namespace spamlint {
namespace {

constexpr std::size_t kLongestText = 2000;

std::string beginning(std::string_view text, Span hit) {
    return std::string(utf8::beginning(text.substr(hit.begin, hit.size()), kLongestText));
}

std::string decoded(const Content& content, const TextHit& hit) {
    return beginning(content.texts[hit.text].text.text(), hit.decoded);
}

void drop_repeated(std::vector<Finding>& findings) {
    std::set<std::tuple<std::size_t, std::size_t, std::string>> seen;
    std::erase_if(findings, [&](const Finding& finding) {
        return !seen.emplace(finding.span.begin, finding.span.end, finding.key).second;
    });
}

}  // namespace

Finding finding_of(const RuleSet& rules, std::size_t rule, const Content& content, const TextHit& hit,
                   bool supporting) {
    const ScopedText& text = content.texts[hit.text];
    const PatternTexts pattern = rules.matcher->texts(hit.ref);
    Finding finding;
    finding.rule = static_cast<int>(rule);
    finding.span = text.text.source(hit.decoded);
    finding.part = text.part;
    finding.in = name(text.scope);
    finding.text = decoded(content, hit);
    if (pattern.kind == Pattern::Kind::word && finding.text != pattern.source) {
        finding.raw = std::move(finding.text);
        finding.text = pattern.source;
    }
    finding.disguised = hit.disguised;
    finding.key = key_of(rules, content, hit);
    finding.supporting = supporting;
    return finding;
}

std::string key_of(const RuleSet& rules, const Content& content, const TextHit& hit) {
    const PatternTexts pattern = rules.matcher->texts(hit.ref);
    if (pattern.kind == Pattern::Kind::word) return std::string(pattern.folded);
    if (hit.form == Form::raw) return comparable(decoded(content, hit));
    return beginning(content.texts[hit.text].folded().plain(), hit.found);
}

void sort_by_place(std::vector<Finding>& findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.span, a.supporting, a.in, a.key) < std::tie(b.span, b.supporting, b.in, b.key);
    });
}

void keep_first(std::vector<Finding>& findings) {
    sort_by_place(findings);
    drop_repeated(findings);
    if (findings.size() > kMaxFindingsPerRule) findings.resize(kMaxFindingsPerRule);
}

}  // namespace spamlint
