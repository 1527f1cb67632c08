#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "facts/content.h"
#include "score/report.h"
#include "span/line_index.h"

namespace spamlint {

/// One linted message with what a report needs to show it.
struct LintedMessage {
    std::string path;                  // as the user named it; in an mbox "path#3"
    std::string file_path;             // what an editor can open: `path` without the number in the mbox
    std::string_view file;             // the bytes of the whole file; valid while the message is being reported
    const LineIndex* lines = nullptr;  // of `file`; may be null where the report has no findings
    const Content* content = nullptr;  // for the decoded text around a finding; may be null
    Report report;
    bool passed = true;
};

struct Summary {
    std::size_t messages = 0;
    std::size_t failed = 0;
    std::vector<std::string> errors;  // "a.eml: cannot be read: permission denied"
};

struct ReportStyle {
    std::string lang = "en";  // en or zh
    bool colour = false;
    std::size_t width = 100;  // columns of the terminal
    std::string version;      // of the tool, for the formats that name it
};

/// Writes reports one after the other, so that a batch of any size needs no memory. One factory a format, in a file of
/// its own; report/formats.h lists them. A report is begin, the messages with `between` between them, and end.
class Reporter {
public:
    virtual ~Reporter() = default;
    virtual std::string begin() const { return {}; }
    virtual std::string between() const { return {}; }
    /// Depends on nothing but its message: several threads may write messages at once.
    virtual std::string message(const LintedMessage& message) const = 0;
    virtual std::string end(const Summary& summary) const = 0;
};

}  // namespace spamlint
