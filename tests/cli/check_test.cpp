#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/run.h"

using namespace spamlint;
using Json = nlohmann::json;

TEST_CASE("a clean mail passes, one below the bar fails, --exit-zero forgives") {
    const Workplace at;
    at.write("clean.eml", clean_mail);
    at.write("bad.eml", mail_with("flibbertigibbet"));
    at.write("p.yaml", pack());
    CHECK(at.run("check clean.eml").code == 0);
    CHECK(at.run("check --rules p.yaml bad.eml").code == 1);
    CHECK(at.run("check --rules p.yaml clean.eml bad.eml").code == 1);
    CHECK(at.run("check --rules p.yaml --exit-zero bad.eml").code == 0);
    CHECK(at.run("check --rules p.yaml --min-score 1 bad.eml").code == 0);
    CHECK(at.run("check --rules p.yaml --min-score 1 --fail-on warning bad.eml").code == 1);
    CHECK(at.run("check --rules p.yaml --min-score 1 --fail-on info bad.eml").code == 1);
    CHECK(at.run("check --rules p.yaml --min-score 1 --fail-on error bad.eml").code == 0);
}

TEST_CASE("the report names path, line, column, rule, reason and remedy") {
    const Workplace at;
    at.write("bad.eml", mail_with("flibbertigibbet"));
    at.write("p.yaml", pack());
    const Run run = at.run("check --rules p.yaml bad.eml");
    CHECK(run.err.empty());
    for (const char* part : {"bad.eml:11:", "[test-word]", "Says the test word", "^^^^^^^^^^^^^^^",
                             "It is only a test.", "Leave it out.", "/10"}) {
        CHECK_MESSAGE(run.out.find(part) != std::string::npos, part << " in " << run.out);
    }
    CHECK(run.out.find('\x1b') == std::string::npos);
}

TEST_CASE("a missing file is told in one line, the others are reported, the exit code is 2") {
    const Workplace at;
    at.write("clean.eml", clean_mail);
    const Run run = at.run("check gone.eml clean.eml --format json");
    CHECK(run.code == 2);
    CHECK(run.err == "spamlint: gone.eml: no such file or folder; check the path\n");
    const Json report = Json::parse(run.out);
    CHECK(report["messages"].size() == 1);
    CHECK(report["messages"][0]["path"] == "clean.eml");
    CHECK(report["summary"]["messages"] == 1);
    REQUIRE(report["summary"]["errors"].size() == 1);
    CHECK(report["summary"]["errors"][0].get<std::string>().starts_with("gone.eml: "));
    CHECK(at.run("check gone.eml clean.eml --exit-zero").code == 2);
}

TEST_CASE("a folder that cannot be reached is an error") {
    const Workplace at;
    std::filesystem::create_directory_symlink("loop", at.path("loop"));  // whatever the user's rights
    at.write("a.eml", clean_mail);
    const Run run = at.run("check loop a.eml");
    CHECK(run.code == 2);
    CHECK(run.err.find("loop: cannot be read: Too many levels of symbolic links") != std::string::npos);
    CHECK(run.out.starts_with("a.eml  10.0/10"));
}

