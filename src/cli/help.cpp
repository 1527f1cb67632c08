#include <algorithm>

#include "cli/command_line.h"

namespace spamlint {
namespace {

struct Row {
    std::string left;
    std::string_view right;
};

constexpr std::size_t widest_left = 26;

/// Help of options may have several lines.
std::string rows_text(const std::vector<Row>& rows) {
    std::size_t width = 0;
    for (const Row& row : rows) {
        if (row.left.size() <= widest_left) width = std::max(width, row.left.size());
    }
    std::string text;
    for (const Row& row : rows) {
        text += "  " + row.left;
        const std::string indent(width + 4, ' ');
        text += row.left.size() > width ? "\n" + indent : std::string(width + 2 - row.left.size(), ' ');
        for (const char c : row.right) {
            text += c;
            if (c == '\n') text += indent;
        }
        text += '\n';
    }
    return text;
}

std::string left_of(const Option& option) {
    std::string left(option.names);
    if (const auto comma = left.find(','); comma != std::string::npos) left.insert(comma + 1, " ");
    if (!option.value.empty() && option.names.starts_with("-")) left += " " + std::string(option.value);
    return left;
}

}  // namespace

std::string help_text(const CommandLine& line) {
    std::string text = std::string(line.summary) + "\n\nUsage: " + std::string(line.usage) + "\n";
    std::vector<Row> commands, options;
    std::vector<CommandLine> described;
    for (const Command& command : line.commands) described.push_back(command.describe());
    for (std::size_t i = 0; i < described.size(); ++i) {
        commands.push_back({std::string(line.commands[i].name), described[i].summary});
    }
    for (const Option& option : line.options) options.push_back({left_of(option), option.help});
    options.push_back({"-h, --help", "print this"});
    if (!commands.empty()) text += "\nCommands:\n" + rows_text(commands);
    text += "\nOptions:\n" + rows_text(options);
    if (!line.details.empty()) text += "\n" + std::string(line.details);
    return text;
}

}  // namespace spamlint
