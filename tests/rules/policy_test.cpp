#include <doctest/doctest.h>

#include "rules/pack_under_test.h"

using namespace spamlint;

namespace {

std::string policy_pack(const std::string& head) {
    return "pack: test\ntitle: {en: Test, zh: 测试}\ncategory: compliance\n" + head + "rules:\n" +
           rule_yaml("a", "    in: [text]\n    any: [{words: [alpha]}]\n    points: 1\n", "{hit: [alpha], miss: [b]}");
}

std::string problems(const std::string& head, RuleSet& rules) {
    const PackFolder folder;
    folder.write("scoring.yaml", kScoring);
    folder.write("test.yaml", policy_pack(head));
    std::string all;
    for (const std::string& line : folder.load(rules)) all += line + "\n";
    return all;
}

std::size_t hits(const RuleSet& rules, const ApplyOptions& options) {
    const std::string file = mail("Minutes", "alpha");
    const Content content = read_content(file, parse_message(file, {0, file.size()}));
    return apply(rules, Facts(content), options).findings.size();
}

}  // namespace

TEST_CASE("rules of a policy hold where it is named, their examples always, also from a blob") {
    RuleSet rules;
    REQUIRE(problems("policy: house\ndate: 2026-11-23\nsources: [our own]\n", rules).empty());
    const std::string blob = write_rules(rules);  // the rules read from it view its bytes
    RuleSet read = read_rules(blob);
    read_details(read);
    for (const RuleSet* set : {&rules, &read}) {
        CHECK(set->policies() == std::vector<std::string_view>{"house"});
        CHECK(hits(*set, {}) == 0);
        CHECK(hits(*set, {"auto", {"other"}, {}}) == 0);
        CHECK(hits(*set, {"auto", {"other", "house"}, {}}) == 1);
        CHECK(hits(*set, {"auto", {"house"}, {"a"}}) == 0);
        CHECK(set->packs[0].date == "2026-11-23");
        CHECK(set->packs[0].sources == std::vector<std::string>{"our own"});
    }
}

TEST_CASE("a policy says when and where it was read") {
    RuleSet rules;
    CHECK(problems("policy: house\n", rules).find("test.yaml:4:9: policies change") == 0);
    CHECK(problems("policy: house\ndate: soon\nsources: [our own]\n", rules).find("test.yaml:5:7: 'soon' is no date") == 0);
    CHECK(problems("policy: house\ndate: 2026-13-01\nsources: [a]\n", rules).find("'2026-13-01' is no date") != std::string::npos);
    CHECK(problems("policy: Our House\ndate: 2026-11-23\nsources: [a]\n", rules).find("is no name for a policy") !=
          std::string::npos);
    CHECK(problems("date: 2026-11-23\n", rules).find("date and sources are those of a policy") != std::string::npos);
}

TEST_CASE("a policy's rule for one profile holds where none or that one is named, not where another is") {
    RuleSet rules;
    const PackFolder folder;
    folder.write("scoring.yaml", kScoring);
    folder.write("test.yaml",
                 "pack: test\ntitle: {en: Test, zh: 测试}\ncategory: compliance\npolicy: house\ndate: 2026-11-23\n"
                 "sources: [our own]\nrules:\n" +
                     rule_yaml("a", "    in: [text]\n    any: [{words: [alpha]}]\n    points: 1\n    profiles: [marketing]\n",
                               "{hit: [alpha], miss: [b, {profile: personal, text: alpha}]}"));
    REQUIRE(folder.load(rules).empty());
    CHECK(hits(rules, {"auto", {"house"}, {}}) == 1);
    CHECK(hits(rules, {"marketing", {"house"}, {}}) == 1);
    CHECK(hits(rules, {"personal", {"house"}, {}}) == 0);
    CHECK(hits(rules, {"marketing", {}, {}}) == 0);
}
