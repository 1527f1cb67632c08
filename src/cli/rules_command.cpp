#include "cli/commands.h"

namespace spamlint {

CommandLine rules_command() {
    CommandLine line;
    line.summary = "list, explain and test the rules";
    line.usage = "spamlint rules COMMAND [OPTION]…";
    line.commands = {
        {"list", rules_list_command},
        {"explain", rules_explain_command},
        {"test", rules_test_command},
    };
    return line;
}

}  // namespace spamlint
