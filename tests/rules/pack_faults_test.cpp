#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>

#include "rules/pack_under_test.h"

using namespace spamlint;
using Lines = std::vector<std::string>;

namespace {

Lines problems_of(const std::string& yaml) {
    const PackFolder folder;
    folder.write("scoring.yaml", kScoring);
    folder.write("test.yaml", yaml);
    RuleSet rules;
    Lines lines = folder.load(rules);
    if (!lines.empty()) CHECK(rules.rules.empty());  // a faulty pack changes nothing
    return lines;
}

/// Is there exactly one problem, at this place, that says this?
void one_problem(const std::string& yaml, const std::string& place, const std::string& says) {
    const Lines lines = problems_of(yaml);
    CAPTURE(says);
    REQUIRE(!lines.empty());
    for (std::size_t i = 1; i < lines.size(); ++i) FAIL_CHECK(lines[i]);
    CHECK_MESSAGE(lines[0].starts_with("test.yaml:" + place + ": "), lines[0]);
    CHECK_MESSAGE(lines[0].find(says) != std::string::npos, lines[0]);
}

const std::string kExamples = "{hit: [alpha], miss: [beta]}";
/// A match rule, from line 5 on; `keys` begin at line 8.
std::string match(const std::string& keys, const std::string& examples = kExamples) {
    return pack_yaml(rule_yaml("a-rule", keys, examples));
}
const std::string kAlpha = "    in: [text]\n    any: [{words: [alpha]}]\n    points: 1\n";

}  // namespace

TEST_CASE("unknown keys are named at their place, with the key that was meant") {
    one_problem(match(kAlpha + "    grup: lure\n"), "11:5", "unknown key 'grup' in the rule; did you mean 'group'?");
    one_problem("pack: test\ntitle: {en: T, zh: 测}\ncategory: words\nrulez: []\n", "4:1", "did you mean 'rules'?");
    one_problem(match("    in: [text]\n    any: [{word: [alpha]}]\n    points: 1\n"), "9:12",
                "unknown key 'word' in an item of any; did you mean 'words'?");
    one_problem(match("    in: [text]\n    any: [{words: [alpha], regex: beta}]\n    points: 1\n"), "9:11",
                "exactly one of words, regex, fragment, raw and brands");
}

TEST_CASE("names that nobody declared are named") {
    one_problem(match(kAlpha + "    group: lur\n"), "11:12", "unknown group 'lur'; did you mean 'lure'?");
    one_problem(match(kAlpha + "    profiles: [marketting]\n"), "11:16", "did you mean 'marketing'?");
    one_problem(match(kAlpha + "    languages: [xx]\n"), "11:17", "unknown language 'xx'");
    one_problem(match(kAlpha + "    when: {links.cuont: 1}\n"), "11:12",
                "unknown fact 'links.cuont'; did you mean 'links.count'?");
    one_problem(match("    in: [txet]\n    any: [{words: [alpha]}]\n    points: 1\n",
                      "{hit: [{text: alpha}], miss: [{text: beta}]}"),
                "8:10", "unknown scope 'txet'; did you mean 'text'?");
    one_problem(match("    each: atachment\n    points: 1\n", "{hit: [{text: a}], miss: [{text: b}]}"), "8:11",
                "did you mean 'attachment'?");
    one_problem(match("    each: attachment\n    where: {extention: exe}\n    points: 1\n",
                      "{hit: [{text: a}], miss: [{text: b}]}"),
                "9:13", "unknown field 'extention' of attachment; did you mean 'extension'?");
    one_problem(match("    in: [text]\n    any: [{words: $alphas}]\n    points: 1\n"), "9:19",
                "unknown list '$alphas'");
    one_problem("pack: test\ntitle: {en: T, zh: 测}\ncategory: wordz\n", "3:11",
                "unknown category 'wordz'; did you mean 'words'?");
    one_problem(pack_yaml("  - id: a\n    title: {en: T, zh: 测}\n    severity: fatal\n" + kAlpha +
                          "    why: {en: a, zh: b}\n    fix: {en: a, zh: b}\n    examples: " + kExamples + "\n"),
                "7:15", "unknown severity 'fatal'");
}

TEST_CASE("patterns are held against RE2 and its cost") {
    one_problem(match("    in: [text]\n    any: [{regex: 'a(b'}]\n    points: 1\n"), "9:19",
                "bad pattern: missing ): a(b");
    one_problem(match("    in: [text]\n    any: [{regex: '[^\\n]{0,1000}x[^\\n]{0,1000}'}]\n    points: 1\n"), "9:19",
                "pattern too costly: 18005 RE2 instructions");
    one_problem(match("    in: [text]\n    any: [{raw: 'a*'}]\n    points: 1\n"), "9:17", "matches the empty text");
    one_problem(match("    each: link\n    where: {host: {regex: '('}}\n    points: 1\n",
                      "{hit: [{text: a}], miss: [{text: b}]}"),
                "9:27", "bad pattern");
}

