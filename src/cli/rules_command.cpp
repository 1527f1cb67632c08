#include "cli/commands.h"

namespace spamlint {

CommandLine rules_command() {
    CommandLine line;
    line.summary = "list, explain, test and document the rules";
    line.usage = "spamlint rules COMMAND [OPTION]…";
    line.commands = {
        {"list", rules_list_command},
        {"explain", rules_explain_command},
        {"test", rules_test_command},
        {"schema", rules_schema_command},
        {"docs", rules_docs_command},
    };
    return line;
}

}  // namespace spamlint
