#include "cli/environment.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace spamlint {
namespace {

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

}  // namespace

std::string language_of_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const std::string_view locale = variable(name);
        if (!locale.empty()) return locale.starts_with("zh") ? "zh" : "en";
    }
    return "en";
}

bool standard_output_wants_colour() {
    if (!variable("NO_COLOR").empty()) return false;
    const std::string_view force = variable("CLICOLOR_FORCE");
    if (!force.empty() && force != "0") return true;
    return isatty(STDOUT_FILENO) == 1 && variable("TERM") != "dumb";
}

bool standard_error_is_terminal() { return isatty(STDERR_FILENO) != 0; }

std::size_t standard_output_width() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
    return std::clamp<std::size_t>(size.ws_col, 60, 120);
}

}  // namespace spamlint
