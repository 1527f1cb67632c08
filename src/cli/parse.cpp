// The only file that knows the parsing library.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "cli/command_line.h"
#include "rules/problems.h"

namespace spamlint {
namespace {

/// A command line as the library sees it, with the commands below.
struct Node {
    std::string path;  // "spamlint rules list"
    CommandLine line;
    CLI::App* app = nullptr;
    bool help = false;
    std::vector<std::unique_ptr<Node>> children;
};

void add_option(CLI::App& app, const Option& option) {
    const std::string names(option.names), help(option.help);
    if (bool* const* flag = std::get_if<bool*>(&option.target)) {
        app.add_flag(names, **flag, help);
    } else if (std::string* const* text = std::get_if<std::string*>(&option.target)) {
        app.add_option(names, **text, help)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    } else {
        auto* list = app.add_option(names, *std::get<std::vector<std::string>*>(option.target), help);
        if (names.starts_with("-")) list->allow_extra_args(false);
    }
}

void build(Node& node) {
    node.app->set_help_flag();
    node.app->add_flag("-h,--help", node.help);
    node.app->allow_extras();
    for (const Option& option : node.line.options) add_option(*node.app, option);
    for (const Command& command : node.line.commands) {
        auto& child = node.children.emplace_back(std::make_unique<Node>());
        child->path = node.path + " " + std::string(command.name);
        child->line = command.describe();
        child->app = node.app->add_subcommand(std::string(command.name), std::string(child->line.summary));
        build(*child);
    }
}

/// The innermost command that the arguments name.
Node& chosen(Node& node) {
    for (const auto& child : node.children) {
        if (child->app->parsed()) return chosen(*child);
    }
    return node;
}

std::vector<std::string_view> option_names(const CommandLine& line) {
    std::vector<std::string_view> names = {"--help"};
    for (const Option& option : line.options) {
        const std::size_t last = option.names.rfind("--");
        if (last != std::string_view::npos) names.push_back(option.names.substr(last));
    }
    return names;
}

std::vector<std::string_view> command_names(const CommandLine& line) {
    std::vector<std::string_view> names;
    for (const Command& command : line.commands) names.push_back(command.name);
    return names;
}

std::string see_help(const Node& node) {
    return "see '" + node.path + " --help'";
}

/// What to say about an argument that nothing takes.
[[noreturn]] void refuse(const Node& node, const std::string& argument) {
    if (argument.size() > 1 && argument[0] == '-') {
        const std::string name = argument.substr(0, argument.find('='));
        const std::string nearest = did_you_mean(name, option_names(node.line));
        throw Failure("unknown option '" + name + "'" + (nearest.empty() ? "; " + see_help(node) : nearest));
    }
    if (node.line.commands.empty()) {
        throw Failure("unexpected argument '" + argument + "'; " + see_help(node));
    }
    const std::string nearest = did_you_mean(argument, command_names(node.line));
    std::error_code ignored;
    const bool is_path = nearest.empty() && std::filesystem::exists(argument, ignored);
    throw Failure("unknown command '" + argument + "'" +
                  (is_path           ? "; to check that file: spamlint check " + argument
                   : nearest.empty() ? "; " + see_help(node)
                                     : nearest));
}

}  // namespace

int run_command_line(const CommandLine& root, int count, const char* const* arguments) {
    CLI::App app;
    Node top;
    top.path = "spamlint";
    top.line = root;
    top.app = &app;
    build(top);
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        throw Failure(std::string(error.what()) + "; " + see_help(chosen(top)));
    }
    const Node& node = chosen(top);
    const std::vector<std::string> rest = app.remaining(true);
    if (node.help) {
        std::fputs(help_text(node.line).c_str(), stdout);
        return exit_passed;
    }
    if (!rest.empty()) refuse(node, rest.front());
    if (!node.line.run) throw Failure("'" + node.path + "' wants a command; " + see_help(node));
    return node.line.run();
}

}  // namespace spamlint
