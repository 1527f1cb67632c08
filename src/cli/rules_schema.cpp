#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/settings.h"
#include "rules/schema.h"

namespace spamlint {

CommandLine rules_schema_command() {
    const auto packs = std::make_shared<std::vector<std::string>>();
    CommandLine line;
    line.summary = "print the JSON Schema of rule packs, for editors";
    line.usage = "spamlint rules schema [OPTION]…";
    line.details = R"(An editor that knows YAML schemas completes and checks a pack that begins with
  # yaml-language-server: $schema=spamlint.schema.json

Example:
  spamlint rules schema > my-rules/spamlint.schema.json
)";
    line.options = {
        {"--rules", "PATH", "also know the groups and profiles of these packs; may be given many times", packs.get()}};
    line.run = [packs] {
        std::fputs(rules_schema(load_rules(*packs).scoring).c_str(), stdout);
        return exit_passed;
    };
    return line;
}

}  // namespace spamlint
