#include "report/formats.h"

#include "report/reporters.h"

namespace spamlint {
namespace {

struct Format {
    std::string_view name;
    std::unique_ptr<Reporter> (*make)(const RuleSet&, const ReportStyle&);
    bool for_people;
};

constexpr Format formats[] = {
    {"text", text_reporter, true},
    {"concise", concise_reporter, true},
    {"json", json_reporter, false},
    {"jsonl", jsonl_reporter, false},
};

const Format* find(std::string_view name) {
    for (const Format& format : formats) {
        if (format.name == name) return &format;
    }
    return nullptr;
}

}  // namespace

std::unique_ptr<Reporter> make_reporter(std::string_view format, const RuleSet& rules, const ReportStyle& style) {
    const Format* found = find(format);
    return found ? found->make(rules, style) : nullptr;
}

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    for (const Format& format : formats) names.push_back(format.name);
    return names;
}

bool is_for_people(std::string_view format) {
    const Format* found = find(format);
    return found && found->for_people;
}

}  // namespace spamlint
