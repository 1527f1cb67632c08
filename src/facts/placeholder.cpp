#include "facts/placeholder.h"

#include <algorithm>
#include <array>
#include <map>

#include "facts/code_points.h"
#include "facts/line_around.h"

namespace spamlint {
namespace {

constexpr std::size_t max_placeholders = 10000;  // bounds memory

// The texts of a message that hold each placeholder once: link texts are part of `text`, `html` holds all of them.
constexpr std::array scopes = {Scope::subject, Scope::from_name, Scope::reply_to_name, Scope::preheader, Scope::text,
                               Scope::hidden,  Scope::outlook,   Scope::title,         Scope::image_alt};

/// {{ name | default: "" }}, {{ name ?? '' }}, [firstname,fallback=]: a fallback that is there and empty.
bool has_empty_fallback(std::string_view text) {
    for (const std::string_view word : {"default", "fallback", "??", "||"}) {
        const auto at = find_ignoring_case(text, word);
        if (at == std::string_view::npos) continue;
        const std::string_view rest = text.substr(at + word.size());
        const auto value = std::min(rest.find_first_not_of(" :=('\","), rest.size());
        const bool given = rest.substr(0, value).find_first_of("=\"'") != std::string_view::npos;
        return given &&
               (value == rest.size() || std::string_view("}])|%>").find(rest[value]) != std::string_view::npos);
    }
    return false;
}

std::string line_beside(const std::string& text, Span place) {
    const auto [before, after] = line_around(text, place);
    return std::string(before) + " " + std::string(after);
}

class Collector {
public:
    explicit Collector(const Content& content) : content_(content) {}

    Limited<Placeholder> collect() && {
        for (const ScopedText& text : content_.texts) {
            if (std::ranges::find(scopes, text.scope) != scopes.end())
                add_text(text);
            else if (text.scope == Scope::html)
                add_code(text);
        }
        for (const Body& body : content_.bodies)
            if (body.document)
                add_addresses(*body.document, content_.message.parts[static_cast<std::size_t>(body.part)].id);
        for (const Body& body : content_.bodies) add_unpaired(body);
        return std::move(placeholders_);
    }

private:
    std::vector<Placeholder>& found() { return placeholders_.items; }
    /// How many to look for: one more than there is room for, to tell where the limit is met.
    std::size_t wanted() const { return max_placeholders - placeholders_.items.size() + 1; }

    void add(Placeholder placeholder) {
        if (found().size() < max_placeholders) {
            places_.emplace(placeholder.span, found().size());
            found().push_back(std::move(placeholder));
        } else if (!placeholders_.limit) {
            placeholders_.limit = Anomaly{AnomalyKind::limit_placeholders, placeholder.span, placeholder.part,
                                          std::to_string(max_placeholders)};
        }
    }

    void add(const PlaceholderMatch& match, std::string_view in, Span span, const std::string& part,
             std::string line = {}) {
        add({match.engine, match.text, match.closed, has_empty_fallback(match.text), true, std::string(in),
             std::move(line), span, part});
    }

    void add_text(const ScopedText& text) {
        for (const auto& match : placeholders_in_text(text.text.text(), wanted()))
            add(match, name(text.scope), text.text.source(match.span), text.part,
                line_beside(text.text.text(), match.span));
    }

    /// Code that HTML parsers take for a comment and no reader sees: <?php … ?>.
    void add_code(const ScopedText& html) {
        const std::string& text = html.text.text();
        Closings closings(text);
        for (std::size_t at = text.find("<?"); at != std::string::npos && !placeholders_.limit;
             at = text.find("<?", at + 2)) {
            if (const auto match = placeholder_at(text, at, closings))
                add(*match, name(Scope::html), html.text.source(match->span), html.part);
        }
    }

    void add_addresses(const Document& document, const std::string& part) {
        for (const Link& link : document.links) add_address(link.href, "href", link.href_source, part);
        for (const Image& image : document.images)
            if (!image.source.starts_with("data:")) add_address(image.source, "src", image.source_span, part);
    }

    void add_address(const std::string& address, std::string_view in, Span span, const std::string& part) {
        for (const auto& match : placeholders_in_address(address, wanted())) add(match, in, span, part);
    }

    /// Blocks are paired over the whole source, since they may begin in an attribute or a comment.
    void add_unpaired(const Body& body) {
        for (const Span block : unpaired_blocks(body.source.text())) {
            const Span span = body.source.source(block);
            if (const auto known = places_.find(span); known != places_.end()) {
                found()[known->second].paired = false;
                continue;
            }
            std::string text = body.source.text().substr(block.begin, block.size());
            const std::string_view engine = text[1] == '%' ? "liquid-tag" : "mustache";
            add({engine,
                 std::move(text),
                 true,
                 false,
                 false,
                 std::string(name(Scope::html)),
                 {},
                 span,
                 content_.message.parts[static_cast<std::size_t>(body.part)].id});
        }
    }

    const Content& content_;
    Limited<Placeholder> placeholders_;
    std::map<Span, std::size_t> places_;  // the first found at each place
};

}  // namespace

Limited<Placeholder> read_placeholders(const Content& content) {
    return Collector(content).collect();
}

}  // namespace spamlint
