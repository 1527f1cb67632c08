#pragma once

#include "cli/command_line.h"

namespace spamlint {

/// `spamlint` itself; its table of commands is in commands.cpp.
CommandLine root_command();

CommandLine check_command();
CommandLine evaluate_command();
CommandLine calibrate_command();
CommandLine facts_command();
CommandLine rules_command();          // its own table is in rules_command.cpp
CommandLine rules_list_command();
CommandLine rules_explain_command();
CommandLine rules_test_command();
CommandLine rules_schema_command();
CommandLine rules_docs_command();

}  // namespace spamlint