TEST_CASE("values of a wrong type are named") {
    one_problem(match("    in: [text]\n    any: [{words: [alpha]}]\n    points: much\n"), "10:13",
                "points must be a number from 0 to 10, not 'much'");
    one_problem(match("    in: [text]\n    any: [{words: [alpha]}]\n    points: 1\n    cap: 0.5\n"), "11:10",
                "cap is less than points");
    one_problem(match(kAlpha + "    when: {header.one_click: 3}\n"), "11:30", "is true or false, not '3'");
    one_problem(match(kAlpha + "    when: {subject.words: {list: $a}}\n"), "11:34", "must be a list of numbers");
    one_problem(match(kAlpha + "    when: {message.kind: {above: 3}}\n"), "11:34", "has no 'above'");
    one_problem(match(kAlpha + "    when: {header.one_click: {regex: a}}\n"), "11:38", "held against a pattern");
    one_problem(match(kAlpha + "    distinct: 0\n"), "11:15", "distinct must be a number from 1 to 50");
    one_problem(match("    measure: message.kind\n    above: {1: 1}\n", "{hit: [{text: a}], miss: [{text: b}]}"),
                "8:14", "is no number");
    one_problem(match("    in: text\n    any: [{words: [alpha]}]\n    points: 1\n",
                      "{hit: [{text: alpha}], miss: [{text: beta}]}"),
                "8:9", "as a list");
}

TEST_CASE("steps go one way") {
    const std::string examples = "{hit: [{text: a}], miss: [{text: b}]}";
    one_problem(match("    measure: links.count\n    above: {6: 0.4, 3: 1.0}\n", examples), "9:21",
                "steps above must rise");
    one_problem(match("    measure: links.count\n    below: {3: 0.4, 6: 1.0}\n", examples), "9:21",
                "steps below must fall");
    one_problem(match("    measure: links.count\n    above: {3: 1.0, 6: 0.4}\n", examples), "9:24",
                "points must not fall");
    one_problem(match("    measure: links.count\n    above: {3: 1.0}\n    below: {1: 1}\n", examples), "5:5",
                "either above or below");
}

TEST_CASE("kinds do not mix") {
    one_problem(match("    points: 1\n", "{hit: [{text: a}], miss: [{text: b}]}"), "5:5",
                "exactly one of any, measure and each");
    one_problem(match(kAlpha + "    where: {text: a}\n"), "11:5", "'where' does nothing in a rule of kind match; remove it");
    one_problem(match("    measure: links.count\n    above: {3: 1.0}\n    points: 1\n",
                      "{hit: [{text: a}], miss: [{text: b}]}"),
                "10:5", "'points' does nothing in a rule of kind measure");
}

TEST_CASE("words must be words") {
    one_problem(match("    in: [text]\n    any: [{words: [alpha, '']}]\n    points: 1\n"), "9:27", "empty");
    one_problem(match("    in: [text]\n    any: [{words: [alpha, \"\\u200B\"]}]\n    points: 1\n"), "9:19",
                "folds to nothing");
    one_problem(match("    in: [text]\n    any: [{words: [alpha, x]}]\n    points: 1\n"), "9:19",
                "'x' is a single character; use a regex");
}

TEST_CASE("lists may refer to lists of other packs, later ones too, but not to themselves") {
    const PackFolder folder;
    folder.write("scoring.yaml", kScoring);
    folder.write("a.yaml",
                 "pack: a\ntitle: {en: A, zh: 甲}\ncategory: words\nrules:\n" +
                     rule_yaml("a-rule", "    in: [text]\n    any: [{words: [$z:both, delta]}]\n    points: 1\n",
                               "{hit: [alpha, beta, delta], miss: [gamma]}"));
    folder.write("z.yaml",
                 "pack: z\ntitle: {en: Z, zh: 乙}\ncategory: words\nlists:\n  one: [alpha]\n  both: {source: here, "
                 "items: [$one, beta]}\n");
    RuleSet rules;
    for (const std::string& line : folder.load(rules)) FAIL_CHECK(line);
    REQUIRE(rules.rules.size() == 1);
    CHECK(rules.rules[0].any.size() == 3);

    const std::string circle =
        pack_yaml(rule_yaml("a-rule", "    in: [text]\n    any: [{words: $a}]\n    points: 1\n", kExamples),
                  "lists:\n  a: [$b, alpha]\n  b: [$a]\n");
    one_problem(circle, "12:19", "holds itself");
}

