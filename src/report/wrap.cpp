#include "report/wrap.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <memory>
#include <vector>

#include "report/display.h"

namespace spamlint {
namespace {

struct Close {
    void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
};

/// Reading ICU's rules takes longer than breaking a text; a fixed locale, since reports must not depend on the
/// machine's.
UBreakIterator* line_breaks() {
    thread_local const std::unique_ptr<UBreakIterator, Close> breaks = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<UBreakIterator, Close>(ubrk_open(UBRK_LINE, "en", nullptr, 0, &status));
    }();
    return breaks.get();
}

/// Where a line may end, as byte offsets; the end of the text is the last.
std::vector<std::size_t> break_points(const std::string& text) {
    std::vector<std::size_t> points;
    UErrorCode status = U_ZERO_ERROR;
    UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    UBreakIterator* const breaks = line_breaks();
    if (breaks) ubrk_setUText(breaks, utext, &status);
    if (breaks && U_SUCCESS(status)) {
        ubrk_first(breaks);
        for (auto at = ubrk_next(breaks); at != UBRK_DONE; at = ubrk_next(breaks)) {
            points.push_back(static_cast<std::size_t>(at));
        }
    }
    utext_close(utext);
    if (points.empty() || points.back() != text.size()) points.push_back(text.size());
    return points;
}

std::string_view without_trailing_space(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \n");
    return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    const std::string whole(text);
    const std::string_view view = whole;
    std::string lines;
    std::size_t line_begin = 0, fits = 0;
    const auto put_line = [&](std::size_t end) {
        if (!lines.empty()) lines += "\n" + std::string(indent, ' ');
        lines += displayed(without_trailing_space(view.substr(line_begin, end - line_begin)));
        line_begin = end;
    };
    for (const std::size_t point : break_points(whole)) {
        const std::string_view candidate = without_trailing_space(view.substr(line_begin, point - line_begin));
        if (fits > line_begin && display_width(candidate) > width) put_line(fits);
        fits = point;
        if (point > 0 && view[point - 1] == '\n') put_line(point);
    }
    if (line_begin < whole.size()) put_line(whole.size());
    return lines;
}

}  // namespace spamlint
