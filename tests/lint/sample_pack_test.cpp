#include <doctest/doctest.h>

#include <algorithm>

#include "lint/lint.h"
#include "../rules/pack_under_test.h"

using namespace spamlint;

namespace {

// A pack of the three kinds, with no category, no severity but one, a list of another pack by its bare name, and plain
// texts as examples of each kind.
constexpr const char* kSample = R"(pack: zh/lure
title: {en: Lures, zh: 诱导用语}
lists:
  free.zh: [免费, 免费领取, 白送, 0元购]
rules:
  - id: zh-free-offer                # names the fault, never changes; [a-z0-9-]
    title: {en: Promises something for free, zh: 以“免费”诱导}
    in: [subject, preheader, text, link-text, image-alt, attachment-name, from-name]
    any:                             # kind 1, match: words (normalised, word-aware) or an RE2 pattern
      - words: $free.zh
      - regex: '(?:赢|贏).{0,4}(?:大奖|手机)'
    unless:
      - words: [免费退订]
    points: 0.6                      # for the first hit; each further one counts half, up to cap
    cap: 1.5
    group: lure                      # groups have caps of their own
    severity: warning                # error | warning | info
    profiles: [marketing, transactional]
    why: {en: …, zh: …}
    fix: {en: …, zh: …}
    references: [https://…, RFC 8058]
    examples:
      hit:  [免费領取, '免-费', {subject: '０元購'}]
      miss: [避免费用, 如需免费退订请点击]
  - id: link-dense                   # kind 2, measure: a number against steps
    title: {en: Many links, zh: 链接过多}
    measure: links.per_100_words
    above: {6: 0.4, 12: 1.0}
    why: {en: …, zh: …}
    fix: {en: …, zh: …}
    examples:
      hit: [See https://a.example/ and https://b.example/]
      miss: [No link here]
  - id: attachment-program           # kind 3, each: elements of one sort, by their fields
    title: {en: Program attached, zh: 附件是程序}
    each: attachment
    where: {extension: {list: executable}}
    points: 3.0
    why: {en: …, zh: …}
    fix: {en: …, zh: …}
    examples:
      hit: [{attachment: setup.exe}]
      miss: [Nothing attached]
  - id: date-absent
    title: {en: No date, zh: 没有日期}
    each: header
    where: {name: date}
    count: {below: 1}
    points: 0.5
    why: {en: …, zh: …}
    fix: {en: …, zh: …}
    examples:
      hit: [{omit: [Date]}]
      miss: [A mail with a date]
)";

}  // namespace

TEST_CASE("a pack of all three kinds loads without category and severity, with plain examples and a bare list name") {
    RuleSet rules = default_rules();
    const PackFolder folder;
    folder.write("lure.yaml", kSample);
    for (const std::string& line : folder.load(rules)) FAIL_CHECK(line);
    REQUIRE(rules.find("zh-free-offer"));
    CHECK(rules.find("zh-free-offer")->category == "words");
    CHECK(rules.find("date-absent")->severity == Severity::warning);
}

TEST_CASE("a bare list name that no pack or several packs declare is refused") {
    RuleSet rules = default_rules();
    std::string pack = kSample;
    pack.replace(pack.find("executable"), 10, "executables");
    const PackFolder folder;
    folder.write("lure.yaml", pack);
    const auto lines = folder.load(rules);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].find("unknown list '$executables'") != std::string::npos);
}
