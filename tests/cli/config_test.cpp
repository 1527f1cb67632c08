#include <nlohmann/json.hpp>

#include "cli/run.h"

using namespace spamlint;
using Json = nlohmann::json;

namespace {

/// The score of the only message.
double score(const Run& run) { return Json::parse(run.out)["messages"][0]["score"]; }

/// A folder with a mail that the pack p.yaml takes 6 points off.
struct Project : Workplace {
    explicit Project(const std::string& config) {
        write("p.yaml", pack());
        write("mails/a.eml", mail_with("flibbertigibbet"));
        write(".spamlint.yaml", config);
    }
};

}  // namespace

TEST_CASE("the nearest configuration above the current folder is taken, its packs beside itself") {
    const Project at("rules: [p.yaml]\n");
    CHECK(at.run("check mails/a.eml").code == 1);
    at.write("mails/deep/.keep", "");
    CHECK(at.run_in("mails/deep", "check ../a.eml").code == 1);
    at.write("mails/deep/.spamlint.yaml", "min-score: 0\n");
    CHECK(at.run_in("mails/deep", "check ../a.eml").code == 0);
}

TEST_CASE("--config names another file") {
    const Project at("rules: [p.yaml]\n");
    at.write("other/c.yaml", "rules: [../p.yaml]\nmin-score: 3\n");
    CHECK(at.run("check --config other/c.yaml mails/a.eml").code == 0);
    const Run missing = at.run("check --config nowhere.yaml mails/a.eml");
    CHECK(missing.code == 2);
    CHECK(missing.err.find("spamlint: nowhere.yaml: cannot be read") == 0);
}

TEST_CASE("each key does what it says, and an option beats it") {
    SUBCASE("min-score") {
        const Project at("rules: [p.yaml]\nmin-score: 3\n");
        CHECK(at.run("check mails/a.eml").code == 0);
        CHECK(at.run("check --min-score 5 mails/a.eml").code == 1);
    }
    SUBCASE("weights, beside the configuration") {
        const Project at("rules: [p.yaml]\nweights: sub/w.yaml\n");
        const std::string head = "weights:\n  even_score: 5\n  odds_per_point: 1\n  rules: {test-word: {points: ";
        at.write("sub/w.yaml", head + "2}}\n");
        at.write("mails/w.yaml", head + "7}}\n");
        CHECK(score(at.run_in("mails", "check --exit-zero --format json a.eml")) == 8.0);
        CHECK(score(at.run_in("mails", "check --exit-zero --format json --weights w.yaml a.eml")) == 3.0);
        at.write("sub/w.yaml", "weights: 1\n");
        CHECK(at.run("check mails/a.eml").code == 2);
    }
    SUBCASE("fail-on") {
        const Project at("rules: [p.yaml]\nmin-score: 0\nfail-on: warning\n");
        CHECK(at.run("check mails/a.eml").code == 1);
        CHECK(at.run("check --fail-on error mails/a.eml").code == 0);
    }
    SUBCASE("severity") {
        const Project at("rules: [p.yaml]\nmin-score: 0\nfail-on: warning\nseverity: {test-word: info}\n");
        const Run run = at.run("check --format json mails/a.eml");
        CHECK(run.code == 0);
        CHECK(Json::parse(run.out)["messages"][0]["deductions"][0]["severity"] == "info");
    }
    SUBCASE("lang") {
        const Project at("rules: [p.yaml]\nlang: zh\n");
        CHECK(at.run("check mails/a.eml").out.find("出现测试词") != std::string::npos);
        CHECK(at.run("check --format json mails/a.eml").out.find("出现测试词") != std::string::npos);
        CHECK(at.run("check --lang en mails/a.eml").out.find("Says the test word") != std::string::npos);
    }
    SUBCASE("policies") {
        const Project at("policies: [china]\n");
        CHECK(at.run("check mails/a.eml").out.find("china-ad-mark-missing") != std::string::npos);
        const Run run = at.run("check --policy yahoo mails/a.eml");
        CHECK(run.out.find("china-ad-mark-missing") == std::string::npos);
        CHECK(run.out.find("yahoo-list-unsubscribe-missing") != std::string::npos);
    }
    SUBCASE("profile") {
        const Project at("profile: marketing\n");
        CHECK(at.run("check mails/a.eml").out.find("profile: Marketing") != std::string::npos);
        CHECK(at.run("check --profile personal mails/a.eml").out.find("profile: Personal") != std::string::npos);
    }
    SUBCASE("rules") {
        const Project at("min-score: 1\n");
        CHECK(score(at.run("check --format json mails/a.eml")) == 10);
        CHECK(score(at.run("check --format json --rules p.yaml mails/a.eml")) == 4);
    }
}

