#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spamlint {

/// Text as Markdown shows it: nothing in it is taken for markup, and it fits into a table's cell.
std::string markdown_text(std::string_view text);
/// Text as inline code that no backtick in it ends, for running text: a table's cell would take its "|" for a border.
std::string markdown_code(std::string_view text);
/// "| a | b |" and a line break. The cells are Markdown already.
std::string markdown_row(const std::vector<std::string>& cells);
/// The names of the columns, and the rule below them.
std::string markdown_head(const std::vector<std::string>& columns);

}  // namespace spamlint
