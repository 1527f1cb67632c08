#include <algorithm>
#include <cstddef>

#include "facts/closings.h"
#include "facts/code_points.h"
#include "facts/placeholder.h"

// Blocks of template engines: {% if a %} … {% endif %} of Liquid, Jinja, Twig and Django, and {{#each a}} … {{/each}}
// of Handlebars and Mustache. Of the first only those tags are paired that need an end in all of these engines.

namespace spamlint {
namespace {

constexpr std::size_t longest = 200;  // bytes of one tag; a longer one is code
constexpr std::size_t deepest = 100;  // open blocks; no template nests so deep
constexpr std::size_t most = 1000;    // blocks without their half; bounds memory

struct Tag {
    std::string_view name;
    Span span;
    bool ends = false;
};

std::string_view without(std::string_view text, std::string_view unwanted) {
    return text.substr(std::min(text.find_first_not_of(unwanted), text.size()));
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find_first_of(" \t\n\r~-+%}\"'("));
}

/// "if", "endif": tags of {% %}. Tornado ends every block with "end".
Tag percent_tag(std::string_view inside) {
    const std::string_view word = first_word(without(inside, " \t\n\r-+~"));
    const bool ends = word.starts_with("end");
    const std::string_view name = ends ? word.substr(3) : word;
    for (const std::string_view known : {"if", "for", "unless", "case", ""})
        if (name == known && (ends || !name.empty())) return {name, {}, ends};
    return {};
}

/// "#if", "^name", "#> layout", "#*inline", "/if": sections of {{ }}; {{^}} is an else.
Tag section_tag(std::string_view inside) {
    inside = without(inside, "~");
    if (inside.empty() || std::string_view("#^/").find(inside[0]) == std::string_view::npos) return {};
    return {first_word(without(inside.substr(1), " *>\"'")), {}, inside[0] == '/'};
}

class Pairs {
public:
    void take(const Tag& tag) {
        if (!tag.ends) {
            if (open_.size() < deepest) open_.push_back(tag);
            return;
        }
        const auto same = std::find_if(open_.rbegin(), open_.rend(),
                                       [&](const Tag& one) { return tag.name.empty() || one.name == tag.name; });
        if (same == open_.rend()) return add(tag);
        std::for_each(open_.rbegin(), same, [&](const Tag& above) { add(above); });
        open_.erase(std::prev(same.base()), open_.end());
    }
    std::vector<Span> alone() && {
        for (const Tag& tag : open_) add(tag);
        return std::move(alone_);
    }

private:
    void add(const Tag& tag) {
        if (alone_.size() < most) alone_.push_back(tag.span);
    }
    std::vector<Tag> open_;
    std::vector<Span> alone_;
};

using ReadTag = Tag (*)(std::string_view inside);

std::vector<Span> alone_in(std::string_view text, std::string_view open, std::string_view close, ReadTag read) {
    Pairs pairs;
    Closings closings(text);
    for (auto at = text.find(open); at != std::string_view::npos; at = text.find(open, at + open.size())) {
        const std::size_t begin = at + open.size(), end = closings.find(close, begin);
        if (end == std::string_view::npos) break;
        if (end + close.size() > at + longest) continue;
        Tag tag = read(text.substr(begin, end - begin));
        tag.span = {at, end + close.size()};
        if (tag.ends || !tag.name.empty()) pairs.take(tag);
    }
    return std::move(pairs).alone();
}

}  // namespace

std::vector<Span> unpaired_blocks(std::string_view text) {
    std::vector<Span> alone = alone_in(text, "{%", "%}", percent_tag);
    const std::vector<Span> sections = alone_in(text, "{{", "}}", section_tag);
    alone.insert(alone.end(), sections.begin(), sections.end());
    std::sort(alone.begin(), alone.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    return alone;
}

}  // namespace spamlint
