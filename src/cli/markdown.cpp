#include "cli/markdown.h"

#include <algorithm>

namespace spamlint {

// CommonMark 0.31 §2.4: a backslash before ASCII punctuation makes it literal. Only what can begin markup inside a
// line is escaped, so that the pages stay readable as text.
std::string markdown_text(std::string_view text) {
    constexpr std::string_view active = "\\`*_[]<>|~";
    std::string shown;
    for (const char c : text) {
        if (active.find(c) != std::string_view::npos) shown += '\\';
        shown += c == '\n' || c == '\r' ? ' ' : c;
    }
    return shown;
}

// CommonMark 0.31 §6.1: code ends at a run of backticks as long as the one that opened it; one blank at both ends is
// dropped where both are there.
std::string markdown_code(std::string_view text) {
    std::size_t longest = 0, run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const bool padded =
        !text.empty() && (text.front() == '`' || text.back() == '`' || (text.front() == ' ' && text.back() == ' '));
    const std::string fence(longest + 1, '`'), blank(padded ? 1 : 0, ' ');
    return fence + blank + std::string(text) + blank + fence;
}

std::string markdown_row(const std::vector<std::string>& cells) {
    std::string row = "|";
    for (const std::string& cell : cells) row += (cell.empty() ? "" : " " + cell) + " |";
    return row + "\n";
}

std::string markdown_head(const std::vector<std::string>& columns) {
    std::string head = markdown_row(columns) + "|";
    for (std::size_t i = 0; i < columns.size(); ++i) head += "---|";
    return head + "\n";
}

}  // namespace spamlint
