#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "score/report.h"

namespace spamlint {

/// One linted message with what a report needs to show it.
struct LintedMessage {
    std::string path;          // as the user named it; in an mbox "path#3"
    std::string_view file;     // the bytes; valid while the message is being reported
    Report report;
    bool passed = true;
};

struct Summary {
    std::size_t messages = 0;
    std::size_t failed = 0;
    std::vector<std::string> errors;  // "a.eml: cannot be read: permission denied"
};

struct ReportStyle {
    std::string lang = "en";   // en or zh
    bool colour = false;
    std::size_t width = 100;   // columns of the terminal
};

/// Writes reports one after the other, so that a batch of any size needs no memory. One factory a format, in a file of
/// its own; report/formats.h lists them.
class Reporter {
public:
    virtual ~Reporter() = default;
    virtual std::string begin() { return {}; }
    virtual std::string message(const LintedMessage& message) = 0;
    virtual std::string end(const Summary& summary) = 0;
};

}  // namespace spamlint
