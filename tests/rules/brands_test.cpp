#include <doctest/doctest.h>

#include "rules/pack_under_test.h"

using namespace spamlint;
using Texts = std::vector<std::string>;

namespace {

const std::string kBrands =
    "lists:\n  brands:\n    source: mine\n    items:\n      - {name: Oakpay, words: [oakpay, oak pay card], domains: "
    "['oakpay.*', oakpay-mail.com]}\n";

RuleSet brand_rule() {
    return rule_set(rule_yaml("brand", "    in: [subject, text]\n    any: [{brands: $brands}]\n    points: 1\n",
                              "{hit: [Oakpay], miss: [Oak]}"),
                    kBrands);
}

Texts hits(const std::string& file) {
    static const RuleSet rules = brand_rule();
    return found(file, applied(rules, file).findings);
}

std::string mail_from(const std::string& from, const std::string& text) {
    std::string file = mail("Oakpay", text);
    return file.replace(0, file.find('\n'), "From: " + from);
}

Texts problems(const std::string& lists, const std::string& any) {
    const PackFolder folder;
    folder.write("scoring.yaml", kScoring);
    folder.write("test.yaml", pack_yaml(rule_yaml("a", "    in: [text]\n    any: [" + any + "]\n    points: 1\n",
                                                  "{hit: [oakpay], miss: [b]}"),
                                        lists));
    RuleSet rules;
    return folder.load(rules);
}

bool says(const Texts& lines, const std::string& what) {
    std::string all;
    for (const std::string& line : lines) all += line + "\n";
    return all.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("a brand's name counts where neither the sender nor any link is the brand's own") {
    CHECK(hits(mail("Oakpay", "hello")) == Texts{"oakpay@Oakpay"});
    CHECK(hits(mail("Oakpay", "hello https://plk77.org/oakpay.com")) == Texts{"oakpay@Oakpay"});
    CHECK(hits(mail("Oakpay", "hello https://www.oakpay.com/a")).empty());
    CHECK(hits(mail("Oakpay", "hello https://shop.oakpay.co.uk/a")).empty());
    CHECK(hits(mail("Oakpay", "hello https://click.oakpay-mail.com/a")).empty());
}

TEST_CASE("the sender's own domain, or one below it, is the brand's; a host that only looks so is not") {
    CHECK(hits(mail_from("Oakpay <a@oakpay.de>", "hello")).empty());
    CHECK(hits(mail_from("Oakpay <a@news.oakpay-mail.com>", "hello")).empty());
    CHECK(hits(mail_from("Oakpay <a@xoakpay-mail.com>", "hello")).size() == 1);
    CHECK(hits(mail_from("Oakpay <a@oakpay.plk77.org>", "hello")).size() == 1);
    CHECK(hits(mail_from("Oakpay <a@oakpay-secure.com>", "hello")).size() == 1);
}

TEST_CASE("brands come back from a blob") {
    const RuleSet rules = brand_rule();
    const std::string blob = write_rules(rules);  // the rules read from it view its bytes
    const RuleSet read = read_rules(blob);
    const std::string own = mail("Oakpay", "hello https://www.oakpay.com/a"), other = mail("Oakpay", "hello");
    CHECK(applied(read, own).findings.empty());
    CHECK(applied(read, other).findings.size() == 1);
}

TEST_CASE("faults of brand lists are told at their places") {
    CHECK(says(problems(kBrands, "{words: $brands}"), "holds brands; only an item 'brands: $brands' takes these"));
    CHECK(says(problems("lists: {plain: [a b]}\n", "{brands: $plain}"), "holds no brands; take it under words"));
    CHECK(says(problems(kBrands, "{brands: [oakpay]}"), "brands takes the name of a list of brands"));
    CHECK(says(problems(kBrands, "{brands: $brand}"), "unknown list '$brand'; did you mean '$brands'?"));
    const std::string begin = "lists:\n  brands:\n    - ";
    CHECK(says(problems(begin + "{name: A, words: [oakpay]}\n", "{brands: $brands}"), "a brand has no 'domains'"));
    CHECK(says(problems(begin + "{name: A, words: [oakpay], domains: ['https://a.org']}\n", "{brands: $brands}"),
               "'https://a.org' is no domain"));
    CHECK(says(problems(begin + "{name: A, words: [oakpay], domains: [a.org]}\n    - oakpay\n", "{brands: $brands}"),
               "a brand must be a mapping"));
}
