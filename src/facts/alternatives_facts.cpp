#include "facts/addresses_in_text.h"
#include "facts/measure.h"

namespace spamlint {
namespace {

constexpr std::size_t shown_of_text = 1000;  // bytes; what stands for the HTML in a stub fits in

std::vector<Span> text_part_cause(const Survey& survey) {
    const Body* text = survey.content.text_body();
    if (!survey.alternatives().both) return {};
    if (text->visible.empty()) return {part_place(survey.content.message.parts[static_cast<std::size_t>(text->part)])};
    const std::string& shown = text->visible.text();
    return {text->visible.source({0, std::min(shown.find('\n'), shown.size())})};
}

template <typename T>
Fact of_text_part(const Survey& survey, T measured) {
    return fact_of(std::move(measured), text_part_cause(survey));
}

Fact longer(const Survey& survey) {
    const Alternatives& alternatives = survey.alternatives();
    return of_text_part(survey, static_cast<double>(alternatives.text_words) /
                                    static_cast<double>(std::max<std::size_t>(1, alternatives.html_words)));
}

Fact text_links_only(const Survey& survey) {
    if (!survey.alternatives().both) return fact_of(false);
    const std::string& text = survey.content.text_body()->visible.text();
    const bool has_url = !urls_in_text(text, 1).empty();
    return of_text_part(survey, has_url && count(without_urls(text)).letters == 0);
}

Fact text_begin(const Survey& survey) {
    if (!survey.alternatives().both) return fact_of("");
    const std::string& text = survey.content.text_body()->visible.text();
    return of_text_part(survey, std::string(trimmed(std::string_view(text).substr(0, shown_of_text))));
}

bool holds_type(const Message& message, int index, std::string_view type) {
    const Part& part = message.parts[static_cast<std::size_t>(index)];
    if (part.type == type) return true;
    if (!part.is_multipart()) return false;
    for (const int child : part.children)
        if (message.parts[static_cast<std::size_t>(child)].type == type) return true;
    return false;
}

/// RFC 2046 5.1.4: the alternatives come in order of richness, the plainest first.
Fact order_wrong(const Survey& survey) {
    const Message& message = survey.content.message;
    for (const Part& part : message.parts) {
        if (part.type != "multipart/alternative") continue;
        const Part* html = nullptr;
        for (const int child : part.children) {
            const Part& alternative = message.parts[static_cast<std::size_t>(child)];
            if (html && alternative.type == "text/plain") return fact_of(true, {part_place(alternative)});
            if (!html && holds_type(message, child, "text/html")) html = &alternative;
        }
    }
    return fact_of(false);
}

}  // namespace

std::vector<FactSource> alternatives_facts() {
    return {
        {{"alternatives.both", truth, "", "The message has a text and an HTML body."},
         [](const Survey& s) { return of_text_part(s, s.alternatives().both); }},
        {{"alternatives.difference", number, "ratio 0–1",
          "Share of the text part's content words that the HTML lacks, its alt texts and preheader counted; URLs left "
          "out."},
         [](const Survey& s) { return of_text_part(s, s.alternatives().difference); }},
        {{"alternatives.missing", number, "ratio 0–1",
          "Share of the HTML's visible content words that the text part lacks."},
         [](const Survey& s) { return of_text_part(s, s.alternatives().missing); }},
        {{"alternatives.text_words", number, "words", "Words of the text part beside HTML, URLs left out."},
         [](const Survey& s) { return of_text_part(s, s.alternatives().text_words); }},
        {{"alternatives.html_words", number, "words", "Visible words of the HTML beside a text part, URLs left out."},
         [](const Survey& s) { return fact_of(s.alternatives().html_words, html_cause(s.content)); }},
        {{"alternatives.longer", number, "ratio", "Words of the text part for each word of the HTML."}, longer},
        {{"alternatives.text", text_value, "", "The text part beside HTML, its first 1,000 bytes."}, text_begin},
        {{"alternatives.text_links_only", truth, "", "The text part beside HTML holds nothing but URLs."},
         text_links_only},
        {{"alternatives.order_wrong", truth, "",
          "In a multipart/alternative the HTML comes before the text (RFC 2046 5.1.4)."},
         order_wrong},
    };
}

}  // namespace spamlint
