// Every message and template of corpus/ has its expected report beside it. UPDATE_GOLDEN=1 writes them anew; the
// difference is read before it is committed.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "lint/lint.h"
#include "report/formats.h"
#include "span/line_index.h"

using namespace spamlint;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kExpected = ".expected.json";

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

fs::path root() { return fs::path(SPAMLINT_SOURCE_DIR); }

std::vector<fs::path> corpus() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(root() / "corpus"))
        if (entry.is_regular_file() && is_mail_file(entry.path().filename().string())) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

struct Linted {
    Report report;
    std::string json;
};

Linted linted(const RuleSet& rules, const fs::path& path) {
    const std::string bytes = read(path);
    const LineIndex lines(bytes);
    LintedMessage message;
    message.path = message.file_path = fs::relative(path, root()).generic_string();
    message.file = bytes;
    message.lines = &lines;
    message.report = lint(rules, bytes, read_messages(message.path, bytes).front(), {});
    message.passed = message.report.score >= rules.scoring.min_score;
    const auto reporter = make_reporter("json", rules, {.lang = "en", .version = "0.1.0"});
    const Summary summary{1, message.passed ? 0U : 1U, {}};
    std::string json = reporter->begin() + reporter->message(message) + reporter->end(summary);
    return {std::move(message.report), std::move(json)};
}

bool begins(const fs::path& path, std::string_view prefix) { return path.filename().string().starts_with(prefix); }

}  // namespace

TEST_CASE("every message of the corpus gets its expected report") {
    const RuleSet rules = default_rules();
    const auto files = corpus();
    REQUIRE(files.size() >= 40);
    for (const fs::path& path : files) {
        const std::string json = linted(rules, path).json;
        const fs::path expected = path.string() + std::string(kExpected);
        if (std::getenv("UPDATE_GOLDEN")) std::ofstream(expected, std::ios::binary) << json;
        CHECK_MESSAGE(read(expected) == json, path.filename().string() << ": the report changed; renew it with UPDATE_GOLDEN=1");
    }
}

TEST_CASE("wanted mail of the corpus scores at least 9, templates too, prize scams at most 4") {
    const RuleSet rules = default_rules();
    std::size_t prizes = 0;
    for (const fs::path& path : corpus()) {
        const double score = linted(rules, path).report.score;
        CAPTURE(path.filename().string());
        if (begins(path, "ham-")) CHECK(score >= 9);
        if (begins(path, "template-")) CHECK(score >= 9);
        if (path.filename().string().find("-prize-") != std::string::npos) {
            ++prizes;
            CHECK(score <= 4);
        }
        if (begins(path, "spam-")) CHECK(score < 8);
    }
    CHECK(prizes >= 3);
}
