#include <algorithm>
#include <string>

#include "fuzz/properties.h"
#include "message/message.h"
#include "rules/pack_files.h"

namespace spamlint::fuzz {
namespace {

const std::string kMail =
    "From: Anna <anna@oakfield-library.org>\nSubject: alpha, act now\nContent-Type: text/html; charset=utf-8\n\n"
    "<p>Claim your alpha prize: <a href=\"http://192.0.2.1/x\">free casino</a> $1,000,000 免费领取</p>\n";

/// Scoring and lists, which packs stand on.
RuleSet base() {
    RuleSet rules;
    const std::string folder = std::string(SPAMLINT_SOURCE_DIR) + "/rules/";
    const auto problems = load_packs({folder + "scoring.yaml", folder + "lists/domains.yaml"}, rules);
    require(problems.empty(), "scoring and lists load");
    return rules;
}

std::string findings_of(const RuleSet& rules) {
    const Content content = read_content(kMail, parse_message(kMail, {0, kMail.size()}));
    std::string all;
    for (const Finding& finding : apply(rules, Facts(content), {}).findings)
        all += std::to_string(finding.rule) + " " + std::to_string(finding.span.begin) + "-" +
               std::to_string(finding.span.end) + " " + finding.text + "\n";
    return all;
}

}  // namespace

void packs_holds(std::string_view bytes) {
    static const RuleSet standing = base();
    RuleSet rules = standing;
    const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) +
                       static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\r')) + 2;
    const auto problems = load_pack_texts({{"fuzz.yaml", std::string(bytes)}}, rules);
    for (const PackProblem& problem : problems) {
        require(!problem.message.empty(), "a problem says what is wrong");
        require(problem.line >= 1 && problem.column >= 1 && problem.line <= lines, "a problem has a place in the pack");
    }
    if (!problems.empty()) return require(rules.rules.size() == standing.rules.size(), "a faulty pack changes nothing");
    const std::string blob = write_rules(rules);
    require(findings_of(read_rules(blob)) == findings_of(rules), "rules out of a blob find the same");
}

}  // namespace spamlint::fuzz
