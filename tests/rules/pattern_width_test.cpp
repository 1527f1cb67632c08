#include "rules/pattern_width.h"

#include <doctest/doctest.h>

#include <random>

#include "rules/met_needs.h"
#include "rules/pattern_forms.h"
#include "rules/regex.h"
#include "rules/required_literals.h"
#include "rules/rule_set.h"
#include "span/ascii.h"

using namespace spamlint;

TEST_CASE("the longest match of a pattern is counted in characters") {
    CHECK(longest_match("abc") == 3);
    CHECK(longest_match("免费(?:领取|拿)!?") == 5);
    CHECK(longest_match("\\b(?:a|bc|def)\\b") == 3);
    CHECK(longest_match("(?i:a{2,5}b)") == 6);
    CHECK(longest_match("[^.!?]{0,40}x") == 41);
    CHECK(longest_match("[]a]{3}[[:alpha:]\\]][^\\n]") == 5);
    CHECK(longest_match("\\x{4E00}\\x41\\p{Han}\\pL\\d\\.") == 6);
    CHECK(longest_match("(?:ab{2}){3}?") == 9);
    CHECK(longest_match("^(?s).$") == 1);
    CHECK(longest_match("(a(b|cd)){2}") == 6);
    CHECK(longest_match("x{,3}") == 5);  // no repeat in RE2, but characters
    CHECK(longest_match("\\b*a") == 1);
}

TEST_CASE("a pattern whose matches have no bound, or none that is known, has no longest match") {
    for (const char* pattern : {"a+", "a*b", "a{2,}", "(?:ab)+?", "[^.]*", "a|b+", "\\Qa\\E", "(?P<n>a)", "\\C"})
        CHECK(longest_match(pattern) == 0);
}

namespace {

RuleSet rule_of(const std::string& pattern) {
    Rule rule;
    rule.kind = RuleKind::match;
    rule.scopes = {Scope::text};
    rule.any.emplace_back();
    rule.any.back().kind = Pattern::Kind::regex;
    rule.any.back().source = pattern;
    rule.any.back().needs = required_literals(pattern, false);
    RuleSet rules;
    rules.rules.push_back(std::move(rule));
    prepare(rules);
    return rules;
}

/// What the first pattern's windows of the text are; none where it lacks a need.
std::vector<Span> windows_in(const Matcher& matcher, const std::string& text) {
    MetNeeds met(matcher);
    met.begin(text.size());
    matcher.scan_plain(
        text, [](std::uint32_t, std::size_t) {}, [&](std::uint32_t need, std::size_t begin) { met.note(need, begin); },
        [&](std::uint32_t need) { return met.knows_enough(need); });
    if (met.patterns().empty()) return {};
    return met.windows(matcher.ref(0), text, ascii::is_ascii(text));
}

}  // namespace

TEST_CASE("a pattern finds in its windows what it finds in the whole text") {
    std::mt19937 random(11);
    const std::vector<std::string> pieces = {"claim", "prize", "免费", " ",     ". ", "your ",
                                             "gift",  "win",   "é",    "1,000", "x"};
    const std::vector<std::string> patterns = {"(?:claim|win)[^.]{0,12}(?:prize|gift)",
                                               "\\bwin(?: your)? .{0,20}\\bprize\\b", "免费.{0,6}gift",
                                               "(?:\\d,\\d{3}).{0,9}(?:claim|免费)", "gift|prize"};
    int found = 0, narrowed = 0;
    for (const std::string& pattern : patterns) {
        const RuleSet rules = rule_of(pattern);
        const LazyRegex& regex = rules.matcher->regex(rules.matcher->ref(0));
        for (int round = 0; round < 300; ++round) {
            std::string text;
            for (std::size_t i = 0, size = random() % 60; i < size; ++i) text += pieces[random() % pieces.size()];
            const auto whole = regex.matches(text, {{0, text.size()}}, 100);
            const auto windows = windows_in(*rules.matcher, text);
            CAPTURE(pattern);
            CAPTURE(text);
            CHECK(regex.matches(text, windows, 100) == whole);
            found += whole.empty() ? 0 : 1;
            narrowed += windows != std::vector<Span>{{0, text.size()}} ? 1 : 0;
        }
    }
    CHECK(found > 100);
    CHECK(narrowed > 100);
}

TEST_CASE("a relaxed pattern has no bound where the pattern has a long repeat") {
    CHECK(relaxed_form("a[^.]{0,40}b{3}") == "a[^.]*b{3}");
    CHECK(relaxed_form("\\w{1,64}@{2}") == "\\w+@{2}");
    CHECK(relaxed_form("(?:a.{0,10}?){2}") == "(?:a.*?){2}");
    CHECK(relaxed_form("[{0,40}]\\{0,40}{9,}{x{0,99}") == "[{0,40}]\\{0,40}{9,}{x*");
    CHECK(relaxed_form("a{0,9}b*").empty());
}
