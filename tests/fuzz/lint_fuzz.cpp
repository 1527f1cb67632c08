// Any bytes get a report: a score between 0 and 10, findings inside the file, deductions that add up.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lint/lint.h"

using namespace spamlint;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const RuleSet rules = default_rules();
    const std::string_view file(reinterpret_cast<const char*>(data), size);
    for (const Message& message : read_messages("fuzz", file)) {
        const Report report = lint(rules, file, message, {});
        require(report.score >= 0 && report.score <= 10);
        double points = 0;
        for (const Deduction& deduction : report.deductions) {
            points += deduction.points;
            for (const Finding& finding : deduction.findings) require(finding.span.end <= size);
        }
        require(std::abs(std::max(0.0, 10 - points) - report.score) < 1e-6);
    }
    return 0;
}
