#include <doctest/doctest.h>

#include "rules/pack_under_test.h"

using namespace spamlint;
using Texts = std::vector<std::string>;

namespace {

Texts hits(const RuleSet& rules, const std::string& text) {
    const std::string file = mail("Minutes", text);
    return found(file, applied(rules, file).findings);
}

}  // namespace

TEST_CASE("words are found as they are written, in other spellings and disguised") {
    const RuleSet rules = rule_set(rule_yaml(
        "free", "    in: [subject, text]\n    any: [{words: [免费, free, claim your prize]}]\n    points: 1\n",
        "{hit: [免费, free], miss: [避免费用, sugar-free]}"));
    CHECK(hits(rules, "资料免费领取") == Texts{"免费@免费"});
    CHECK(hits(rules, "資料免費領取") == Texts{"免费@免費"});
    CHECK(hits(rules, "资料免-费领取") == Texts{"免费@免-费!"});
    CHECK(hits(rules, "now f.r.e.e for all") == Texts{"free@f.r.e.e!"});
    CHECK(hits(rules, "Now FREE for all") == Texts{"free@FREE"});
    CHECK(hits(rules, "CLAIM  YOUR\nPrize today") == Texts{"claim your prize@CLAIM  YOUR\nPrize"});
    CHECK(hits(rules, "c1aim your prize") == Texts{"claim your prize@c1aim your prize!"});
    CHECK(hits(rules, "sugar-free, carefree and 避免费用").empty());
}

TEST_CASE("what several conditions find at one place is one finding") {
    const RuleSet rules = rule_set(rule_yaml("twice",
                                             "    in: [text]\n    any: [{words: [alpha]}]\n"
                                             "    with: [[{words: [alpha, beta]}], [{fragment: 'alph.|beta'}]]\n    points: 1\n",
                                             "{hit: [alpha beta], miss: [beta]}"));
    CHECK(hits(rules, "alpha beta") == Texts{"alpha@alpha"});
    CHECK(hits(rules, "alpha alpha") == Texts{"alpha@alpha", "alpha@alpha"});
}

TEST_CASE("messages held in turn against two rule sets get the findings of each") {
    const RuleSet letters = rule_set(
        rule_yaml("letters", "    in: [text]\n    any: [{words: [alpha, beta]}, {regex: 'gam+a'}]\n    points: 1\n",
                  "{hit: [alpha], miss: [omega]}"));
    const RuleSet numbers =
        rule_set(rule_yaml("numbers", "    in: [text]\n    any: [{words: [one]}, {regex: 't[wo]+'}]\n    points: 1\n",
                           "{hit: [one], miss: [three]}"));
    const std::string text = "alpha one gamma two";
    for (int turn = 0; turn < 3; ++turn) {
        CHECK(hits(letters, text) == Texts{"alpha@alpha", "gamma@gamma"});
        CHECK(hits(numbers, text) == Texts{"one@one", "two@two"});
    }
}

TEST_CASE("a rule with groups hits where each group does, in whichever text") {
    const RuleSet rules = rule_set(rule_yaml("both",
                                             "    in: [subject, text]\n    any: [{regex: 'al[p]ha'}]\n"
                                             "    with: [[{regex: 'be[t]a'}], [{words: [delta]}]]\n    points: 1\n",
                                             "{hit: [alpha beta delta], miss: [alpha beta]}"));
    const auto with_subject = [&](const std::string& subject, const std::string& text) {
        const std::string file = mail(subject, text);
        return found(file, applied(rules, file).findings).size();
    };
    CHECK(with_subject("beta delta", "alpha") == 3);
    CHECK(with_subject("alpha", "beta and delta") == 3);
    CHECK(with_subject("alpha beta", "nothing else") == 0);
    CHECK(with_subject("delta", "alpha alone") == 0);
    CHECK(with_subject("beta", "delta alone") == 0);
}

TEST_CASE("a word that hidden text or a comment splits is disguised, one with a style inside is not") {
    const RuleSet rules =
        rule_set(rule_yaml("free", "    in: [text, link-text]\n    any: [{words: [免费, free, free offer]}]\n    points: 1\n",
                           "{hit: [免费, free], miss: [避免费用, sugar-free]}"));
    const auto html_hits = [&](const std::string& html) {
        const std::string file = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + html + "\n";
        return found(file, applied(rules, file).findings);
    };
    const std::string none = "<i style='display:none'>";
    CHECK(html_hits("<p>fr" + none + "x</i>ee</p>") == Texts{"free@fr" + none + "x</i>ee!"});
    CHECK(html_hits("<p>fr<!-- x -->ee</p>") == Texts{"free@fr<!-- x -->ee!"});
    CHECK(html_hits("<p>免<!-- x -->费</p>") == Texts{"免费@免<!-- x -->费!"});
    CHECK(html_hits("<a href='u'>fr<!-- x -->ee</a>") == Texts{"free@fr<!-- x -->ee!"});
    CHECK(html_hits("<p>fr<b>ee</b></p>") == Texts{"free@fr<b>ee"});
    CHECK(html_hits("<p>free<!-- x --> offer</p>") == Texts{"free offer@free<!-- x --> offer"});
    CHECK(html_hits("<p>free " + none + "x</i>offer</p>") == Texts{"free offer@free " + none + "x</i>offer"});
    CHECK(html_hits("<p><!-- x -->free<!-- x --></p>") == Texts{"free@free"});
}

