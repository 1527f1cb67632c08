#include <doctest/doctest.h>

#include "rules/pack_under_test.h"

using namespace spamlint;
using Texts = std::vector<std::string>;

namespace {

RuleSet unsubscribe_rule(const std::string& more = {}) {
    return rule_set(rule_yaml("no-way-out",
                              "    in: [text, link-text]\n    any: [{words: [unsubscribe, 退订]}, {regex: 'opt.?out'}]\n"
                              "    count: {below: 1}\n    points: 1\n" +
                                  more,
                              "{hit: [Our sale], miss: [Unsubscribe here, 退訂, opt-out]}"));
}

std::vector<Finding> findings(const RuleSet& rules, const std::string& file) { return applied(rules, file).findings; }

}  // namespace

TEST_CASE("what should be there and is not is a fault of the first line of the first text that is looked into") {
    const RuleSet rules = unsubscribe_rule();
    const std::string file = mail("Sale", "Our autumn sale begins on Monday.");
    const std::vector<Finding> found = findings(rules, file);
    REQUIRE(found.size() == 1);
    CHECK(file.substr(found[0].span.begin, found[0].span.size()) == "Our autumn sale begins on Monday.");
    CHECK(found[0].text.empty());
    CHECK(found[0].in == "text");
    CHECK(found[0].part == "1");
    CHECK(found[0].measured == 0);
    CHECK_FALSE(found[0].supporting);
    CHECK(findings(rules, mail("Sale", "Our autumn sale. Unsubscribe: https://a.org/u")).empty());
    CHECK(findings(rules, mail("Sale", "Our autumn sale. U-n-s-u-b-s-c-r-i-b-e")).empty());
}

TEST_CASE("an absence in an encoded subject points at its encoded-word") {
    const RuleSet rules = rule_set(rule_yaml(
        "no-mark", "    in: [subject]\n    any: [{regex: '^广告'}]\n    count: {below: 1}\n    points: 1\n",
        "{hit: [秋季新品], miss: [广告秋季新品]}"));
    const std::string file = mail("=?utf-8?B?5YWN6LK7?=", "Text");
    const std::vector<Finding> found = findings(rules, file);
    REQUIRE(found.size() == 1);
    CHECK(found[0].in == "subject");
    CHECK(file.substr(found[0].span.begin, found[0].span.size()) == "5YWN6LK7");
}

TEST_CASE("where none of the texts is there, the message as a whole is meant") {
    const RuleSet rules = rule_set(rule_yaml(
        "no-way-out", "    in: [link-text, image-alt]\n    any: [{words: [unsubscribe]}]\n    count: {below: 1}\n"
                      "    points: 1\n", "{hit: [{text: a}], miss: [{link-text: unsubscribe}]}"));
    const std::vector<Finding> found = findings(rules, mail("Minutes", "Our minutes"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].in == "message");
    CHECK(found[0].span == Span{0, 0});
}

TEST_CASE("an absence is judged only where the rule's when, profile and with say so") {
    const RuleSet when = unsubscribe_rule("    when: {header.list_unsubscribe: false}\n");
    CHECK(findings(when, mail("Sale", "Our sale")).size() == 1);
    CHECK(findings(when, mail("Sale", "Our sale", "List-Unsubscribe: <https://a.org/u>\n")).empty());
    const RuleSet profile = unsubscribe_rule("    profiles: [marketing]\n");
    CHECK(findings(profile, mail("Sale", "Our sale")).empty());
    CHECK(findings(profile, mail("Sale", "Our sale", "List-Unsubscribe: <https://a.org/u>\n")).size() == 1);
    const RuleSet with = unsubscribe_rule("    with: [[{words: [sale]}]]\n");
    CHECK(findings(with, mail("Minutes", "Our minutes")).empty());
    const std::vector<Finding> found = findings(with, mail("Sale", "Our sale"));
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].supporting);
}

TEST_CASE("a hit that a guard drops does not count as being there") {
    const RuleSet rules = unsubscribe_rule("    unless: [{words: [cannot unsubscribe]}]\n");
    CHECK(findings(rules, mail("Sale", "You cannot unsubscribe")).size() == 1);
    CHECK(findings(rules, mail("Sale", "You may unsubscribe")).empty());
}

TEST_CASE("count above: the hits beyond the number are shown, the first of them costs") {
    const RuleSet rules = rule_set(rule_yaml(
        "thrice", "    in: [text]\n    any: [{words: [sale]}]\n    count: {above: 2}\n    points: 1\n",
        "{hit: [sale sale sale], miss: [sale sale]}"));
    CHECK(findings(rules, mail("Minutes", "sale, sale")).empty());
    const std::string file = mail("Minutes", "sale, sale, sale and Sale");
    const std::vector<Finding> hits = findings(rules, file);
    CHECK(found(file, hits) == Texts{"sale@sale", "sale@Sale"});
    CHECK(hits[0].measured == 4);
    CHECK_FALSE(hits[0].supporting);
    CHECK(hits[1].supporting);
}

TEST_CASE("disguised: only leaves what is written as usual alone") {
    const RuleSet rules =
        rule_set(rule_yaml("spelt", "    in: [text]\n    any: [{words: [microsoft]}]\n    disguised: only\n    points: 1\n",
                           "{hit: [micr0soft], miss: [Microsoft, MICROSOFT]}"));
    const std::string file = mail("Minutes", "Microsoft and Micr0soft and Micrоsoft");
    CHECK(found(file, findings(rules, file)) == Texts{"microsoft@Micr0soft!", "microsoft@Micrоsoft!"});
}

TEST_CASE("count and disguised are refused where they would do nothing") {
    const PackFolder folder;
    folder.write("scoring.yaml", kScoring);
    folder.write("test.yaml",
                 pack_yaml(rule_yaml("a",
                                     "    in: [text]\n    any: [{words: [alpha]}]\n    distinct: 2\n    count: {below: 1}\n"
                                     "    points: 1\n",
                                     "{hit: [b], miss: [alpha]}") +
                           rule_yaml("b", "    in: [text]\n    any: [{words: [alpha]}]\n    disguised: yes\n    points: 1\n",
                                     "{hit: [a1pha], miss: [beta]}") +
                           rule_yaml("c", "    each: link\n    disguised: only\n    points: 1\n",
                                     "{hit: [{text: 'https://a.org/'}], miss: [beta]}")));
    RuleSet rules;
    std::string all;
    for (const std::string& line : folder.load(rules)) all += line + "\n";
    CHECK(all.find("test.yaml:10:15: distinct and count exclude each other; keep one of them\n") != std::string::npos);
    CHECK(all.find("unknown value of disguised 'yes'; known are only\n") != std::string::npos);
    CHECK(all.find("'disguised' does nothing in a rule of kind each; remove it\n") != std::string::npos);
}
