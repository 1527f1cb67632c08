#include <doctest/doctest.h>

#include "rules/pack_under_test.h"
#include "rules/predicate.h"
#include "rules/regex.h"

using namespace spamlint;

namespace {

std::string each(const std::string& id, const std::string& keys, const std::string& examples) {
    return rule_yaml(id, "    each: " + keys + "    points: 1\n", examples);
}

}  // namespace

TEST_CASE("a finding in the message's header is in no part, whatever the kind of its rule") {
    const RuleSet rules =
        rule_set(rule_yaml("measured", "    measure: subject.exclamations\n    above: {1: 0.3}\n",
                           "{hit: [{subject: 'Now!!'}], miss: [{subject: 'Now!'}]}") +
                 rule_yaml("matched", "    in: [subject, text]\n    any: [{words: [now]}]\n    points: 1\n",
                           "{hit: [{subject: now}], miss: [{subject: then}]}") +
                 each("listed", "header\n    where: {name: subject}\n",
                      "{hit: [{subject: now}], miss: [{message: \"From: a@b.example\\n\\nthen\\n\"}]}"));
    const std::vector<Finding> findings = applied(rules, mail("Now!!", "and now")).findings;
    REQUIRE(findings.size() == 4);
    for (const Finding& finding : findings) CHECK(finding.part == (finding.in == "text" ? "1" : ""));
}

TEST_CASE("a measure rule hits where a number passes a step") {
    const RuleSet rules = rule_set(rule_yaml("loud", "    measure: subject.exclamations\n    above: {1: 0.3, 3: 1.0}\n",
                                             "{hit: [{subject: 'Now!!'}], miss: [{subject: 'Now!'}]}") +
                                   rule_yaml("short", "    measure: subject.characters\n    below: {5: 0.2, 3: 0.6}\n",
                                             "{hit: [{subject: 'Hi'}], miss: [{subject: 'Hello you'}]}"));
    const std::string file = mail("Now!! Here!!", "text");
    const std::vector<Finding> findings = applied(rules, file).findings;
    REQUIRE(!findings.empty());
    CHECK(findings.front().measured == 4);
    CHECK(findings.front().text == "!!");  // the header's own text says more than the number
    CHECK(!findings.front().supporting);
    for (const Finding& finding : findings) CHECK(finding.rule == 0);
}

TEST_CASE("an each rule hits on each element that meets its fields") {
    const RuleSet rules = rule_set(
        each("exe", "attachment\n    where: {extension: {list: [exe, scr]}}\n",
             "{hit: [{attachment: a.exe}], miss: [{attachment: a.pdf}]}") +
        each("odd-link",
             "link\n    where: {host: {not: {suffix: [oakfield-library.org]}}, scheme: {list: [http, https]}}\n",
             "{hit: [{text: 'https://plk77.org/'}], miss: [{text: 'https://a.oakfield-library.org/'}, {text: "
             "'https://oakfield-library.org/'}]}"));
    const std::string file = mail(
        "Minutes", "https://plk77.org/a and https://www.oakfield-library.org/ and https://notoakfield-library.org/");
    const std::vector<Finding> findings = applied(rules, file).findings;
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].in == "link");
    CHECK(file.substr(findings[0].span.begin, findings[0].span.size()).find("plk77.org") != std::string::npos);
}

TEST_CASE("count asks for too few or too many elements") {
    const RuleSet rules = rule_set(each("no-date", "header\n    where: {name: date}\n    count: {below: 1}\n",
                                        "{hit: [{omit: [date]}], miss: [{text: a}]}") +
                                   each("two-subjects", "header\n    where: {name: subject}\n    count: {above: 1}\n",
                                        "{hit: [{header: {Subject: [a, b]}}], miss: [{subject: a}]}"));
    const std::string without = "From: a@b.org\nSubject: first\nSubject: second\nSubject: third\n\nx\n";
    const std::vector<Finding> findings = applied(rules, without).findings;
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].in == "message");
    CHECK(findings[0].span.empty());
    CHECK(without.substr(findings[1].span.begin, findings[1].span.size()).find("second") != std::string::npos);
    CHECK(!findings[1].supporting);
    CHECK(findings[2].supporting);
}

