#include <algorithm>

#include "facts/element_table.h"
#include "facts/entity_words.h"
#include "span/ascii.h"
#include "span/utf8.h"
#include "text/look_alike_signs.h"

namespace spamlint {
namespace {

constexpr std::size_t shown_of_words = 2000;  // bytes

struct Row {
    std::string_view kind;
    std::string_view in;
    std::string text;
};

const std::vector<Field<Row>>& fields() {
    static const std::vector<Field<Row>> table = {
        {{"kind", text_value, "",
          "capital-i (baIance), lettered-number (1-8OO), overlay (strokes laid over letters), override (letters shown "
          "from right to left), byte-order-mark (U+FEFF inside a word), entities (plain letters spelled as numeric "
          "entities)."},
         [](const Row& r) { return value(r.kind); }},
        {{"in", text_value, "", "The scope of its text: subject, from-name or text."},
         [](const Row& r) { return value(r.in); }},
        {{"text", text_value, "", "The words as decoded, the first 2,000 bytes."},
         [](const Row& r) { return value(r.text); }},
    };
    return table;
}

struct Finder {
    std::string_view kind;
    std::vector<Span> (*find)(std::string_view, std::size_t most);
};
constexpr Finder finders[] = {{"capital-i", capital_i_words},
                              {"lettered-number", lettered_numbers},
                              {"overlay", overlaid_words},
                              {"override", overridden_stretches},
                              {"byte-order-mark", marks_in_words}};

void add(const MappedText& text, const std::vector<Span>& found, Row row, const std::string& part,
         std::vector<Element>& elements) {
    for (const Span span : found) {
        if (elements.size() == max_elements) return;
        row.text = utf8::beginning(std::string_view(text.text()).substr(span.begin, span.size()), shown_of_words);
        elements.push_back(element_of(fields(), row, text.source(span), part));
    }
}

bool has_latin_letter(std::string_view text) {
    return std::ranges::any_of(text, ascii::is_alpha);
}

/// What styles and <bdo> turn round, beside the character that does.
std::vector<Span> reversed_runs(const Document& document) {
    std::vector<Span> found;
    for (const TextRun& run : document.runs) {
        if (!run.reversed || run.hiding != Hiding::none) continue;
        if (has_latin_letter(std::string_view(document.text.text()).substr(run.text.begin, run.text.size())))
            found.push_back(run.text);
    }
    return found;
}

void add_of_html(const Content& content, const Body& body, std::vector<Element>& elements) {
    const std::string& part = content.message.parts[static_cast<std::size_t>(body.part)].id;
    add(body.document->text, reversed_runs(*body.document), {"override", name(Scope::text), {}}, part, elements);
    add(body.source, entity_words(body.source.text(), max_elements), {"entities", name(Scope::text), {}}, part,
        elements);
}

/// Of the subject, the senders' names and the shown body: what is written plainly to the eye there is read first.
std::vector<Element> collect(const Survey& survey) {
    std::vector<Element> elements;
    const Content& content = survey.content;
    const Body* shown = content.shown_body();
    for (std::size_t i = 0; i < content.texts.size(); ++i) {
        const ScopedText& text = content.texts[i];
        const bool is_shown = shown && static_cast<int>(i) == shown->text_index;
        if (!is_shown && text.scope != Scope::subject && text.scope != Scope::from_name) continue;
        for (const Finder& finder : finders)
            add(text.text, finder.find(text.text.text(), max_elements), {finder.kind, name(text.scope), {}}, text.part,
                elements);
    }
    if (shown && shown->document) add_of_html(content, *shown, elements);
    return elements;
}

}  // namespace

ElementSort disguise_sort() {
    return {"disguise", "Writing that looks plain and is none, by signs that no pack needs to know.", "text",
            declarations(fields()), collect};
}

}  // namespace spamlint
