#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "cli/run.h"

using namespace spamlint;

namespace {

const std::filesystem::path source = SPAMLINT_SOURCE_DIR;

std::string committed(const std::string& name) {
    std::ifstream in(source / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The indented report of a message in a page, without the indent; a last line of "…" stands for the rest.
std::string shown_report(const std::string& page, const std::string& message) {
    const std::string indent = "    ";
    std::string report;
    for (std::size_t at = page.find("\n" + indent + message + "  ") + 1; page.compare(at, 4, indent) == 0;) {
        const std::size_t end = page.find('\n', at) + 1;
        report += page.substr(at + indent.size(), end - at - indent.size());
        at = end;
    }
    const std::string rest = "…\n";
    return report.ends_with(rest) ? report.substr(0, report.size() - rest.size()) : report;
}

void check_report(const std::string& page, const std::string& lang, const std::string& message) {
    const Workplace at;
    std::filesystem::create_directory_symlink(source / "corpus", at.path("corpus"));
    const std::string report = shown_report(committed(page), message);
    REQUIRE(report.starts_with(message));
    const bool is_printed = at.run("check --lang " + lang + " " + message).out.starts_with(report);
    CHECK_MESSAGE(is_printed, page << " shows a report of " << message << " that is no longer printed; renew it");
}

}  // namespace

TEST_CASE("the reports in the READMEs are what the program prints") {
    check_report("README.md", "en", "corpus/en/spam-callback-invoice-us-ascii-7bit.eml");
    check_report("README.zh-CN.md", "zh", "corpus/zh/spam-free-disguised-utf8-qp.eml");
}
