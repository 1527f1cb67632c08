#include "lint/lint.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace spamlint;

namespace {

/// A pack with one word and one missing field, read as a user's pack is.
RuleSet test_rules() {
    const std::string path = (std::filesystem::temp_directory_path() / "spamlint-lint-test.yaml").string();
    std::ofstream(path) << R"(pack: test/words
title: {en: Test, zh: 测试}
category: words
rules:
  - id: test-word
    title: {en: Test word, zh: 测试词}
    in: [subject, text]
    any: [{words: [flibbertigibbet, 免费领取]}]
    points: 1.5
    severity: warning
    why: {en: Why., zh: 因为。}
    fix: {en: Fix., zh: 修改。}
    references: [RFC 5322]
    examples: {hit: [flibbertigibbet], miss: [hello]}
)";
    RuleSet rules;
    for (const PackProblem& problem : load_packs({path}, rules)) FAIL(to_string(problem));
    std::filesystem::remove(path);
    return rules;
}

Report lint_file(const RuleSet& rules, std::string_view name, std::string_view file) {
    auto messages = read_messages(name, file);
    return lint(rules, file, std::move(messages.at(messages.size() - 1)), {});
}

}  // namespace

TEST_CASE("a finding points at the bytes of the file through base64") {
    const RuleSet rules = test_rules();
    const std::string file =
        "From: a@oakfield-library.org\r\nSubject: Minutes\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; "
        "charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        "5Lqy54ix55qE55So5oi377yM5YWN6LS56aKG5Y+W5aSn5aWW77yB\r\n";
    const Report report = lint_file(rules, "a.eml", file);
    REQUIRE(report.deductions.size() == 1);
    const Finding& finding = report.deductions[0].findings.at(0);
    CHECK(file.substr(finding.span.begin, finding.span.size()) == "5YWN6LS56aKG5Y+W");
    CHECK(finding.text == "免费领取");
    CHECK(report.score == doctest::Approx(8.5));
}

TEST_CASE("a finding in the second message of an mbox counts from the start of the file") {
    const RuleSet rules = test_rules();
    const std::string file =
        "From a@b.org Tue Nov 24 09:00:00 2026\nFrom: a@b.org\nSubject: one\n\nHello\n\n"
        "From a@b.org Tue Nov 24 09:01:00 2026\nFrom: a@b.org\nSubject: flibbertigibbet\n\nHello\n";
    const Report report = lint_file(rules, "in.mbox", file);
    REQUIRE(report.deductions.size() == 1);
    CHECK(report.deductions[0].findings.at(0).span.begin == file.find("flibbertigibbet"));
}

TEST_CASE("templates are linted as one part") {
    const RuleSet rules = test_rules();
    const std::string html = "<p>A <b>flibber</b>tigibbet</p>";
    const Report report = lint_file(rules, "a.html", html);
    REQUIRE(report.deductions.size() == 1);
    CHECK(report.deductions[0].findings.at(0).span.begin == html.find("flibber"));
    CHECK(lint_file(rules, "a.txt", "Nothing here").score == doctest::Approx(10));
}

TEST_CASE("any bytes are linted, and the same bytes give the same report") {
    const RuleSet rules = test_rules();
    std::uint32_t state = 12345;
    for (int round = 0; round < 200; ++round) {
        std::string file =
            round % 2 == 0 ? "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" : "";
        for (int i = 0; i < 300; ++i) file += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
        for (const char* name : {"a.eml", "a.html", "a.txt", ""}) {
            const Report first = lint_file(rules, name, file), second = lint_file(rules, name, file);
            CHECK(first.score == second.score);
            CHECK(first.deductions.size() == second.deductions.size());
        }
    }
}
