#include <nlohmann/json.hpp>

#include "cli/run.h"

using namespace spamlint;
using Json = nlohmann::json;

TEST_CASE("rules list names every rule, as text and as JSON") {
    const Workplace at;
    at.write("p.yaml", pack());
    const Run text = at.run("rules list --rules p.yaml");
    CHECK(text.code == 0);
    CHECK(text.out.find("test-word") != std::string::npos);
    CHECK(text.out.find("Says the test word") != std::string::npos);
    const Json list = Json::parse(at.run("rules list --format json --rules p.yaml").out);
    CHECK(list["version"] == 1);
    CHECK(list["rules"].size() > 1);
    for (const Json& rule : list["rules"]) {
        for (const char* field : {"id", "pack", "category", "kind", "severity", "points", "title"}) {
            CHECK(rule.contains(field));
        }
    }
}

TEST_CASE("rules explain says what, why and what to do, in both languages") {
    const Workplace at;
    at.write("p.yaml", pack());
    const Run english = at.run("rules explain test-word --rules p.yaml");
    CHECK(english.code == 0);
    for (const char* part : {"test-word", "Says the test word", "test/words", "flibbertigibbet", "It is only a test.",
                             "Leave it out.", "RFC 5322", "hello"}) {
        CHECK_MESSAGE(english.out.find(part) != std::string::npos, part << " in " << english.out);
    }
    const Run chinese = at.run("rules explain test-word --rules p.yaml --lang zh");
    CHECK(chinese.out.find("仅为测试。") != std::string::npos);
}

TEST_CASE("an unknown rule id is refused with the nearest one") {
    const Workplace at;
    at.write("p.yaml", pack());
    const Run run = at.run("rules explain test-wrod --rules p.yaml");
    CHECK(run.code == 2);
    CHECK(run.err == "spamlint: no rule has the id 'test-wrod'; did you mean 'test-word'?\n");
    CHECK(at.run("rules explain").code == 2);
}

TEST_CASE("rules test holds the built-in rules against their examples") {
    const Workplace at;
    const Run run = at.run("rules test");
    CHECK(run.code == 0);
    CHECK(run.out.find("rules, ") != std::string::npos);
    CHECK(run.err.empty());
}

TEST_CASE("rules test counts a user's packs, and tells a failing example at its place") {
    const Workplace at;
    at.write("packs/p.yaml", pack());
    CHECK(at.run("rules test packs").out == "1 rules, 2 examples: all as they say\n");
    std::string failing = pack();
    failing.replace(failing.find("miss: [hello]"), 13, "miss: [flibbertigibbet]");
    at.write("packs/p.yaml", failing);
    const Run run = at.run("rules test packs");
    CHECK(run.code == 2);
    CHECK(run.err.find("packs/p.yaml:15:") != std::string::npos);
}

TEST_CASE("rules test warns of what is allowed and most likely not meant, and passes") {
    const Workplace at;
    std::string odd = pack();
    odd.replace(odd.find("any: [{words: [flibbertigibbet]}]"), 33,
                "any: [{words: [flibbertigibbet, ab, 费, 不要钱, free lunch menu]}, {regex: 'Lunch'}, {regex: '(?i)\\S贏'}]\n"
                "    unless: [{words: [free lunch]}]");
    at.write("packs/p.yaml", odd);
    const Run run = at.run("rules test packs");
    CHECK(run.code == 0);
    CHECK(run.out == "1 rules, 2 examples: all as they say\n");
    const std::string begin = "spamlint: packs/p.yaml:";
    CHECK(run.err ==
          begin + "8:37: warning: word 'ab' is so short or frequent that it turns up by chance; join it to a second condition (with, "
                  "when) (rule 'test-word')\n" +
              begin + "8:41: warning: word '费' is so short or frequent that it turns up by chance; join it to a second condition "
                      "(with, when) (rule 'test-word')\n" +
              begin + "8:57: warning: word 'free lunch menu' never hits, its own rule's guard 'free lunch' is in it; make "
                      "the guard longer (rule 'test-word')\n" +
              begin + "8:84: warning: the pattern asks for 'L', which folded text never holds; write 'l', or take raw "
                      "(rule 'test-word')\n" +
              begin + "8:102: warning: the pattern asks for '贏', which folded text never holds; write '赢', or take raw "
                      "(rule 'test-word')\n");
}

TEST_CASE("the default packs give no warning, and each names its schema") {
    const Workplace at;
    const std::string folder = std::string(SPAMLINT_SOURCE_DIR) + "/rules";
    CHECK(at.run("rules test '" + folder + "'").err.empty());
    std::size_t packs = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".yaml" || entry.path().filename() == "weights.yaml") continue;
        ++packs;
        std::ifstream in(entry.path());
        std::string first;
        std::getline(in, first);
        const std::string mark = "# yaml-language-server: $schema=";
        REQUIRE_MESSAGE(first.starts_with(mark), entry.path());
        CHECK_MESSAGE(std::filesystem::exists(entry.path().parent_path() / first.substr(mark.size())), entry.path());
    }
    CHECK(packs > 50);
}

TEST_CASE("facts prints what rules can see as JSON") {
    const Workplace at;
    at.write("a.eml", clean_mail);
    const Run run = at.run("facts a.eml");
    CHECK(run.code == 0);
    const Json facts = Json::parse(run.out);
    CHECK(facts["facts"]["message.kind"] == "message");
    CHECK(facts["facts"]["message.bytes"] == clean_mail.size());
    REQUIRE(!facts["elements"]["header"].empty());
    const Json& header = facts["elements"]["header"][0];
    CHECK(header["name"] == "from");
    CHECK(header["offset"] == 0);
    CHECK(facts["texts"].dump().find("Minutes of Tuesday") != std::string::npos);
}

TEST_CASE("help and version go to standard output and succeed") {
    const Workplace at;
    CHECK(at.run("--version").out.starts_with("spamlint "));
    for (const char* arguments : {"--help", "check --help", "facts -h", "rules --help", "rules list --help",
                                  "rules explain --help", "rules test --help"}) {
        const Run run = at.run(arguments);
        CHECK(run.code == 0);
        CHECK(run.err.empty());
        CHECK_MESSAGE(run.out.find("Usage: spamlint") != std::string::npos, arguments);
    }
}
