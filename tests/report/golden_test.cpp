#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "report/formats.h"
#include "report/sample.h"

using namespace spamlint;

namespace {

std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// UPDATE_GOLDEN=1 writes the file anew instead; look at the difference before it is committed.
void check_golden(const std::string& name, const std::string& text) {
    const std::string path = std::string(SPAMLINT_SOURCE_DIR) + "/tests/golden/" + name;
    if (std::getenv("UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << text;
    REQUIRE(!text.empty());
    CHECK_MESSAGE(read(path) == text, name << " differs; renew it with UPDATE_GOLDEN=1");
}

std::string reported(std::string_view format, const ReportStyle& style) {
    const RuleSet rules = sample::rules();
    return sample::whole(*make_reporter(format, rules, style));
}

}  // namespace

TEST_CASE("each format and language writes its golden file") {
    for (const char* lang : {"en", "zh"}) {
        for (const char* format : {"text", "concise", "json", "jsonl"}) {
            check_golden(std::string("report.") + lang + "." + format,
                         reported(format, {.lang = lang, .colour = false, .width = 80, .version = "0.1.0"}));
        }
    }
}

TEST_CASE("colour adds escape sequences and nothing else") {
    std::string coloured = reported("text", {.lang = "en", .colour = true, .width = 80, .version = "0.1.0"});
    CHECK(coloured.find("\x1b[1;31m") != std::string::npos);
    std::string plain;
    for (std::size_t at = 0; at < coloured.size(); ++at) {
        if (coloured[at] == '\x1b')
            at = coloured.find('m', at);
        else
            plain += coloured[at];
    }
    CHECK(plain == reported("text", {.lang = "en", .colour = false, .width = 80, .version = "0.1.0"}));
}

TEST_CASE("escape sequences of the mail never reach the terminal") {
    CHECK(sample::file().find('\x1b') != std::string::npos);
    for (const std::string_view format : {"text", "concise", "json", "jsonl"}) {
        CHECK(reported(format, {.version = "0.1.0"}).find('\x1b') == std::string::npos);
    }
}

TEST_CASE("an unknown format has no reporter") {
    const RuleSet rules = sample::rules();
    CHECK(make_reporter("jsn", rules, {}) == nullptr);
    CHECK(make_reporter("", rules, {}) == nullptr);
    for (const std::string_view name : format_names()) CHECK(make_reporter(name, rules, {}) != nullptr);
    CHECK(is_for_people("text"));
    CHECK_FALSE(is_for_people("json"));
}