TEST_CASE("files that are no mail are named in one line, the others are reported") {
    const Workplace at;
    at.write("a.eml", clean_mail);
    at.write("note.msg", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0'));
    at.write("saved.eml", at.read("note.msg"));
    at.write("sheet", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");
    at.write("dot", "\x89PNG\r\n\x1A\n" + std::string("\0\0\0\x0DIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0", 21));
    const Run run = at.run("check note.msg saved.eml sheet dot a.eml --format json");
    CHECK(run.code == 2);
    const Json report = Json::parse(run.out);
    CHECK(report["messages"].size() == 1);
    const Json& errors = report["summary"]["errors"];
    REQUIRE(errors.size() == 4);
    CHECK(errors[0] == "note.msg: is an Outlook or Office file, not a mail; save the mail as .eml");
    CHECK(errors[1] == "saved.eml: is an Outlook or Office file, not a mail; save the mail as .eml");
    CHECK(errors[2] == "sheet: is no mail but application/pdf; name .eml or mbox files, or templates");
    CHECK(errors[3] == "dot: is no mail but image/png; name .eml or mbox files, or templates");
}

TEST_CASE("a file of any bytes that is named mail is linted") {
    const Workplace at;
    at.write("odd.eml", "%PDF-1.7\n" + std::string(64, '\0'));
    CHECK(at.run("check odd.eml --exit-zero").code == 0);
}

TEST_CASE("an output that cannot be written leaves the others whole") {
    const Workplace at;
    at.write("a.eml", clean_mail);
    const Run run =
        at.run("check a.eml --output json=gone/report.json --output jsonl=b.jsonl --output jsonl=/dev/full");
    CHECK(run.code == 2);
    CHECK(run.out.starts_with("a.eml  10.0/10"));
    CHECK(Json::parse(at.read("b.jsonl"))["score"] == 10.0);
    CHECK(run.err.find("gone/report.json: cannot be written: No such file or directory; ") != std::string::npos);
    CHECK(run.err.find("/dev/full: cannot be written: No space left on device; ") != std::string::npos);
    CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 2);
}

TEST_CASE("a folder without the right to read it is an error") {
    const Workplace at;
    at.write("closed/a.eml", clean_mail);
    std::filesystem::permissions(at.path("closed"), std::filesystem::perms::none);
    const Run run = at.run_without_rights("check closed");
    std::filesystem::permissions(at.path("closed"), std::filesystem::perms::owner_all);
    CHECK(run.code == 2);
    CHECK(run.err.find("closed: cannot be read") != std::string::npos);
}

TEST_CASE("a folder gives its mail and templates in order, without hidden and foreign files") {
    const Workplace at;
    for (const char* name : {"m/b.eml", "m/a.eml", "m/sub/c.eml", "m/.git/d.eml", "m/.e.eml"})
        at.write(name, clean_mail);
    at.write("m/f.cpp", "int main() {}\n");
    at.write("m/00001.7c53", clean_mail);
    at.write("m/box/cur/1700.M1.host:2,S", clean_mail);
    at.write("m/box/tmp/1701.M1.host", clean_mail);
    const Json report = Json::parse(at.run("check m --format json").out);
    std::vector<std::string> paths;
    for (const Json& message : report["messages"]) paths.push_back(message["path"]);
    CHECK(paths ==
          std::vector<std::string>{"m/00001.7c53", "m/a.eml", "m/b.eml", "m/box/cur/1700.M1.host:2,S", "m/sub/c.eml"});
}

TEST_CASE("a folder without mail is an error, not a silent success") {
    const Workplace at;
    at.write("empty/readme.cpp", "x");
    const Run run = at.run("check empty");
    CHECK(run.code == 2);
    CHECK(run.err.find("empty: no mail or template in this folder") != std::string::npos);
}

TEST_CASE("an mbox gives numbered messages with positions in the file") {
    const Workplace at;
    const std::string line = "From a@b.org Tue Nov 24 09:00:00 2026\r\n";
    const std::string bytes = line + clean_mail + "\r\n" + line + mail_with("flibbertigibbet");
    at.write("in.mbox", bytes);
    at.write("p.yaml", pack());
    const Json report = Json::parse(at.run("check --rules p.yaml --format json in.mbox").out);
    REQUIRE(report["messages"].size() == 2);
    CHECK(report["messages"][1]["path"] == "in.mbox#2");
    bool found = false;
    for (const Json& deduction : report["messages"][1]["deductions"]) {
        if (deduction["rule"] != "test-word") continue;
        found = true;
        CHECK(deduction["findings"][0]["offset"] == bytes.find("flibbertigibbet"));
    }
    CHECK(found);
}

TEST_CASE("standard input is taken for what it is, or for what its name says") {
    const Workplace at;
    at.write("p.yaml", pack());
    const Json mail = Json::parse(at.run("check - --format json", clean_mail).out);
    CHECK(mail["messages"][0]["path"] == "<stdin>");
    const Json html =
        Json::parse(at.run("check --rules p.yaml --stdin-filename w.html --format json", "<p>flibbertigibbet</p>").out);
    CHECK(html["messages"][0]["path"] == "w.html");
    CHECK(html["messages"][0]["deductions"].dump().find("test-word") != std::string::npos);
    CHECK(html["messages"][0]["deductions"].dump().find("date") == std::string::npos);
}

TEST_CASE("wrong usage ends in one clear line and exit code 2") {
    const Workplace at;
    at.write("a.eml", clean_mail);
    const auto refused = [&](const std::string& arguments, const std::string& part) {
        const Run run = at.run(arguments);
        CHECK_MESSAGE(run.code == 2, arguments);
        CHECK_MESSAGE(run.err.find(part) != std::string::npos, arguments << ": " << run.err);
        CHECK(run.err.starts_with("spamlint: "));
        CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 1);
        CHECK(run.out.empty());
    };
    refused("check a.eml --frmat json", "unknown option '--frmat'; did you mean '--format'?");
    refused("check a.eml --format jsn", "unknown format 'jsn'; did you mean 'json'?");
    refused("check a.eml --output x.json", "--output takes FORMAT=FILE");
    refused("check a.eml --format text --output json=-", "two formats on standard output");
    refused("check a.eml --min-score high", "--min-score takes a number from 0 to 10, not 'high'");
    refused("check a.eml --min-score 11", "--min-score");
    refused("check a.eml --fail-on warnin", "did you mean 'warning'?");
    refused("check a.eml --profile marketting", "did you mean 'marketing'?");
    refused("check a.eml --lang fr", "--lang takes en or zh, not 'fr'");
    refused("check a.eml --jobs 0", "--jobs");
    refused("check a.eml --format", "--format");
    refused("check", "nothing to check");
    refused("chek a.eml", "unknown command 'chek'; did you mean 'check'?");
    refused("a.eml", "spamlint check a.eml");
    refused("", "no command given");
    refused("rules", "wants a command");
    refused("rules lst", "did you mean 'list'?");
    refused("facts", "no file named");
    refused("check - a.eml -", "can be read only once");
    refused("facts gone.eml", "gone.eml: cannot be read");
    refused("check a.eml --rules gone.yaml", "gone.yaml");
}

