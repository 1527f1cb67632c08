#include "rules/read_policy.h"

#include <algorithm>

namespace spamlint {
namespace {

bool is_policy_name(std::string_view name) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !name.empty() && name.front() != '-' && std::all_of(name.begin(), name.end(), fits);
}

/// YYYY-MM-DD, the numbers within their bounds.
bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
    const int month = (text[5] - '0') * 10 + text[6] - '0', day = (text[8] - '0') * 10 + text[9] - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

}  // namespace

void read_policy(const YamlNode& pack, PackInfo& info, Problems& problems) {
    const YamlNode *policy = pack.find("policy"), *date = pack.find("date"), *sources = pack.find("sources");
    if (policy) info.policy = read_text(*policy, "policy", problems).value_or("");
    if (date) info.date = read_text(*date, "date", problems).value_or("");
    if (sources) info.sources = read_texts(*sources, "sources", problems);
    if (policy && !info.policy.empty() && !is_policy_name(info.policy))
        problems.add(policy->place, "'" + info.policy + "' is no name for a policy; use a-z, 0-9 and hyphens");
    if (date && !info.date.empty() && !is_date(info.date))
        problems.add(date->place, "'" + info.date + "' is no date; write it as 2026-11-23");
    if (policy && (!date || !sources))
        problems.add(policy->place, "policies change: say with 'date' and 'sources' when and where this one was read");
    if (!policy && (date || sources))
        problems.add(date ? date->place : sources->place, "date and sources are those of a policy; add 'policy'");
}

}  // namespace spamlint
