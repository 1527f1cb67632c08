#include <nlohmann/json.hpp>

#include "cli/run.h"

using namespace spamlint;

namespace {

/// Twelve spam that say the test word, twelve wanted mails that do not, as two lists.
void write_lists(const Workplace& at) {
    std::string spam, ham;
    for (int i = 0; i < 12; ++i) {
        const std::string name = "m" + std::to_string(i);
        at.write(name + "s.eml", mail_with("flibbertigibbet"));
        at.write(name + "h.eml", clean_mail);
        spam += name + "s.eml\tspam\n";
        ham += name + "h.eml\tham\n";
    }
    at.write("complaints.tsv", spam);
    at.write("sent.tsv", ham);
    at.write("p.yaml", pack());
}

}  // namespace

TEST_CASE("calibrate writes weights that check, evaluate and explain take, the same bytes every time") {
    const Workplace at;
    write_lists(at);
    const Run run = at.run("calibrate sent.tsv complaints.tsv --rules p.yaml --out w.yaml --jobs 1");
    CHECK(run.err == "");
    REQUIRE(run.code == 0);
    CHECK(at.run("calibrate complaints.tsv sent.tsv --rules p.yaml --out again.yaml --jobs 3").code == 0);
    const std::string weights = at.read("w.yaml");
    CHECK(weights == at.read("again.yaml"));
    CHECK(weights.find("    test-word:\n      points: 3\n") != std::string::npos);  // 6 is beyond what a warning may cost
    CHECK(at.run("check m0s.eml --rules p.yaml --min-score 6").code == 1);
    CHECK(at.run("check m0s.eml --rules p.yaml --weights w.yaml --min-score 6").code == 0);
    CHECK(at.run("evaluate sent.tsv complaints.tsv --rules p.yaml --weights w.yaml").code == 0);
    const Run explained = at.run("rules explain test-word --rules p.yaml --weights w.yaml");
    CHECK(explained.out.find("spam: complaints 1000") != std::string::npos);
    CHECK(explained.out.find("\nOdds of being spam: times ") != std::string::npos);
    CHECK(explained.out.find("\nFalse alarms: 0 of 1,000 wanted messages, beside 1000 of 1,000 spam; ") != std::string::npos);
    CHECK(at.run("rules explain test-word --rules p.yaml").out.find("False alarms") == std::string::npos);
}

TEST_CASE("calibrate says what it lacks") {
    const Workplace at;
    write_lists(at);
    CHECK(at.run("calibrate sent.tsv --out w.yaml").err ==
          "spamlint: the lists hold no spam; points need both to be fitted\n");
    CHECK(at.run("calibrate sent.tsv complaints.tsv").code == 2);
    CHECK(at.run("calibrate --out w.yaml").code == 2);
    at.write("w.yaml", "weights:\n  even_score: 5\n  odds_per_point: 1\n  rules: {no-such-rule-at-all: {points: 1}}\n");
    const Run run = at.run("check m0h.eml --weights w.yaml");
    CHECK(run.code == 2);
    CHECK(run.err.starts_with("spamlint: w.yaml:4:11: unknown rule 'no-such-rule-at-all'"));
}

TEST_CASE("evaluate measures the good lines of a list and tells the others") {
    const Workplace at;
    write_lists(at);
    at.write("mixed.tsv", "m0s.eml\tspam\nm0h.eml\tmaybe\nm1h.eml\tham\n");
    at.write("empty.tsv", "");
    const Run run = at.run("evaluate mixed.tsv empty.tsv gone.tsv --format json");
    CHECK(run.code == 2);
    CHECK(run.out.find("\"spam\": 1") != std::string::npos);
    CHECK(run.err ==
          "spamlint: mixed.tsv:2:9: no label; write PATH<TAB>spam or PATH<TAB>ham\n"
          "spamlint: empty.tsv:1:1: no messages; write a line PATH<TAB>spam or PATH<TAB>ham for each\n"
          "spamlint: gone.tsv: cannot be read: No such file or directory; check the path and its permissions\n");
    const Run nothing = at.run("evaluate empty.tsv");
    CHECK(nothing.code == 2);
    CHECK(nothing.out.empty());
    CHECK(at.run("calibrate mixed.tsv --out w.yaml").code == 2);
}

TEST_CASE("evaluate tells what scores mean in the reference mix, and what the verdicts divide") {
    const Workplace at;
    write_lists(at);
    const auto json = nlohmann::json::parse(at.run("evaluate sent.tsv complaints.tsv --rules p.yaml --format json").out);
    CHECK(json["spam_share"].get<double>() > 0);
    CHECK(json["even"].contains("odds_per_point"));
    CHECK(json["even"]["without_a_set"].is_null());  // without either, a class is missing
    REQUIRE(json["edges"].size() == 4);
    double above = 11;
    for (const auto& edge : json["edges"]) {
        CHECK(edge["score"].get<double>() < above);
        above = edge["score"];
        CHECK(edge["ham_below"]["complaints"].is_null());
        CHECK(edge["ham_below"]["sent"].is_number());
    }
    CHECK(at.run("evaluate sent.tsv complaints.tsv --rules p.yaml").out.find("Counted even at ") != std::string::npos);
}