TEST_CASE("a finding names scope, part, the word of the pack and what stands there") {
    const RuleSet rules = rule_set(rule_yaml("free", "    in: [subject]\n    any: [{words: [免费]}]\n    points: 1\n",
                                             "{hit: [免费], miss: [a]}"));
    const std::string file = mail("=?utf-8?B?5YWN6LK7?=", "免费");
    const std::vector<Finding> findings = applied(rules, file).findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].in == "subject");
    CHECK(findings[0].text == "免费");
    CHECK(findings[0].raw == "免費");
    CHECK(findings[0].key == "免费");
    CHECK(findings[0].rule == 0);
}

TEST_CASE("regex sees folded text, raw the text as it is") {
    const RuleSet rules =
        rule_set(rule_yaml("folded", "    in: [text]\n    any: [{regex: '赢.{0,4}大奖'}]\n    points: 1\n",
                           "{hit: [贏取大獎], miss: [大奖]}") +
                 rule_yaml("raw", "    in: [text]\n    any: [{raw: '[A-Z]{8}'}]\n    points: 1\n",
                           "{hit: [ABCDEFGHI], miss: [abcdefghi]}"));
    CHECK(hits(rules, "贏 了 大獎 today") == Texts{"贏 了 大獎@贏 了 大獎"});
    CHECK(hits(rules, "STANDING here") == Texts{"STANDING@STANDING"});
    CHECK(hits(rules, "standing here").empty());
}

TEST_CASE("a regex begins and ends at words, a fragment anywhere, a guard anywhere") {
    const RuleSet rules =
        rule_set(rule_yaml("words",
                           "    in: [text]\n    any: [{regex: '代开.{0,2}票据|plan(?:ning)?'}]\n    unless: "
                           "[{regex: '不代'}]\n    points: 1\n",
                           "{hit: [代开票据], miss: [票据]}") +
                 rule_yaml("parts", "    in: [text]\n    any: [{fragment: '彩众'}]\n    points: 1\n",
                           "{hit: [彩众], miss: [彩]}"));
    CHECK(hits(rules, "可代开发票据 a plan") == Texts{"代开发票据@代开发票据", "plan@plan"});
    CHECK(hits(rules, "现代开发票据 plans replan").empty());
    CHECK(hits(rules, "博彩众长") == Texts{"彩众@彩众"});
    CHECK(hits(rules, "不代开发票据").empty());
}

TEST_CASE("a hit that overlaps a guard is dropped, whatever the kinds of both") {
    const RuleSet rules = rule_set(rule_yaml("word",
                                             "    in: [text]\n    any: [{words: [免费]}]\n    unless: [{words: "
                                             "[免费退订]}, {regex: '不收?免费'}]\n    points: 1\n",
                                             "{hit: [免费], miss: [免费退订]}") +
                                   rule_yaml("raw",
                                             "    in: [text]\n    any: [{raw: 'WIN'}]\n    unless: [{words: [win "
                                             "rar]}, {raw: 'WINDOWS'}]\n    points: 1\n",
                                             "{hit: [WIN], miss: [WIN RAR, WINDOWS]}"));
    CHECK(hits(rules, "如需免费退订请点击").empty());
    CHECK(hits(rules, "如需免费退订请点击，资料免费") == Texts{"免费@免费"});
    CHECK(hits(rules, "不免费").empty());
    CHECK(hits(rules, "WIN RAR, WINDOWS, WINNER") == Texts{"WIN@WIN"});
}

TEST_CASE("with asks for a hit of each group anywhere in the scopes, and shows it as supporting") {
    const RuleSet rules =
        rule_set(rule_yaml("contact",
                           "    in: [subject, text]\n    any: [{words: [加微信]}]\n    with: [[{regex: "
                           "'1[3-9][0-9]{9}'}], [{words: [领取, 发票]}]]\n    points: 1\n",
                           "{hit: [加微信 13812345678 领取], miss: [加微信 13812345678, 领取 13812345678]}"));
    const std::string file = mail("领取", "加微信 13812345678");
    const std::vector<Finding> findings = applied(rules, file).findings;
    CHECK(found(file, findings).size() == 3);
    int costing = 0;
    for (const Finding& finding : findings) costing += finding.supporting ? 0 : 1;
    CHECK(costing == 1);
    CHECK(hits(rules, "加微信 13812345678").empty());
}

