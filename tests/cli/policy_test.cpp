#include <nlohmann/json.hpp>
#include <set>

#include "cli/run.h"

using namespace spamlint;
using Json = nlohmann::json;

namespace {

std::set<std::string> rules_hit(const Run& run) {
    std::set<std::string> ids;
    const Json report = Json::parse(run.out);
    for (const Json& deduction : report["messages"][0]["deductions"]) ids.insert(deduction["rule"]);
    return ids;
}

}  // namespace

TEST_CASE("a policy's rules hold only where the policy is asked for") {
    const Workplace at;
    at.write("a.eml", clean_mail);
    CHECK(rules_hit(at.run("check --format json a.eml")).empty());
    const auto gmail = rules_hit(at.run("check --format json --policy gmail-bulk a.eml"));
    CHECK(gmail == std::set<std::string>{"gmail-one-click-missing", "gmail-unsubscribe-https-missing",
                                         "gmail-body-unsubscribe-missing"});
    const auto two = rules_hit(at.run("check --format json --policy yahoo --policy china a.eml"));
    CHECK(two == std::set<std::string>{"yahoo-list-unsubscribe-missing", "yahoo-body-unsubscribe-missing",
                                       "china-ad-mark-missing", "china-refusal-contact-missing"});
}

TEST_CASE("an unknown policy is one line that names the known ones") {
    const Workplace at;
    at.write("a.eml", clean_mail);
    const Run run = at.run("check --policy gmail a.eml");
    CHECK(run.code == 2);
    CHECK(run.err ==
          "spamlint: --policy takes can-spam, china, gdpr, gmail-bulk, outlook or yahoo, not 'gmail'\n");
    CHECK(at.run("check --policy chima a.eml").err.find("did you mean 'china'?") != std::string::npos);
}

TEST_CASE("the list, the explanation and the pages name a rule's policy") {
    const Workplace at;
    CHECK(at.run("rules list").out.find("  --policy china\n  china-ad-mark-missing") != std::string::npos);
    const Json list = Json::parse(at.run("rules list --format json").out);
    std::set<std::string> policies;
    for (const Json& rule : list["rules"]) policies.insert(rule.at("policy"));
    CHECK(policies == std::set<std::string>{"", "can-spam", "china", "gdpr", "gmail-bulk", "outlook", "yahoo"});
    CHECK(at.run("rules explain china-ad-mark-missing").out.find("Policy: --policy china\n") != std::string::npos);
    REQUIRE(at.run("rules docs pages").code == 0);
    CHECK(at.read("pages/rules.md")
              .find("Off unless `--policy yahoo` is given. As of 2025-04-10: "
                    "<https://senders.yahooinc.com/best-practices/>\n") != std::string::npos);
}
