#include "rules/quoted.h"

#include "facts/code_points.h"
#include "span/utf8.h"

namespace spamlint {
namespace {

constexpr std::size_t kMostQuoted = 200;  // bytes: people read a line

std::string shortened(std::string_view text) {
    return valid_utf8(std::string(utf8::beginning(text, kMostQuoted)));
}

/// The text, of a field's value or a body, that the place was decoded to.
const MappedText* decoded_around(const Content& content, Span place) {
    const auto holds = [&](const MappedText& text) { return !text.empty() && text.source().contains(place); };
    if (!content.is_template())
        for (const MappedText& value : content.header_values)
            if (holds(value)) return &value;
    for (const Body& body : content.bodies)
        if (holds(body.source)) return &body.source;
    return nullptr;
}

}  // namespace

std::string quoted(const Content& content, Span place) {
    const MappedText* text = decoded_around(content, place);
    if (!text) return shortened(content.file.substr(place.begin, place.size()));
    const Span derived = text->derived(place);
    return shortened(std::string_view(text->text()).substr(derived.begin, derived.size()));
}

}  // namespace spamlint
