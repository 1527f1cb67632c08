#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace spamlint {

/// A character of a text as a terminal may safely show it.
struct Cell {
    std::size_t bytes;  // of the text
    std::string shown;  // valid UTF-8 without control characters
    std::size_t width;  // columns
};

/// Any bytes as cells. Tabs become blanks up to the next multiple of four columns, control characters their pictures
/// (ESC is ␛), bidirectional controls and invisible characters their number (<U+200B>), ill-formed bytes U+FFFD: text
/// of a spammer must not command the terminal, and the author must see what is there.
std::vector<Cell> display_cells(std::string_view text);

/// True of characters that a terminal shows as they are, a column and a byte each.
bool is_plain(std::string_view text);
/// All cells as one string.
std::string displayed(std::string_view text);
/// Columns that displayed() takes.
std::size_t display_width(std::string_view text);

/// At most `width` columns of displayed(), "…" at the end where something was cut.
std::string shortened(std::string_view text, std::size_t width);

/// Points as what they take from a score: "-0.6"; "0.0" where they take nothing.
std::string minus(double points);

}  // namespace spamlint