TEST_CASE("a group of with shows its first hit, and none where another finding stands already") {
    const RuleSet rules = rule_set(rule_yaml("name",
                                             "    in: [text]\n    any: [{words: [支付宝]}]\n    with: [[{fragment: "
                                             "'\\p{Han}'}], [{regex: '[0-9]+'}]]\n    points: 1\n",
                                             "{hit: [支付宝 1], miss: [支付宝]}"));
    CHECK(hits(rules, "支付宝 12 34") == Texts{"支付宝@支付宝", "12@12"});
}

TEST_CASE("distinct counts different words, not repeated ones") {
    const RuleSet rules =
        rule_set(rule_yaml("two", "    in: [text]\n    any: [{words: [alpha, beta]}]\n    distinct: 2\n    points: 1\n",
                           "{hit: [alpha beta], miss: [alpha alpha]}"));
    CHECK(hits(rules, "alpha alpha ALPHA").empty());
    CHECK(hits(rules, "alpha beta alpha").size() == 3);
}

TEST_CASE("of overlapping hits the longest is kept") {
    const RuleSet rules = rule_set(rule_yaml(
        "long", "    in: [text]\n    any: [{words: [act now, act now and win, now and win big]}]\n    points: 1\n",
        "{hit: [act now], miss: [acting]}"));
    CHECK(hits(rules, "act now and win today, act now") == Texts{"act now and win@act now and win", "act now@act now"});
}

TEST_CASE("when, profiles and languages bound a rule") {
    const RuleSet rules = rule_set(
        rule_yaml("when",
                  "    in: [text]\n    any: [{words: [alpha]}]\n    when: {header.list_unsubscribe: true, "
                  "links.targets: {below: 1}}\n    points: 1\n",
                  "{hit: [{text: alpha, header: {List-Unsubscribe: '<https://a.org/u>'}}], miss: [alpha]}") +
        rule_yaml("profile", "    in: [text]\n    any: [{words: [beta]}]\n    profiles: [marketing]\n    points: 1\n",
                  "{hit: [beta], miss: [{text: beta, profile: personal}]}") +
        rule_yaml("language", "    in: [text]\n    any: [{words: [gamma]}]\n    languages: [zh]\n    points: 1\n",
                  "{hit: [gamma 你好], miss: [gamma]}"));
    CHECK(hits(rules, "alpha beta gamma").empty());
    const std::string file = mail("Minutes", "alpha beta gamma 你好", "List-Unsubscribe: <https://a.org/u>\n");
    const Applied result = applied(rules, file);
    CHECK(result.profile == "marketing");
    CHECK(result.findings.size() == 3);
    CHECK(applied(rules, mail("Minutes", "beta"), "marketing").findings.size() == 1);
    CHECK(applied(rules, mail("Re: Minutes", "x", "In-Reply-To: <1@b.org>\n")).profile == "personal");
}

TEST_CASE("findings of a rule are bounded, the first are kept") {
    const RuleSet rules =
        rule_set(rule_yaml("many", "    in: [text]\n    any: [{words: [alpha]}, {regex: 'beta+'}]\n    points: 1\n",
                           "{hit: [alpha], miss: [a]}"));
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "alpha beta\n";
    const std::string file = mail("Minutes", text);
    const std::vector<Finding> findings = applied(rules, file).findings;
    REQUIRE(findings.size() == 100);
    CHECK(findings.front().span.begin < findings.back().span.begin);
    CHECK(file.substr(findings.front().span.begin, 5) == "alpha");
}

TEST_CASE("findings come by rule, then by place") {
    const RuleSet rules = rule_set(
        rule_yaml("b", "    in: [text]\n    any: [{words: [beta]}]\n    points: 1\n", "{hit: [beta], miss: [a]}") +
        rule_yaml("a", "    in: [subject, text]\n    any: [{words: [alpha]}]\n    points: 1\n",
                  "{hit: [alpha], miss: [a]}"));
    const std::string file = mail("alpha", "alpha beta alpha beta");
    const std::vector<Finding> findings = applied(rules, file).findings;
    REQUIRE(findings.size() == 5);
    for (std::size_t i = 1; i < findings.size(); ++i) {
        CHECK(findings[i - 1].rule <= findings[i].rule);
        if (findings[i - 1].rule == findings[i].rule) CHECK(findings[i - 1].span.begin < findings[i].span.begin);
    }
}

TEST_CASE("of what a pattern matched the first 2,000 bytes are told, at the place of all of it") {
    const RuleSet rules = rule_set(rule_yaml("money", "    in: [text]\n    any: [{regex: '[$]+'}]\n    points: 1\n",
                                             "{hit: ['$$$'], miss: [free]}"));
    const std::string file = mail("Minutes", std::string(300'000, '$') + " end");
    const std::vector<Finding> findings = applied(rules, file).findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].text == std::string(2000, '$'));
    CHECK(findings[0].span.size() == 300'000);
}
