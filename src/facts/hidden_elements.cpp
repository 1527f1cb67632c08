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
        {{"reason", text_value, "",
          "What hides it: display-none, font-size, colour and so on; outlook where only Outlook shows it."},
         [](const Row& r) { return value(r.reason); }},
        {{"characters", number, "code points", "Its letters and digits."},
         [](const Row& r) { return value(r.counts.letters + r.counts.digits); }},
        {{"words", number, "words", "Number of its words."}, [](const Row& r) { return value(r.counts.words); }},
        {{"related", number, "ratio 0–1", "Share of its content words that the visible text has; 1 when it has none."},
         [](const Row& r) { return value(r.related); }},
    };
    return table;
}

/// The hidden texts of one body, and what compares them with what is seen of it.
class Collector {
public:
    Collector(const Content& content, const Body& body, std::vector<Element>& elements)
        : content_(content),
          body_(body),
          part_(content.message.parts[static_cast<std::size_t>(body.part)].id),
          elements_(elements) {}

    void add(const MappedText& of, Span text, std::string_view reason) {
        Row row{of.text().substr(text.begin, text.size()), reason, count(of.text().substr(text.begin, text.size())), 1};
        if (row.counts.characters == 0 || elements_.size() == max_elements) return;
        if (seen_.empty()) seen_ = content_words_of_folded(content_.folded(body_));
        row.related = share_found(content_words(row.text), seen_, 1);
        elements_.push_back(element_of(fields(), row, of.source(text), part_));
    }

private:
    const Content& content_;
    const Body& body_;
    const std::string& part_;
    std::vector<Element>& elements_;
    std::vector<std::string> seen_;
};

std::vector<Element> collect(const Survey& survey) {
    std::vector<Element> elements;
    for (const Body& body : survey.content.bodies) {
        if (!body.document) continue;
        Collector collector(survey.content, body, elements);
        const auto& runs = body.document->runs;
        for (std::size_t i = 0; i < runs.size();) {
            const TextRun& first = runs[i];
            std::size_t next = i + 1;
            while (next < runs.size() && runs[next].hiding == first.hiding && runs[next].preheader == first.preheader)
                ++next;
            if (first.hiding != Hiding::none && !first.preheader)
                collector.add(body.document->text, {first.text.begin, runs[next - 1].text.end}, name(first.hiding));
            i = next;
        }
        const MappedText& outlook = body.document->outlook;
        collector.add(outlook, {0, outlook.size()}, "outlook");
    }
    return elements;
}

}  // namespace

ElementSort hidden_sort() {
    return {"hidden", "A stretch of HTML text that no reader sees, or Outlook's alone, the preheader left out.", "text",
            declarations(fields()), collect};
}

}  // namespace spamlint
