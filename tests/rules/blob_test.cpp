#include <doctest/doctest.h>

#include <thread>

#include "rules/pack_under_test.h"

using namespace spamlint;

namespace {

RuleSet many_kinds() {
    return rule_set(
        rule_yaml("words",
                  "    in: [subject, text]\n    any: [{words: [免费, free, $more]}, {regex: '赢.{0,4}奖'}, {raw: "
                  "'[A-Z]{9}'}]\n    with: [[{words: [alpha]}]]\n    unless: [{words: [free of]}]\n    distinct: 1\n   "
                  " points: 0.6\n    cap: 1.5\n    group: lure\n    references: ['https://a.org']\n",
                  "{hit: [免费 alpha], miss: [免费]}") +
            rule_yaml("measure",
                      "    measure: subject.exclamations\n    above: {1: 0.3, 3: 1.0}\n    when: {message.kind: {list: "
                      "[message]}}\n",
                      "{hit: [{subject: 'Now!!'}], miss: [{subject: 'Now!'}]}") +
            rule_yaml("each",
                      "    each: link\n    where: {host: {not: {regex: '^oak'}}, scheme: https}\n    points: 1\n    "
                      "profiles: [marketing]\n",
                      "{hit: [{text: 'https://plk77.org/'}], miss: [{text: 'https://oakfield-library.org/'}]}"),
        "lists:\n  more: {source: 'my own head', items: [gratis]}\n");
}

std::vector<std::string> shown(const RuleSet& rules, const std::string& file) {
    std::vector<std::string> lines;
    for (const Finding& finding : applied(rules, file).findings)
        lines.push_back(std::string(rules.rules[static_cast<std::size_t>(finding.rule)].id) + " " + finding.in + " " + finding.text +
                        " " + std::to_string(finding.span.begin));
    return lines;
}

const std::string kMail = mail("Free!! 免费", "alpha 免-费 GRATIS ABCDEFGHIJ 赢 大奖 https://plk77.org/ free of",
                               "List-Unsubscribe: <https://a.org/>\n");

}  // namespace

TEST_CASE("rules come back from a blob as they were") {
    const RuleSet rules = many_kinds();
    const std::string blob = write_rules(rules);
    RuleSet read = read_rules(blob);
    CHECK(shown(read, kMail).size() >= 5);
    CHECK(shown(read, kMail) == shown(rules, kMail));
    CHECK(read.rules[0].examples.empty());
    read_details(read);
    CHECK(read.rules[0].examples.size() == 2);
    REQUIRE(read.lists.size() == 1);
    CHECK(read.lists[0].source == "my own head");
    CHECK(read.packs.size() == 1);
    CHECK(run_examples(read).empty());
    CHECK(write_rules(read) == blob);
}

TEST_CASE("a blob that is cut or foreign is refused") {
    const std::string blob = write_rules(many_kinds());
    CHECK_THROWS(read_rules("something else"));
    for (std::size_t size = 0; size < blob.size() / 2; size += 7)
        CHECK_THROWS(read_rules(std::string_view(blob).substr(0, size)));
}

TEST_CASE("packs load on top of a blob: known ids are replaced, its lists can be named") {
    const std::string blob = write_rules(many_kinds());
    RuleSet rules = read_rules(blob);
    const PackFolder folder;
    folder.write(
        "mine.yaml",
        "pack: mine\ntitle: {en: Mine, zh: 我的}\ncategory: words\nrules:\n" +
            rule_yaml("words", "    in: [text]\n    any: [{words: $test:more}]\n    points: 2\n    group: lure\n",
                      "{hit: [gratis], miss: [free]}") +
            rule_yaml("new", "    in: [text]\n    any: [{words: [omega]}]\n    points: 2\n",
                      "{hit: [omega], miss: [free]}"));
    for (const std::string& line : folder.load(rules)) FAIL_CHECK(line);
    CHECK(rules.rules.size() == 4);
    CHECK(rules.find("words")->points == 2);
    CHECK(rules.find("words")->pack == "mine");
    CHECK(rules.find("each")->examples.size() == 2);
    CHECK(rules.find("nothing") == nullptr);
}

TEST_CASE("a copy of a rule set works on after the first is gone") {
    RuleSet copy;
    {
        const RuleSet rules = many_kinds();
        copy = rules;
    }
    CHECK(shown(copy, kMail).size() >= 5);
}

TEST_CASE("threads share a rule set and find the same") {
    const RuleSet rules = many_kinds();
    const std::vector<std::string> expected = shown(rules, kMail);
    const RuleSet fresh = many_kinds();  // nothing compiled yet
    std::vector<std::vector<std::string>> found(4);
    std::vector<std::thread> threads;
    for (auto& lines : found) threads.emplace_back([&] { lines = shown(fresh, kMail); });
    for (std::thread& thread : threads) thread.join();
    for (const auto& lines : found) CHECK(lines == expected);
}
