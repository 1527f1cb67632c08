// Sorts with few fields: active content, anomalies, placeholders, comments.
#include "facts/element_table.h"
#include "span/utf8.h"
#include "text/fold.h"

namespace spamlint {
namespace {

constexpr std::size_t shown_of_comment = 200;  // bytes

const std::vector<Field<ActiveContent>>& active_fields() {
    static const std::vector<Field<ActiveContent>> table = {
        {{"kind", text_value, "", "script, form, iframe, event-handler, meta-refresh, external-css and so on."},
         [](const ActiveContent& a) { return value(name(a.kind)); }},
        {{"detail", text_value, "", "The attribute's name, the form's action and the like."},
         [](const ActiveContent& a) { return value(a.detail); }},
        {{"type", text_value, "", "The media type that a script names, lower case, without parameters; else empty."},
         [](const ActiveContent& a) { return value(a.type); }},
        {{"code", text_value, "", "The first 100 bytes of an event handler or a javascript: address; else empty."},
         [](const ActiveContent& a) { return value(a.code); }},
    };
    return table;
}

const std::vector<Field<Anomaly>>& anomaly_fields() {
    static const std::vector<Field<Anomaly>> table = {
        {{"kind", text_value, "",
          "What is wrong with the form: bad-base64, unclosed-multipart, limit-parts and so on."},
         [](const Anomaly& a) { return value(name(a.kind)); }},
        {{"detail", text_value, "", "The unknown charset's name, the limit's value and the like."},
         [](const Anomaly& a) { return value(a.detail); }},
    };
    return table;
}

const std::vector<Field<Placeholder>>& placeholder_fields() {
    static const std::vector<Field<Placeholder>> table = {
        {{"engine", text_value, "", "mustache, liquid-tag, erb, php, mailchimp, percent, dollar, bracket and so on."},
         [](const Placeholder& p) { return value(p.engine); }},
        {{"text", text_value, "", "The expression as written."}, [](const Placeholder& p) { return value(p.text); }},
        {{"closed", truth, "", "Its closing delimiter is there."},
         [](const Placeholder& p) { return value(p.closed); }},
        {{"fallback_empty", truth, "", "It names a fallback, and that is empty."},
         [](const Placeholder& p) { return value(p.fallback_empty); }},
        {{"paired", truth, "",
          "No block begins or ends with it whose other half is missing: {% if a %} without {% endif %}."},
         [](const Placeholder& p) { return value(p.paired); }},
        {{"in", text_value, "", "The scope of its text, or href or src."},
         [](const Placeholder& p) { return value(p.in); }},
        {{"line", text_value, "",
          "What stands beside it on its line, 100 bytes on either side and a space in its place; empty in an address."},
         [](const Placeholder& p) { return value(p.line); }},
    };
    return table;
}

struct Comment {
    Span span;
    std::string_view source;
};

const std::vector<Field<Comment>>& comment_fields() {
    static const std::vector<Field<Comment>> table = {
        {{"characters", number, "bytes", "Its size in the file, delimiters included."},
         [](const Comment& c) { return value(c.span.size()); }},
        {{"text", text_value, "", "Its first 200 bytes as they stand in the file."},
         [](const Comment& c) { return value(utf8::beginning(c.source, shown_of_comment)); }},
    };
    return table;
}

template <typename Each>
void for_each_document(const Survey& survey, Each each) {
    for (const Body& body : survey.content.bodies)
        if (body.document) each(*body.document, survey.content.message.parts[static_cast<std::size_t>(body.part)].id);
}

std::vector<Element> collect_active(const Survey& survey) {
    std::vector<Element> elements;
    for_each_document(survey, [&](const Document& document, const std::string& part) {
        for (const ActiveContent& active : document.active)
            if (elements.size() < max_elements)
                elements.push_back(element_of(active_fields(), active, active.span, part));
    });
    return elements;
}

Anomaly limit_of_archive(ArchiveLimit limit) {
    switch (limit) {
        case ArchiveLimit::entries:
            return {AnomalyKind::limit_archive_entries, {}, {}, std::to_string(max_archive_entries)};
        case ArchiveLimit::bytes:
            return {AnomalyKind::limit_archive_bytes, {}, {}, std::to_string(max_unpacked)};
        default:
            return {AnomalyKind::limit_archive_nesting, {}, {}, std::to_string(max_archive_nesting)};
    }
}

/// Files are looked into only when a rule asks, hence these are not among the message's anomalies.
void add_limits_of_files(const Survey& survey, std::vector<Element>& elements) {
    const auto add = [&](const Attachment& file, const Anomaly& limit) {
        const Part& part = survey.content.message.parts[static_cast<std::size_t>(file.part)];
        elements.push_back(element_of(anomaly_fields(), limit, part.header.span, part.id));
    };
    const std::vector<Attachment>& files = survey.attachments();
    for (const Attachment& file : files)
        if (file.archive.limit != ArchiveLimit::none) add(file, limit_of_archive(file.archive.limit));
    if (files.size() > max_inspected)
        add(files[max_inspected], {AnomalyKind::limit_attachments, {}, {}, std::to_string(max_inspected)});
}

/// The text in which the budget of disguises ran out. Those that were folded later are not looked at from their first
/// byte on. Raw HTML is never looked at for disguises.
const ScopedText* first_cut(const std::vector<ScopedText>& texts) {
    const ScopedText* unread = nullptr;
    for (const ScopedText& text : texts) {
        if (text.scope == Scope::html) continue;
        const FoldedText& folded = text.folded();
        if (folded.joined_to() == folded.plain().size()) continue;
        if (folded.joined_to() > 0) return &text;
        if (unread == nullptr) unread = &text;
    }
    return unread;
}

/// Not known before the texts are folded, as rules that look into them have them.
void add_limits_of_texts(const Survey& survey, std::vector<Element>& elements) {
    std::size_t bytes = 0;
    for (const ScopedText& text : survey.content.texts) bytes += text.scope == Scope::html ? 0 : text.text.size();
    if (bytes <= kWithinFoldBudget) return;
    const ScopedText* text = first_cut(survey.content.texts);
    if (text == nullptr) return;
    const std::size_t end = text->folded().joined_to();
    const Span span = text->text.source(text->folded().origin_of_plain({end, end + 1}).span);
    const Anomaly limit{AnomalyKind::limit_disguises, span, text->part, std::to_string(FoldBudget().joins)};
    elements.push_back(element_of(anomaly_fields(), limit, limit.span, limit.part));
}

std::vector<Element> collect_anomalies(const Survey& survey) {
    std::vector<Element> elements;
    for (const Anomaly& anomaly : survey.content.message.anomalies)
        if (elements.size() < max_elements)
            elements.push_back(element_of(anomaly_fields(), anomaly, anomaly.span, anomaly.part));
    for (const auto& limit : {survey.link_limit(), survey.placeholder_limit()})
        if (limit) elements.push_back(element_of(anomaly_fields(), *limit, limit->span, limit->part));
    add_limits_of_files(survey, elements);
    add_limits_of_texts(survey, elements);
    return elements;
}

std::vector<Element> collect_placeholders(const Survey& survey) {
    std::vector<Element> elements;
    for (const Placeholder& placeholder : survey.placeholders())
        elements.push_back(element_of(placeholder_fields(), placeholder, placeholder.span, placeholder.part));
    return elements;
}

std::vector<Element> collect_comments(const Survey& survey) {
    std::vector<Element> elements;
    for_each_document(survey, [&](const Document& document, const std::string& part) {
        for (const Span span : document.comments)
            if (elements.size() < max_elements)
                elements.push_back(element_of(
                    comment_fields(), Comment{span, survey.content.file.substr(span.begin, span.size())}, span, part));
    });
    return elements;
}

}  // namespace

ElementSort active_sort() {
    return {"active", "Something that mail programs remove: scripts, forms, frames and the like.", "kind",
            declarations(active_fields()), collect_active};
}

ElementSort anomaly_sort() {
    return {"anomaly", "Something wrong with the form of the message.", "kind", declarations(anomaly_fields()),
            collect_anomalies};
}

ElementSort placeholder_sort() {
    return {"placeholder", "A template expression in a text or an address.", "text", declarations(placeholder_fields()),
            collect_placeholders};
}

ElementSort comment_sort() {
    return {"comment", "An HTML comment, conditional ones left out.", "text", declarations(comment_fields()),
            collect_comments};
}

}  // namespace spamlint