TEST_CASE("a rule needs its dress and its examples") {
    const std::string body =
        "pack: test\ntitle: {en: Test, zh: 测试}\ncategory: words\nrules:\n  - id: a\n    severity: info\n" + kAlpha;
    const Lines lines = problems_of(body);
    REQUIRE(lines.size() == 4);
    for (const char* key : {"'title'", "'why'", "'fix'", "'examples'"})
        CHECK(std::any_of(lines.begin(), lines.end(),
                          [&](const std::string& line) { return line.find(key) != std::string::npos; }));
    one_problem(match(kAlpha, "{hit: [alpha]}"), "13:15", "has no 'miss'");
    one_problem(match(kAlpha, "{hit: [], miss: [beta]}"), "13:21", "at least one example");
    one_problem(pack_yaml("  - id: a\n    title: {en: T}\n    severity: info\n" + kAlpha +
                          "    why: {en: a, zh: b}\n    fix: {en: a, zh: b}\n    examples: " + kExamples + "\n"),
                "6:12", "title has no 'zh'");
}

TEST_CASE("examples that do not what they say are named, with what happened") {
    one_problem(match(kAlpha, "{hit: [beta], miss: [gamma]}"), "13:22",
                "a hit example of 'a-rule' does not hit {text: beta}");
    one_problem(match(kAlpha, "{hit: [alpha], miss: [an alpha]}"), "13:37",
                "a miss example of 'a-rule' hits 'alpha' in text {text: an alpha}");
}

TEST_CASE("ids and packs are unique") {
    one_problem(pack_yaml(rule_yaml("a-rule", kAlpha, kExamples) + rule_yaml("a-rule", kAlpha, kExamples)), "14:9",
                "duplicate id 'a-rule', first at ");
}

TEST_CASE("what is no YAML, or no pack, is one clear line") {
    one_problem("pack: [a\n", "2:1", "not valid YAML");
    one_problem("", "1:1", "the file is empty");
    one_problem("--- a\n--- b\n", "2:1", "several documents");
    one_problem("- a\n", "1:1", "the pack must be a mapping");
    RuleSet rules;
    const std::vector<PackProblem> problems = load_packs({"/nowhere/at/all.yaml"}, rules);
    REQUIRE(problems.size() == 1);
    CHECK(to_string(problems[0]).starts_with("/nowhere/at/all.yaml:1:1: cannot be read: No such file"));
}

TEST_CASE("a comma that stands in no brackets is no document after the other without end") {
    one_problem(", a", "1:1", "stray comma");
    one_problem("a: b\n--- , c\n", "2:1", "stray comma");
}

TEST_CASE("bombs and depth end quickly in one line") {
    std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c < 'k'; ++c) {
        const std::string last(1, static_cast<char>(c - 1));
        bomb += std::string(1, c) + ": &" + c + " [";
        for (int i = 0; i < 10; ++i) bomb += (i ? ", *" : "*") + last;
        bomb += "]\n";
    }
    const std::clock_t begin = std::clock();  // of the processor: the machine may be busy
    one_problem(bomb, "1:14", "grows too large");
    const Lines deep = problems_of(std::string(100'000, '['));
    CHECK(deep.size() == 1);
    const Lines nested = problems_of("a: " + std::string(200, '[') + std::string(200, ']') + "\n");
    CHECK(nested.size() == 1);
    std::string lists = "lists:\n  l0: [alpha, beta]\n";
    for (int i = 1; i < 40; ++i)
        lists += "  l" + std::to_string(i) + ": [$l" + std::to_string(i - 1) + ", $l" + std::to_string(i - 1) + "]\n";
    CHECK(problems_of(
              pack_yaml(rule_yaml("a", "    in: [text]\n    any: [{words: $l39}]\n    points: 1\n", kExamples), lists))
              .size() == 1);
    CHECK(std::clock() - begin < 20 * CLOCKS_PER_SEC);
}

TEST_CASE("fifteen faults in one pack are fifteen lines, in the order of the file") {
    const std::string source = std::string(SPAMLINT_SOURCE_DIR) + "/tests/rules/";
    RuleSet rules;
    const PackFolder folder;
    folder.write("scoring.yaml", kScoring);
    std::ifstream broken(source + "broken.yaml", std::ios::binary),
        golden(source + "broken.expected", std::ios::binary);
    folder.write("broken.yaml", std::string((std::istreambuf_iterator<char>(broken)), {}));
    std::string lines;
    for (const std::string& line : folder.load(rules)) lines += line + "\n";
    CHECK(lines == std::string((std::istreambuf_iterator<char>(golden)), {}));
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 15);
}
