#include <algorithm>

#include "facts/measure.h"

namespace spamlint {
namespace {

std::string_view kind_name(MessageKind kind) {
    if (kind == MessageKind::message) return "message";
    return kind == MessageKind::html_template ? "html-template" : "text-template";
}

Fact depth(const Survey& survey) {
    int deepest = 0;
    for (const Part& part : survey.content.message.parts) deepest = std::max(deepest, part.depth);
    return fact_of(deepest);
}

Fact reply(const Survey& survey) {
    auto causes = field_cause(survey.content, "in-reply-to");
    if (causes.empty()) causes = field_cause(survey.content, "references");
    return fact_of(!causes.empty(), causes);
}

Fact designed(const Survey& survey) {
    const auto& bodies = survey.content.bodies;
    const bool found =
        std::ranges::any_of(bodies, [](const Body& body) { return body.document && body.document->designed; });
    return fact_of(found, found ? html_cause(survey.content) : std::vector<Span>());
}

// Enough to tell; a mail that changes its language later is still one of the first.
constexpr std::size_t language_sample = 8000;  // bytes

Fact language(const Survey& survey) {
    std::string text = survey.content.subject.text();
    if (const Body* shown = survey.content.shown_body())
        text += "\n" + shown->visible.text().substr(0, language_sample);
    return fact_of(guess_language(text));
}

/// What stands between the header of the outermost multipart and its first delimiter line (RFC 2046 5.1.1), white space
/// around it left out.
Span preamble(const Content& content) {
    const std::vector<Part>& parts = content.message.parts;
    if (parts.empty() || parts.front().children.empty() || !parts.front().is_multipart()) return {};
    const Part& first = parts[static_cast<std::size_t>(parts.front().children.front())];
    const std::size_t begin = parts.front().body.begin;
    constexpr std::string_view line_ends = "\r\n", white = " \t\r\n";
    std::string_view text = content.file.substr(begin, std::max(first.span.begin, begin) - begin);
    text = text.substr(0, text.find_last_not_of(white) + 1);  // ends with the delimiter line
    const std::size_t line = text.find_last_of(line_ends);
    text = text.substr(0, line == text.npos ? 0 : line);
    text = text.substr(0, text.find_last_not_of(white) + 1);
    const std::size_t blank = std::min(text.find_first_not_of(white), text.size());
    return {begin + blank, begin + text.size()};
}

Fact preamble_words(const Survey& survey) {
    const Span span = preamble(survey.content);
    if (span.empty()) return fact_of(0);
    return fact_of(count(survey.content.file.substr(span.begin, span.size())).words, {span});
}

}  // namespace

std::vector<FactSource> message_facts() {
    return {
        {{"message.kind", text_value, "", "What the file is: message, html-template or text-template."},
         [](const Survey& s) { return fact_of(kind_name(s.content.message.kind)); }},
        {{"message.template", truth, "", "The file is a template without a message header."},
         [](const Survey& s) { return fact_of(s.content.is_template()); }},
        {{"message.bytes", number, "bytes", "Size of the whole message as it stands in the file."},
         [](const Survey& s) { return fact_of(s.content.message.span.size()); }},
        {{"message.parts", number, "parts", "MIME entities of the message, multiparts and the root included."},
         [](const Survey& s) { return fact_of(s.content.message.parts.size()); }},
        {{"message.depth", number, "levels", "How deep MIME entities are nested; 0 for a message of one part."}, depth},
        {{"message.has_html", truth, "", "The message has an HTML body."},
         [](const Survey& s) { return fact_of(s.content.html_body() != nullptr, html_cause(s.content)); }},
        {{"message.has_text", truth, "", "The message has a plain-text body."},
         [](const Survey& s) { return fact_of(s.content.text_body() != nullptr); }},
        {{"message.reply", truth, "", "The header says that the message answers another (In-Reply-To or References)."},
         reply},
        {{"message.designed", truth, "",
          "An HTML body has a table, image, background, rounded corner or <center>: it was laid out, not typed."},
         designed},
        {{"message.preamble", text_value, "",
          "What stands before the first part of a multipart, as written; no mail program shows it. Empty without one."},
         [](const Survey& s) {
             const Span span = preamble(s.content);
             return fact_of(s.content.file.substr(span.begin, span.size()));
         }},
        {{"message.preamble_words", number, "words", "Words of that; two Han or Kana characters count as one."},
         preamble_words},
        {{"message.language", text_value, "",
          "Main language of subject and shown body (en, zh, ja …); empty when unsure."},
         language},
    };
}

}  // namespace spamlint
