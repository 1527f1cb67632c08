#include <algorithm>

#include "facts/measure.h"
#include "html/colour.h"

namespace spamlint {
namespace {

constexpr double tiny_px = 7;          // smaller type cannot be read on any screen
constexpr double huge_px = 36;         // larger than headings of newsletters (24 to 36)
constexpr double most_contrast = 21;   // black on white (WCAG 2.1)
constexpr std::size_t a_passage = 100;  // letters and digits: two sentences, more than a copyright line

template <typename Measure>
double sum(const Survey& survey, Measure measure) {
    double total = 0;
    for (const Body& body : survey.content.bodies)
        if (body.document) total += static_cast<double>(measure(*body.document));
    return total;
}

template <typename Test>
Fact any(const Survey& survey, Test test) {
    return fact_of(sum(survey, [&](const Document& d) { return test(d) ? 1 : 0; }) > 0, html_cause(survey.content));
}

/// Holds for every HTML body, so that it is true without HTML.
template <typename Test>
Fact every(const Survey& survey, Test test) {
    return fact_of(sum(survey, [&](const Document& d) { return test(d) ? 0 : 1; }) == 0, html_cause(survey.content));
}

std::size_t letters_and_digits(std::string_view text) {
    const TextCounts counts = count(text);
    return counts.letters + counts.digits;
}

/// Letters and digits of the runs that satisfy a test, and where they stand.
template <typename Test>
Fact runs(const Survey& survey, Test test) {
    std::size_t characters = 0;
    std::vector<Span> causes;
    for (const Body& body : survey.content.bodies) {
        if (!body.document) continue;
        for (const TextRun& run : body.document->runs) {
            if (!test(run)) continue;
            const std::size_t inside = letters_and_digits(
                std::string_view(body.document->text.text()).substr(run.text.begin, run.text.size()));
            characters += inside;
            if (inside > 0 && causes.size() < max_causes) causes.push_back(body.document->text.source(run.text));
        }
    }
    return fact_of(characters, causes);
}

struct Passage {
    double contrast;
    const TextRun* run;
    const Document* document;
};

/// Visible runs whose colours are known, the palest first.
std::vector<Passage> by_contrast(const Survey& survey) {
    std::vector<Passage> passages;
    for (const Body& body : survey.content.bodies)
        if (body.document)
            for (const TextRun& run : body.document->runs)
                if (run.hiding == Hiding::none && run.colours_known)
                    passages.push_back({contrast(run.colour, run.background), &run, &*body.document});
    std::ranges::stable_sort(passages, {}, &Passage::contrast);
    return passages;
}

/// The contrast that a passage's worth of letters does not exceed.
Fact palest(const Survey& survey) {
    std::size_t characters = 0;
    std::vector<Span> causes;
    for (const Passage& passage : by_contrast(survey)) {
        const MappedText& text = passage.document->text;
        const Span span = passage.run->text;
        const std::size_t inside = letters_and_digits(std::string_view(text.text()).substr(span.begin, span.size()));
        characters += inside;
        if (inside > 0) causes.push_back(text.source(span));
        if (characters >= a_passage) return fact_of(passage.contrast, causes);
    }
    return fact_of(most_contrast);
}

Fact text_ratio(const Survey& survey) {
    double shown = 0, html = 0;
    for (const Body& body : survey.content.bodies) {
        if (!body.document) continue;
        shown += static_cast<double>(body.visible.size());
        html += static_cast<double>(body.document->bytes);
    }
    return fact_of(html > 0 ? shown / html : 1, html_cause(survey.content));
}

std::vector<Span> after_end_causes(const Survey& survey) {
    std::vector<Span> causes;
    for (const Body& body : survey.content.bodies)
        if (body.document)
            for (const Span stretch : body.document->after_end) causes.push_back(body.document->text.source(stretch));
    return causes;
}

std::vector<Span> hidden_causes(const Survey& survey) {
    return runs(survey, [](const TextRun& run) { return run.hiding != Hiding::none && !run.preheader; }).causes;
}

Fact hidden_ratio(const Survey& survey) {
    double shown = 0;
    for (const Body& body : survey.content.bodies)
        if (body.document) shown += static_cast<double>(body.counts.letters + body.counts.digits);
    const double hidden = static_cast<double>(survey.hidden().characters);
    return fact_of(ratio(hidden, hidden + shown), hidden_causes(survey));
}

/// A forwarded message is shown by itself, if at all: its HTML counts only where it is all there is.
Fact largest_html(const Survey& survey) {
    const Body* shown = survey.content.html_body();
    Fact fact = fact_of(0, html_cause(survey.content));
    for (const Body& body : survey.content.bodies) {
        if (!body.document || body.nested != shown->nested) continue;
        fact.value = std::max(std::get<double>(fact.value), static_cast<double>(body.source.size()));
        fact.texts.push_back(&body.source);
    }
    return fact;
}

Fact comment_bytes(const Survey& survey) {
    std::vector<Span> causes;
    double bytes = 0;
    for (const Body& body : survey.content.bodies) {
        if (!body.document) continue;
        for (const Span comment : body.document->comments) bytes += static_cast<double>(comment.size());
        causes.insert(causes.end(), body.document->comments.begin(),
                      body.document->comments.begin() +
                          static_cast<std::ptrdiff_t>(std::min(max_causes, body.document->comments.size())));
    }
    return fact_of(bytes, causes);
}

Fact largest_comment(const Survey& survey) {
    Span largest;
    for (const Body& body : survey.content.bodies)
        if (body.document && body.document->largest_comment.size() > largest.size())
            largest = body.document->largest_comment;
    return fact_of(largest.size(), largest.empty() ? std::vector<Span>() : std::vector<Span>{largest});
}

std::vector<Span> preheader_causes(const Survey& survey) {
    std::vector<Span> causes;
    for (const ScopedText& text : survey.content.texts)
        if (text.scope == Scope::preheader) causes.push_back(text.text.source());
    return causes;
}

Fact preheader_characters(const Survey& survey) {
    return fact_of(survey.preheader().characters, preheader_causes(survey));
}

/// Spans of the active content of some kinds, all kinds when `wanted` is empty.
Fact active(const Survey& survey) {
    double total = 0;
    std::vector<Span> causes;
    for (const Body& body : survey.content.bodies) {
        if (!body.document) continue;
        for (const ActiveContent& active : body.document->active) {
            ++total;
            if (causes.size() < max_causes) causes.push_back(active.span);
        }
    }
    return fact_of(total, causes);
}

Fact external_css(const Survey& survey) {
    std::vector<Span> causes;
    for (const Body& body : survey.content.bodies) {
        if (!body.document) continue;
        for (const ActiveContent& active : body.document->active)
            if (active.kind == ActiveKind::external_css || active.kind == ActiveKind::import_css)
                causes.push_back(active.span);
    }
    return fact_of(!causes.empty(), causes);
}

Fact background_images(const Survey& survey) {
    std::vector<Span> causes;
    for (const Body& body : survey.content.bodies)
        if (body.document)
            causes.insert(causes.end(), body.document->background_images.begin(),
                          body.document->background_images.end());
    return fact_of(causes.size(), causes);
}

void add_hidden_facts(std::vector<FactSource>& facts) {
    const FactSource more[] = {
        {{"html.hidden_characters", number, "code points",
          "Letters and digits that no reader sees, the preheader left out."},
         [](const Survey& s) { return fact_of(s.hidden().characters, hidden_causes(s)); }},
        {{"html.hidden_ratio", number, "ratio 0–1", "Hidden letters and digits against hidden and visible ones."},
         hidden_ratio},
        {{"html.hidden_words", number, "words", "Words that no reader sees, the preheader left out."},
         [](const Survey& s) { return fact_of(s.hidden().words, hidden_causes(s)); }},
        {{"html.hidden_unrelated", number, "ratio 0–1",
          "Share of the hidden content words that the visible text does not have; 0 without hidden text."},
         [](const Survey& s) { return fact_of(s.hidden().unrelated, hidden_causes(s)); }},
        {{"html.after_end_words", number, "words", "Visible words behind </html>."},
         [](const Survey& s) { return fact_of(s.after_end().words, after_end_causes(s)); }},
        {{"html.after_end_unrelated", number, "ratio 0–1",
          "Share of the content words behind </html> that the visible text before lacks; 0 without any."},
         [](const Survey& s) { return fact_of(s.after_end().unrelated, after_end_causes(s)); }},
        {{"html.preheader_characters", number, "code points", "Letters and digits of the hidden preheader."},
         preheader_characters},
        {{"html.preheader_words", number, "words", "Words of the hidden preheader."},
         [](const Survey& s) { return fact_of(s.preheader().words, preheader_causes(s)); }},
        {{"html.preheader_unrelated", number, "ratio 0–1",
          "Share of the hidden preheader's content words that neither the visible text nor the subject has; 0 without "
          "any."},
         [](const Survey& s) { return fact_of(s.preheader().unrelated, preheader_causes(s)); }},
        {{"html.tiny_characters", number, "code points", "Visible letters and digits in type under 7 px."},
         [](const Survey& s) {
             return runs(s, [](const TextRun& r) { return r.hiding == Hiding::none && r.font_px < tiny_px; });
         }},
        {{"html.huge_characters", number, "code points", "Visible letters and digits in type over 36 px."},
         [](const Survey& s) {
             return runs(s, [](const TextRun& r) { return r.hiding == Hiding::none && r.font_px > huge_px; });
         }},
        {{"html.palest_contrast", number, "ratio 1–21",
          "WCAG contrast that the palest 100 visible letters and digits do not exceed; 21 with fewer."},
         palest},
    };
    facts.insert(facts.end(), std::begin(more), std::end(more));
}

void add_form_facts(std::vector<FactSource>& facts) {
    const FactSource more[] = {
        {{"html.title_present", truth, "", "Every HTML body has a title with text; true without HTML."},
         [](const Survey& s) { return every(s, [](const Document& d) { return !d.title.empty(); }); }},
        {{"html.lang_present", truth, "", "Every HTML body names its language; true without HTML."},
         [](const Survey& s) { return every(s, [](const Document& d) { return !d.lang.empty(); }); }},
        {{"html.has_html_tag", truth, "", "Every HTML body has an <html> tag; true without HTML."},
         [](const Survey& s) { return every(s, [](const Document& d) { return d.has_html_tag; }); }},
        {{"html.has_doctype", truth, "", "Every HTML body has a document type; true without HTML."},
         [](const Survey& s) { return every(s, [](const Document& d) { return d.has_doctype; }); }},
        {{"html.stray_tags", number, "tags", "Unknown elements, end tags without start, elements never closed."},
         [](const Survey& s) {
             return fact_of(sum(s, [](const Document& d) { return d.stray_tags; }), html_cause(s.content));
         }},
        {{"html.unclosed_tables", number, "elements", "Tables that are never closed."},
         [](const Survey& s) {
             return fact_of(sum(s, [](const Document& d) { return d.unclosed_tables; }), html_cause(s.content));
         }},
        {{"html.active", number, "elements", "Scripts, forms, frames, objects, event handlers and the like."}, active},
        {{"html.external_css", truth, "", "Styles are loaded from elsewhere (<link> or @import)."}, external_css},
        {{"html.mso_conditional", truth, "", "There are conditional comments for Outlook."},
         [](const Survey& s) { return any(s, [](const Document& d) { return d.has_mso_conditional; }); }},
        {{"html.media_query", truth, "", "There is a media query for small screens."},
         [](const Survey& s) { return any(s, [](const Document& d) { return d.has_media_query; }); }},
        {{"html.background_images", number, "images", "Background images of styles and attributes."},
         background_images},
    };
    facts.insert(facts.end(), std::begin(more), std::end(more));
}

}  // namespace

std::vector<FactSource> html_facts() {
    std::vector<FactSource> facts = {
        {{"html.bytes", number, "bytes", "Size of the HTML bodies, decoded."},
         [](const Survey& s) {
             return fact_of(sum(s, [](const Document& d) { return d.bytes; }), html_cause(s.content));
         }},
        {{"html.largest_bytes", number, "bytes",
          "Size of the largest HTML body, decoded; those of forwarded messages left out where there is another."},
         largest_html},
        {{"html.tags", number, "tags", "Tags of the HTML bodies."},
         [](const Survey& s) {
             return fact_of(sum(s, [](const Document& d) { return d.tags; }), html_cause(s.content));
         }},
        {{"html.text_ratio", number, "ratio 0–1", "Bytes of visible text against bytes of HTML; 1 without HTML."},
         text_ratio},
        {{"html.comment_bytes", number, "bytes", "Size of all comments, conditional ones left out."}, comment_bytes},
        {{"html.largest_comment", number, "bytes", "Size of the largest comment."}, largest_comment},
    };
    add_hidden_facts(facts);
    add_form_facts(facts);
    return facts;
}

}  // namespace spamlint
