#include "rules/rule_warnings.h"

#include <doctest/doctest.h>

#include "rules/never_matches.h"
#include "rules/pack_files.h"
#include "rules/pack_under_test.h"

using namespace spamlint;

namespace {

std::string rule_with(const std::string& id, const std::string& any, const std::string& hit,
                      const std::string& more = "") {
    return "  - id: " + id + "\n    title: {en: A, zh: 一}\n    in: [text]\n    any: " + any + "\n" + more +
           "    points: 1\n    severity: warning\n    why: {en: B, zh: 二}\n    fix: {en: C, zh: 三}\n"
           "    references: [D]\n    examples: {hit: [" +
           hit + "], miss: [quiet]}\n";
}

/// What is warned of in a pack with these rules.
std::vector<std::string> warnings(const std::string& rules) {
    const std::vector<PackFile> files = {
        {"scoring.yaml", kScoring}, {"a.yaml", "pack: a\ntitle: {en: A, zh: 一}\ncategory: words\nrules:\n" + rules}};
    RuleSet set;
    for (const PackProblem& problem : load_pack_texts(files, set)) FAIL_CHECK(to_string(problem));
    std::vector<std::string> lines;
    for (const PackProblem& warning : rule_warnings(files, set)) lines.push_back(to_string(warning));
    return lines;
}

std::string why_never(PatternTexts::Kind kind, std::string_view source) {
    PatternTexts pattern;
    pattern.kind = kind;
    pattern.source = source;
    return never_matches(pattern);
}

}  // namespace

TEST_CASE("a word that is charged by two rules is told at each of them") {
    const auto told = warnings(rule_with("one", "[{words: [gizmo, widget]}]", "gizmo") +
                               rule_with("two", "[{words: [gizmo]}]", "gizmo"));
    REQUIRE(told.size() == 2);
    CHECK(told[0].find("word 'gizmo' is charged by rule 'two' too") != std::string::npos);
    CHECK(told[1].find("word 'gizmo' is charged by rule 'one' too") != std::string::npos);
    CHECK(told[0].starts_with("a.yaml:8:"));
    CHECK(told[1].starts_with("a.yaml:18:"));
}

TEST_CASE("rules of one group, guarded words and words that need more share no charge") {
    const std::string one = rule_with("one", "[{words: [gizmo]}]", "gizmo");
    CHECK(warnings(rule_with("one", "[{words: [gizmo]}]", "gizmo", "    group: lure\n") +
                   rule_with("two", "[{words: [gizmo]}]", "gizmo", "    group: lure\n"))
              .empty());
    CHECK(warnings(one + rule_with("two", "[{words: [gizmo, widget]}]", "widget", "    unless: [{words: [gizmo]}]\n"))
              .empty());
    CHECK(warnings(one + rule_with("two", "[{words: [gizmo, widget]}]", "gizmo and widget", "    distinct: 2\n"))
              .empty());
}

TEST_CASE("function words are too common for a rule of their own") {
    const auto told = warnings(rule_with("one", "[{words: [the, gizmo]}]", "gizmo"));
    REQUIRE(told.size() == 1);
    CHECK(told[0].find("word 'the' is so short or frequent") != std::string::npos);
}

TEST_CASE("patterns that contradict themselves are told, those that only look so are not") {
    using Kind = PatternTexts::Kind;
    for (const char* never : {"foo\\bbar", "x$y", "x^y", "(?:ab|c^d)", "a[^\\s\\S]", "[^\\W\\w]"})
        CHECK_MESSAGE(!why_never(Kind::regex, never).empty(), never);
    CHECK(why_never(Kind::regex, "Gizmo").find("write 'g', or take raw") != std::string::npos);
    CHECK(why_never(Kind::raw, "Gizmo").empty());
    for (const char* fine : {"\\bfoo\\b bar", "foo$", "[$a]9", "[a^b]", "(?:^a|^b)", "x\\^y", "(?m)a$b", "\\w\\b", "us\\$5", "[^\\s]"})
        CHECK_MESSAGE(why_never(Kind::regex, fine).empty(), fine);
}