TEST_CASE("each predicate means what it says") {
    const auto number = [](Predicate::Op op, double bound, double value) {
        Predicate predicate;
        predicate.op = op;
        predicate.number = bound;
        return holds(predicate, Value(value));
    };
    CHECK(number(Predicate::Op::above, 3, 4));
    CHECK_FALSE(number(Predicate::Op::above, 3, 3));
    CHECK(number(Predicate::Op::at_least, 3, 3));
    CHECK(number(Predicate::Op::below, 3, 2));
    CHECK_FALSE(number(Predicate::Op::below, 3, 3));
    CHECK(number(Predicate::Op::at_most, 3, 3));
    CHECK(number(Predicate::Op::equals, 3, 3));
    CHECK_FALSE(number(Predicate::Op::equals, 3, 4));

    Predicate truth;
    truth.number = 1;
    CHECK(holds(truth, Value(true)));
    CHECK_FALSE(holds(truth, Value(false)));

    Predicate text;
    text.text = "exe";
    CHECK(holds(text, Value(std::string("Exe"))));
    text.text = "привет";
    CHECK(holds(text, Value(std::string("Привет"))));

    Predicate suffix;
    suffix.op = Predicate::Op::has_suffix;
    for (const char* item : {"bit.ly", "co.uk"}) suffix.list.add(item);
    CHECK(holds(suffix, Value(std::string("BIT.ly"))));
    CHECK(holds(suffix, Value(std::string("a.b.co.uk"))));
    CHECK_FALSE(holds(suffix, Value(std::string("habit.ly"))));

    Predicate regex;
    regex.op = Predicate::Op::matches;
    regex.text = "^re:";
    attach_regexes(regex);
    CHECK(holds(regex, Value(std::string("RE: x"))));
    CHECK_FALSE(holds(regex, Value(std::string("more: x"))));

    Predicate combined;
    combined.inner = {text, regex};
    combined.op = Predicate::Op::any;
    CHECK(holds(combined, Value(std::string("re: привет"))));
    combined.op = Predicate::Op::all;
    CHECK_FALSE(holds(combined, Value(std::string("re: привет"))));
    Predicate negation;
    negation.op = Predicate::Op::negation;
    negation.inner = {combined};
    CHECK(holds(negation, Value(std::string("re: привет"))));
}

TEST_CASE("a pattern on a field is tried in texts that could hold it, whatever their letter case") {
    Predicate predicate;
    predicate.op = Predicate::Op::matches;
    predicate.text = "(?:won|got) prize";
    for (const char* literal : {"got prize", "won prize"}) predicate.need.add(literal);
    attach_regexes(predicate);
    CHECK(holds(predicate, Value(std::string("You WON prize"))));
    CHECK(holds(predicate, Value(std::string("免费: got prize"))));
    CHECK_FALSE(holds(predicate, Value(std::string("won a prize"))));
}

TEST_CASE("predicates combine in packs") {
    const RuleSet rules =
        rule_set(each("combined",
                      "link\n    where: {characters: {above: 20, below: 60}, host: {any: [{regex: '^plk'}, {suffix: "
                      "[b.org]}]}, path: {not: {all: [{regex: a}, {regex: b}]}}}\n",
                      "{hit: [{text: 'https://plk77.org/aaaaaaaaaaaa'}, {text: 'https://www.b.org/aaaaaaaaaaaaaaaa'}], "
                      "miss: [{text: 'https://plk77.org/'}, {text: 'https://plk77.org/abababababab'}, {text: "
                      "'https://c.org/aaaaaaaaaaaaaaaaaaaaa'}]}"));
    CHECK(rules.rules.size() == 1);
}

