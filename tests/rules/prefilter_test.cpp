#include <doctest/doctest.h>

#include <random>

#include "rules/pack_under_test.h"
#include "rules/required_literals.h"

using namespace spamlint;

namespace {

const std::vector<std::string> kPieces = {
    "免费",    "免 费", "免-费", "赢取", "大奖",   "手机",    "发票",     "微信", "13812345678", "free",
    "f.r.e.e", "FREE",  "claim", "your", "prize",  "act now", "100%",     "win",  "!!!",         "的",
    "了",      "，",    ".",     "the",  "sugar-", "c1aim",   "ｆｒｅｅ", "\n\n", "é",           "ß"};
const std::vector<std::string> kPatterns = {"(?:赢|领)取?.{0,6}(?:大奖|手机)",
                                            "claim (?:your )?(?:prize|free)",
                                            "1[3-9][0-9]{9}",
                                            "[0-9]+% ?(?:free|免费)",
                                            "(?:开|发).?票|微信.{0,9}[0-9]{5,}",
                                            "\\bfree\\b.{0,12}(?:prize|now)",
                                            "免费(?:大奖|的)*",
                                            "[!]{2,}",
                                            "win+|prize",
                                            "(?i)Act"};

std::string random_text(std::mt19937& random) {
    std::string text;
    for (std::size_t i = 0, size = 5 + random() % 40; i < size; ++i)
        text += kPieces[random() % kPieces.size()] + (random() % 2 ? " " : "");
    return text;
}

}  // namespace

TEST_CASE("with and without the prefilter the same is found") {
    // Patterns dressed as rules after loading, so that none needs examples.
    RuleSet filtered = rule_set(rule_yaml(
        "words", "    in: [subject, text]\n    any: [{words: [免费, free, claim your prize, 发票]}]\n    points: 1\n",
        "{hit: [free], miss: [b]}"));
    const Rule dressed = filtered.rules.front();
    for (const std::string& source : kPatterns) {
        for (const Pattern::Kind kind : {Pattern::Kind::regex, Pattern::Kind::raw}) {
            Rule rule = dressed;
            Pattern pattern;
            pattern.kind = kind;
            pattern.source = source;
            pattern.needs = required_literals(source, kind == Pattern::Kind::raw);
            rule.any = {pattern};
            filtered.rules.push_back(rule);
        }
    }
    RuleSet unfiltered = filtered;
    std::size_t with_needs = 0;
    for (Rule& rule : unfiltered.rules)
        for (Pattern& pattern : rule.any) {
            with_needs += pattern.needs.empty() ? 0 : 1;
            pattern.needs.clear();
        }
    CHECK(with_needs >= 8);
    prepare(filtered);
    prepare(unfiltered);
    std::mt19937 random(11);
    std::size_t findings = 0;
    for (int round = 0; round < 400; ++round) {
        const std::string file = mail("x", random_text(random));
        const Applied fast = applied(filtered, file), slow = applied(unfiltered, file);
        REQUIRE(fast.findings.size() == slow.findings.size());
        for (std::size_t i = 0; i < fast.findings.size(); ++i) {
            CHECK(fast.findings[i].rule == slow.findings[i].rule);
            CHECK(fast.findings[i].span == slow.findings[i].span);
            CHECK(fast.findings[i].text == slow.findings[i].text);
        }
        findings += fast.findings.size();
    }
    CHECK(findings > 1000);
}
