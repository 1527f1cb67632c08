#include "report/display.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace spamlint {
namespace {

constexpr std::size_t tab_width = 4;
constexpr UChar32 zero_width_joiner = 0x200D;
constexpr UChar32 emoji_presentation = 0xFE0F;
constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

std::string utf8(UChar32 c) {
    char buffer[U8_MAX_LENGTH];
    std::size_t size = 0;
    U8_APPEND_UNSAFE(buffer, size, c);
    return {buffer, size};
}

UChar32 next(std::string_view text, std::size_t& at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    return c;
}

bool is_mark(UChar32 c) {
    const auto type = u_charType(c);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || (0x1160 <= c && c <= 0x11FF);
}

bool is_variation_selector(UChar32 c) {
    return u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR);
}

bool is_invisible(UChar32 c) {
    const auto type = u_charType(c);
    return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR ||
           type == U_PARAGRAPH_SEPARATOR || type == U_UNASSIGNED ||
           u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

std::size_t character_width(UChar32 c) {
    if (is_mark(c)) return 0;
    const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

/// Cuts a text into cells. An emoji sequence is as wide as its first emoji, as terminals draw it and
/// wcwidth specifies (https://wcwidth.readthedocs.io/en/latest/specs.html).
class CellReader {
public:
    std::vector<Cell> read(std::string_view text) {
        cells_.reserve(text.size());
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            const UChar32 c = next(text, at);
            add(c, at - begin);
            before_ = c;
        }
        return std::move(cells_);
    }

private:
    void add(UChar32 c, std::size_t bytes) {
        if (0x20 <= c && c < 0x7F) return push(bytes, std::string(1, static_cast<char>(c)), 1);
        if (c < 0) return push(bytes, std::string(replacement), 1);
        if (c == '\t') return push_blanks(bytes, tab_width - column_ % tab_width);
        if (c < 0x20) return push(bytes, utf8(0x2400 + c), 1);
        if (c == 0x7F) return push(bytes, utf8(0x2421), 1);
        if (continues_emoji(c)) return push(bytes, utf8(c), c == emoji_presentation ? widen() : 0);
        if (is_variation_selector(c) && before_ > 0 && !is_invisible(before_)) return push(bytes, utf8(c), 0);
        if (is_invisible(c) && !is_mark(c)) return push_number(c, bytes);
        push(bytes, utf8(c), character_width(c));
    }

    bool continues_emoji(UChar32 c) const {
        const bool after_emoji =
            before_ > 0x7F && (u_hasBinaryProperty(before_, UCHAR_EXTENDED_PICTOGRAPHIC) ||
                               u_hasBinaryProperty(before_, UCHAR_EMOJI_MODIFIER) || before_ == emoji_presentation);
        if (c == zero_width_joiner || c == emoji_presentation) return after_emoji;
        if (u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER)) return after_emoji;
        return before_ == zero_width_joiner && joined_ && u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC);
    }

    /// U+FE0F asks for the two columns of an emoji where the character alone takes one.
    std::size_t widen() const { return !cells_.empty() && cells_.back().width == 1 ? 1 : 0; }

    void push_blanks(std::size_t bytes, std::size_t count) { push(bytes, std::string(count, ' '), count); }
    void push_number(UChar32 c, std::size_t bytes) {
        std::string number = fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c));
        const std::size_t width = number.size();
        push(bytes, std::move(number), width);
    }
    void push(std::size_t bytes, std::string shown, std::size_t width) {
        joined_ = width == 0;
        column_ += width;
        cells_.push_back({bytes, std::move(shown), width});
    }

    std::vector<Cell> cells_;
    std::size_t column_ = 0;
    UChar32 before_ = 0;
    bool joined_ = false;  // the last cell took no column: a joiner that was not shown as a number
};

}  // namespace

std::vector<Cell> display_cells(std::string_view text) {
    return CellReader().read(text);
}

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < '\x7F'; });
}

std::string displayed(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    std::string shown;
    for (const Cell& cell : display_cells(text)) shown += cell.shown;
    return shown;
}

std::size_t display_width(std::string_view text) {
    if (is_plain(text)) return text.size();
    std::size_t width = 0;
    for (const Cell& cell : display_cells(text)) width += cell.width;
    return width;
}

std::string shortened(std::string_view text, std::size_t width) {
    if (text.size() <= width && is_plain(text)) return std::string(text);
    // Eight bytes a column are enough to look at; the last character of such a piece may be cut in two.
    const std::string_view piece = text.substr(0, 8 * width + 8);
    std::vector<Cell> cells = display_cells(piece);
    std::size_t total = 0, keep = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        total += cells[i].width;
        if (total < width) keep = i + 1;
    }
    const bool cut = piece.size() < text.size() || total > width;
    if (!cut) keep = cells.size();
    if (piece.size() < text.size()) keep = std::min(keep, cells.size() - 1);
    std::string shown;
    for (std::size_t i = 0; i < keep; ++i) shown += cells[i].shown;
    return cut ? shown + "…" : shown;
}

std::string minus(double points) {
    return fmt::format("{}{:.1f}", points > 0.049 ? "-" : "", points);
}

}  // namespace spamlint
