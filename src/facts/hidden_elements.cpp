#include "facts/element_table.h"
#include "facts/shares.h"

namespace spamlint {
namespace {

struct Row {
    std::string text;
    std::string_view reason;
    TextCounts counts;
    double related;
};

const std::vector<Field<Row>>& fields() {
    static const std::vector<Field<Row>> table = {
        {{"text", text_value, "", "The text that no reader sees."}, [](const Row& r) { return value(r.text); }},
        {{"reason", text_value, "", "What hides it: display-none, font-size, colour and so on."},
         [](const Row& r) { return value(r.reason); }},
        {{"characters", number, "code points", "Its letters and digits."},
         [](const Row& r) { return value(r.counts.letters + r.counts.digits); }},
        {{"words", number, "words", "Number of its words."}, [](const Row& r) { return value(r.counts.words); }},
        {{"related", number, "ratio 0–1", "Share of its content words that the visible text has; 1 when it has none."},
         [](const Row& r) { return value(r.related); }},
    };
    return table;
}

void add_run(std::vector<Element>& elements, const Body& body, const std::vector<std::string>& shown, Span text,
             Hiding hiding, const std::string& part) {
    Row row{body.document->text.text().substr(text.begin, text.size()), name(hiding), {}, 1};
    row.counts = count(row.text);
    if (row.counts.characters == 0) return;
    row.related = share_found(content_words(row.text), shown, 1);
    elements.push_back(element_of(fields(), row, body.document->text.source(text), part));
}

std::vector<Element> collect(const Survey& survey) {
    std::vector<Element> elements;
    for (const Body& body : survey.content.bodies) {
        if (!body.document) continue;
        const std::string& part = survey.content.message.parts[static_cast<std::size_t>(body.part)].id;
        const auto& runs = body.document->runs;
        std::vector<std::string> shown;
        for (std::size_t i = 0; i < runs.size() && elements.size() < max_elements;) {
            const TextRun& first = runs[i];
            std::size_t next = i + 1;
            while (next < runs.size() && runs[next].hiding == first.hiding && runs[next].preheader == first.preheader)
                ++next;
            if (first.hiding != Hiding::none && !first.preheader) {
                if (shown.empty()) shown = content_words(body.visible.text());
                add_run(elements, body, shown, {first.text.begin, runs[next - 1].text.end}, first.hiding, part);
            }
            i = next;
        }
    }
    return elements;
}

}  // namespace

ElementSort hidden_sort() {
    return {"hidden", "A stretch of HTML text that no reader sees, the preheader left out.", "text",
            declarations(fields()), collect};
}

}  // namespace spamlint
