#include "facts/link_look.h"

#include <algorithm>

#include "facts/line_around.h"
#include "html/colour.h"

namespace spamlint {
namespace {

const std::string& text_of(const Target& target) {
    return target.body->document ? target.body->document->text.text() : target.body->visible.text();
}

}  // namespace

LinkLook look_of(const Target& target) {
    LinkLook look;
    if (!target.body->document) return look;
    const std::vector<TextRun>& runs = target.body->document->runs;
    auto run = std::ranges::upper_bound(runs, target.place.begin, {}, [](const TextRun& r) { return r.text.end; });
    for (; run != runs.end() && run->text.begin < target.place.end; ++run) {
        if (run->hiding != Hiding::none) continue;
        look.font_px = std::min(look.font_px, run->font_px);
        if (run->colours_known) look.contrast = std::min(look.contrast, contrast(run->colour, run->background));
    }
    return look;
}

std::string context_of(const Target& target) {
    const std::string& text = text_of(target);
    const auto [before, after] = line_around(text, target.place);
    const std::size_t begin = std::min(target.place.begin, text.size());
    const std::size_t end = std::clamp(target.place.end, begin, text.size());
    return std::string(before) + text.substr(begin, end - begin) + std::string(after) + "\n" + target.alt + target.href;
}

}  // namespace spamlint
