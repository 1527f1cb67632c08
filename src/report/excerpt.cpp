#include "report/excerpt.h"

#include <algorithm>
#include <vector>

#include "report/display.h"
#include "span/utf8.h"

namespace spamlint {
namespace {

constexpr std::string_view ellipsis = "…";

/// Bytes of a line that are looked at: a screen of columns has at most that many bytes, unless most take no column.
Span reach(std::string_view line, Span hit, std::size_t width) {
    const Span screen{hit.begin - std::min(hit.begin, width), std::min(line.size(), hit.begin + width)};
    if (is_plain(line.substr(screen.begin, screen.size()))) return screen;
    Span found{hit.begin > 4 * width ? hit.begin - 4 * width : 0, std::min(line.size(), hit.begin + 8 * width)};
    const auto continues = [&](std::size_t at) { return utf8::inside_character(line, at); };
    for (int i = 0; i < 3 && found.begin > 0 && found.begin < hit.begin && continues(found.begin); ++i) ++found.begin;
    for (int i = 0; i < 3 && found.end < line.size() && found.end > hit.begin && continues(found.end); ++i) --found.end;
    return found;
}

/// The cells from `first` up to `last` that are shown, and which of them are the hit.
struct Window {
    std::size_t first = 0, last = 0;
    std::size_t hit_first = 0, hit_last = 0;
};

/// Cells that a span of the bytes touches.
void find_hit(const std::vector<Cell>& cells, Span hit, Window& window) {
    std::size_t at = 0;
    window.hit_first = window.hit_last = cells.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t end = at + cells[i].bytes;
        if (end > hit.begin && window.hit_first == cells.size()) window.hit_first = window.hit_last = i;
        if (at < hit.end && end > hit.begin) window.hit_last = i + 1;
        at = end;
    }
}

/// Chooses what is shown: the line from its start where the hit fits, else the hit with a third of the width before it.
void choose(const std::vector<Cell>& cells, std::size_t width, bool from_start, Window& window) {
    std::size_t used = 0;
    for (std::size_t i = 0; i < window.hit_last; ++i) used += cells[i].width;
    window.first = 0;
    if (!from_start || used + 1 > width) {
        used = 0;
        window.first = window.hit_first;
        while (window.first > 0 && used + cells[window.first - 1].width <= width / 3) {
            used += cells[--window.first].width;
        }
    }
    used = 2;  // one ellipsis at each end
    window.last = window.first;
    while (window.last < cells.size() && used + cells[window.last].width <= width) used += cells[window.last++].width;
}

std::string shown(const std::vector<Cell>& cells, std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t i = first; i < last; ++i) text += cells[i].shown;
    return text;
}

std::size_t columns(const std::vector<Cell>& cells, std::size_t first, std::size_t last) {
    std::size_t width = 0;
    for (std::size_t i = first; i < last; ++i) width += cells[i].width;
    return width;
}

}  // namespace

Excerpt excerpt(std::string_view line, Span hit, std::size_t width) {
    hit.begin = std::min(hit.begin, line.size());
    hit.end = std::clamp(hit.end, hit.begin, line.size());
    const Span part = reach(line, hit, width);
    const std::vector<Cell> cells = display_cells(line.substr(part.begin, part.size()));
    Window window;
    find_hit(cells, {hit.begin - part.begin, hit.end - part.begin}, window);
    choose(cells, width, part.begin == 0, window);
    const std::size_t hit_first = std::min(window.hit_first, window.last);
    const std::size_t hit_last = std::clamp(window.hit_last, hit_first, window.last);

    Excerpt result;
    const bool cut_left = window.first > 0 || part.begin > 0;
    const bool cut_right = window.last < cells.size() || part.end < line.size();
    result.before = (cut_left ? std::string(ellipsis) : "") + shown(cells, window.first, hit_first);
    result.hit = shown(cells, hit_first, hit_last);
    result.after = shown(cells, hit_last, window.last) + (cut_right ? std::string(ellipsis) : "");
    result.caret_column = (cut_left ? 1 : 0) + columns(cells, window.first, hit_first);
    result.caret_width = std::max<std::size_t>(1, columns(cells, hit_first, hit_last));
    return result;
}

}  // namespace spamlint
