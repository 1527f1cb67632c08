#include <cstdio>
#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/rule_pages.h"
#include "cli/settings.h"

namespace spamlint {
namespace {

struct DocsOptions {
    std::string folder = "docs";
    std::vector<std::string> rules;
};

void write_page(const std::filesystem::path& path, const std::string& text) {
    write_file(path.string(), text);
    std::printf("%s\n", path.c_str());
}

int write_docs(const DocsOptions& options) {
    RuleSet rules = load_rules(options.rules);
    read_details(rules);
    const std::filesystem::path folder = options.folder;
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw Failure(options.folder + ": cannot be made: " + error.message() + "; name another folder");
    write_page(folder / "rules.md", rules_page(rules));
    write_page(folder / "facts.md", facts_page());
    return exit_passed;
}

}  // namespace

CommandLine rules_docs_command() {
    const auto options = std::make_shared<DocsOptions>();
    CommandLine line;
    line.summary = "write rules.md and facts.md, the reference of all rules, facts and elements";
    line.usage = "spamlint rules docs [OPTION]… [FOLDER]";
    line.options = {
        {"FOLDER", "", "where the pages go; docs if left out", &options->folder},
        {"--rules", "PATH", "add the packs of this file or folder; may be given many times", &options->rules},
    };
    line.run = [options] { return write_docs(*options); };
    return line;
}

}  // namespace spamlint