TEST_CASE("a size points at what lies beyond the mildest bound, in each part by itself and through its encoding") {
    const RuleSet rules =
        rule_set(rule_yaml("clipped", "    measure: html.largest_bytes\n    above: {31: 0.3, 300: 0.5}\n",
                           "{hit: [{html: '<p>The minutes of Tuesday are ready.</p>'}], miss: [{html: '<p>a</p>'}]}"));
    const std::string file =
        "From: a@b.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/html\n\n<p>0123456789012345678901234567 beyond</p>\n"
        "--b\nContent-Type: text/html\n\n<p>short</p>\n"
        "--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
        "PHA+MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz5Lya6K6u\n--b--\n";  // the bound cuts 议
    const std::vector<Finding> findings = applied(rules, file).findings;
    REQUIRE(findings.size() == 2);
    CHECK(file.substr(findings[0].span.begin, findings[0].span.size()) == "beyond</p>");
    CHECK(findings[0].part == "1");
    CHECK(file.substr(findings[1].span.begin, findings[1].span.size()) == "6K6u");
    CHECK(findings[1].part == "3");
    CHECK(findings[1].supporting);
}

TEST_CASE("a measure shows what stands at its place, decoded; the number where nothing does") {
    const RuleSet rules = rule_set(rule_yaml("addresses", "    measure: sender.addresses\n    above: {1: 1}\n",
                                             "{hit: [{from: 'a@b.org, c@d.org'}], miss: [{from: 'a@b.org'}]}") +
                                   rule_yaml("name", "    measure: sender.name_characters\n    above: {3: 1}\n",
                                             "{hit: [{from: 'Anna <a@b.org>'}], miss: [{from: 'a@b.org'}]}") +
                                   rule_yaml("letters", "    measure: text.ignorables_in_words\n    above: {0: 1}\n",
                                             "{hit: [{text: \"fr\\u200bee\"}], miss: [{text: free}]}") +
                                   rule_yaml("bytes", "    measure: message.bytes\n    above: {60: 1}\n",
                                             "{hit: [{text: a}], miss: [{message: \"a: b\\n\"}]}"));
    const std::string file =
        "From: =?utf-8?B?5L2p54m5?= <a@b.org>, c@d.org\nSubject: Minutes\n"
        "Content-Transfer-Encoding: quoted-printable\n\nfr=E2=80=8Bee\n";
    const std::vector<Finding> findings = applied(rules, file).findings;
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].text == "From: =?utf-8?B?5L2p54m5?= <a@b.org>, c@d.org");
    CHECK(findings[0].measured == 2);
    CHECK(findings[1].text == "\u200B");
    CHECK(findings[1].in == "text");
    CHECK(findings[2].text == std::to_string(file.size()));

    const std::string named = "From: =?utf-8?B?5L2p54m55Zu+5Lmm?= <a@b.org>\n\nHi\n";
    const std::vector<Finding> of_name = applied(rules, named).findings;
    REQUIRE(!of_name.empty());
    CHECK(of_name[0].text == "佩特图书");
    CHECK(named.substr(of_name[0].span.begin, of_name[0].span.size()) == "5L2p54m55Zu+5Lmm");
}

TEST_CASE("where nothing shows the number, what shows a condition beside it does") {
    const RuleSet rules = rule_set(rule_yaml(
        "order", "    measure: message.bytes\n    above: {0: 1}\n    when: {subject.exclamations: {above: 1}}\n",
        "{hit: [{subject: 'Now!!'}], miss: [{subject: Now}]}"));
    const std::vector<Finding> findings = applied(rules, mail("Now!!", "text")).findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].text == "!!");
    CHECK(findings[0].in == "subject");
}

TEST_CASE("a count of distinct targets shows each target once") {
    const RuleSet rules = rule_set(rule_yaml("targets", "    measure: links.targets\n    above: {1: 1}\n",
                                             "{hit: [{text: 'https://a.org https://b.org'}], miss: [{text: a}]}"));
    const std::string file = mail("Minutes", "https://a.org/x https://b.org/y https://a.org/x#top https://a.org/x");
    const std::vector<Finding> findings = applied(rules, file).findings;
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].text == "https://a.org/x");
    CHECK(findings[1].text == "https://b.org/y");
}