TEST_CASE("ignore leaves files out, and says so of one that was named") {
    const Project at("rules: [p.yaml]\nignore: ['*.txt', 'mails/old/**']\n");
    at.write("mails/note.txt", "flibbertigibbet");
    at.write("mails/old/b.eml", mail_with("flibbertigibbet"));
    const Run folder = at.run("check --format json mails");
    CHECK(Json::parse(folder.out)["messages"].size() == 1);
    CHECK(folder.err.empty());
    const Run named = at.run("check --format json mails/old/b.eml");
    CHECK(Json::parse(named.out)["messages"].empty());
    CHECK(named.code == 0);
    CHECK(named.err == "spamlint: mails/old/b.eml: left out, as 'ignore' of the configuration says\n");
}

TEST_CASE("suppress switches a rule off where its globs fit, everywhere without any") {
    const Project at("rules: [p.yaml]\nsuppress: [{rule: test-word, paths: ['news/*.eml'], reason: It is our name}]\n");
    at.write("news/b.eml", mail_with("flibbertigibbet"));
    CHECK(score(at.run("check --format json mails/a.eml")) == 4);
    CHECK(score(at.run("check --format json news/b.eml")) == 10);
    CHECK(score(at.run("check --format json - --stdin-filename news/c.eml", mail_with("flibbertigibbet"))) == 10);
    at.write(".spamlint.yaml", "rules: [p.yaml]\nsuppress: [{rule: test-word, reason: It is our name}]\n");
    CHECK(score(at.run("check --format json mails/a.eml")) == 10);
}

TEST_CASE("overrides hold for the files that they name, the last one first, and options beat them") {
    const Project at(
        "rules: [p.yaml]\nmin-score: 5\noverrides:\n  - {paths: ['mails/**'], min-score: 3, policies: [china]}\n"
        "  - {paths: ['mails/strict/*'], min-score: 9, fail-on: info, profile: marketing}\n");
    at.write("mails/strict/b.eml", clean_mail);
    const Run first = at.run("check mails/a.eml");
    CHECK(first.out.find("china-ad-mark-missing") != std::string::npos);
    at.write(".spamlint.yaml",
             "rules: [p.yaml]\noverrides:\n  - {paths: ['mails/**'], min-score: 3}\n"
             "  - {paths: ['mails/strict/*'], min-score: 9, profile: marketing}\n");
    CHECK(at.run("check mails/a.eml").code == 0);
    CHECK(at.run("check --min-score 5 mails/a.eml").code == 1);
    CHECK(at.run("check mails/strict/b.eml").out.find("profile: Marketing") != std::string::npos);
}

TEST_CASE("all faults of a configuration are told at their places") {
    const Project at(
        "rule: [p.yaml]\nprofile: promo\npolicies: [gmail]\nmin-score: 11\nfail-on: fatal\nlang: fr\n"
        "severity: {no-such-rule: error}\nsuppress:\n  - {rule: subject-fake-repyl}\noverrides:\n  - {min-score: x}\n"
        "ignore: '*.txt'\n");
    const Run run = at.run("check mails/a.eml");
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    for (const char* line :
         {":1:1: unknown key 'rule' in the configuration; did you mean 'rules'?\n", ":2:10: unknown profile 'promo'",
          ":3:12: unknown policy 'gmail'; known are can-spam, china, gdpr, gmail-bulk, outlook or yahoo\n",
          ":4:12: min-score must be a number from 0 to 10, not '11'\n",
          ":5:10: unknown severity 'fatal'; known are error, warning or info\n",
          ":6:7: unknown language 'fr'; known are en or zh\n", ":7:12: unknown rule 'no-such-rule'; the closest of ",
          ":9:5: an item of suppress has no 'reason'", "did you mean 'subject-fake-reply'?\n",
          ":11:5: an item of overrides has no 'paths'", ":11:17: min-score must be a number",
          ":12:9: ignore must be a list: [a, b]\n", "the configuration has 12 problems"}) {
        CHECK_MESSAGE(run.err.find(line) != std::string::npos, line << "\n" << run.err);
    }
}

TEST_CASE("a configuration that is no YAML is refused at its place") {
    const Project at("rules: [p.yaml\n");
    const Run run = at.run("check mails/a.eml");
    CHECK(run.code == 2);
    CHECK(run.err.find("spamlint: .spamlint.yaml:") == 0);
    CHECK(run.err.find("not valid YAML") != std::string::npos);
}