TEST_CASE("a broken pack is refused with all its problems at their places") {
    const Workplace at;
    at.write("a.eml", clean_mail);
    at.write("p.yaml", pack("    surprise: 1\n  - id: test-two\n    in: [nowhere]\n"));
    const Run run = at.run("check a.eml --rules p.yaml");
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find("p.yaml:16:") != std::string::npos);
    CHECK(run.err.find("surprise") != std::string::npos);
    CHECK(run.err.find("p.yaml:17:") != std::string::npos);
}

TEST_CASE("the same bytes come out whatever the number of threads") {
    const Workplace at;
    at.write("p.yaml", pack());
    for (int i = 0; i < 60; ++i) {
        at.write("m/" + std::to_string(i) + ".eml", i % 3 == 0 ? mail_with("flibbertigibbet") : clean_mail);
    }
    for (const char* format : {"text", "json", "jsonl", "concise"}) {
        const std::string arguments = std::string("check gone.eml m also-gone.eml --rules p.yaml --format ") + format;
        const Run one = at.run(arguments + " --jobs 1"), four = at.run(arguments + " --jobs 4");
        CHECK(one.out == four.out);
        CHECK(one.err == four.err);
        CHECK(one.code == four.code);
        CHECK(one.out.size() > 1000);
    }
}

TEST_CASE("several outputs are written beside standard output, and are not read as mail") {
    const Workplace at;
    at.write("m/a.eml", clean_mail);
    at.write("m/report.txt", "old");
    const Run run = at.run("check m --output json=report.json --output text=m/report.txt");
    CHECK(run.code == 0);
    CHECK(run.out.find("m/a.eml") != std::string::npos);
    CHECK(Json::parse(at.read("report.json"))["summary"]["messages"] == 1);
    CHECK(at.read("m/report.txt").find("m/a.eml") != std::string::npos);
    CHECK(at.run("check m/a.eml --output json=-").out.starts_with("{\"version\":1"));
}

TEST_CASE("the language follows --lang, else the locale for people, and is English for programs") {
    const Workplace at;
    at.write("bad.eml", mail_with("flibbertigibbet"));
    at.write("p.yaml", pack());
    const std::string check = "check bad.eml --rules p.yaml ";
    const auto chinese = [](const Run& run) { return run.out.find("出现测试词") != std::string::npos; };
    CHECK(chinese(at.run(check, "", "LANG=zh_CN.UTF-8")));
    CHECK(chinese(at.run(check, "", "LANG=en_US.UTF-8 LC_ALL=zh_TW.UTF-8")));
    CHECK_FALSE(chinese(at.run(check, "", "LANG=zh_CN.UTF-8 LC_ALL=C")));
    CHECK_FALSE(chinese(at.run(check + "--lang en", "", "LANG=zh_CN.UTF-8")));
    CHECK_FALSE(chinese(at.run(check + "--format json", "", "LANG=zh_CN.UTF-8")));
    CHECK(chinese(at.run(check + "--format json --lang zh")));
}

TEST_CASE("colour is for terminals, or where it is asked for, and never against NO_COLOR") {
    const Workplace at;
    at.write("a.eml", clean_mail);
    const auto coloured = [&](const std::string& variables) {
        return at.run("check a.eml", "", variables).out.find('\x1b') != std::string::npos;
    };
    CHECK_FALSE(coloured(""));
    CHECK(coloured("CLICOLOR_FORCE=1"));
    CHECK_FALSE(coloured("CLICOLOR_FORCE=0"));
    CHECK_FALSE(coloured("CLICOLOR_FORCE=1 NO_COLOR=1"));
}
