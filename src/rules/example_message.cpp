#include <algorithm>

#include "rules/example_parts.h"
#include "rules/examples.h"
#include "span/ascii.h"

namespace spamlint {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kText =
    "Dear Bert,\n\nthe minutes of our meeting on Tuesday are ready. We agreed to open the\n"
    "reading room on Saturdays and to meet again in two weeks.\n\nBest wishes,\nAnna Berg\n";
constexpr std::string_view kHtmlText =
    "<p>Dear Bert,</p>\n<p>the minutes of our meeting on Tuesday are ready. We agreed to "
    "open the reading room on Saturdays and to meet again in two weeks.</p>\n"
    "<p>Best wishes,<br>Anna Berg</p>\n";
constexpr std::string_view kAddress = "anna@oakfield-library.org";

/// What the example says for a key, or nullptr.
const std::string* find(const Fields& fields, std::string_view key) {
    for (const auto& [name, value] : fields)
        if (name == key) return &value;
    return nullptr;
}

std::string value_or(const Fields& fields, std::string_view key, std::string_view otherwise) {
    const std::string* value = find(fields, key);
    return value ? *value : std::string(otherwise);
}

/// A default header with the example's fields in it, as (name, value).
Fields header_fields(const Fields& example) {
    Fields header = {
        {"From", encode_mailbox(value_or(example, "from", "Anna Berg <anna@oakfield-library.org>"))},
        {"To", encode_mailbox(value_or(example, "to", "Bert Klein <bert@millbrook-school.org>"))},
        {"Subject", encode_header(value_or(example, "subject", "Minutes of Tuesday"))},
        {"Date", "Tue, 24 Nov 2026 09:30:00 +0000"},
        {"Message-ID", "<20261124093000.7f31@oakfield-library.org>"},
        {"MIME-Version", "1.0"},
    };
    if (const std::string* name = find(example, "from-name"))
        header[0].second = encode_mailbox("\"" + *name + "\" <" + std::string(kAddress) + ">");
    if (const std::string* reply_to = find(example, "reply-to"))
        header.emplace_back("Reply-To", encode_mailbox(*reply_to));
    if (const std::string* name = find(example, "reply-to-name"))
        header.emplace_back("Reply-To", encode_mailbox("\"" + *name + "\" <" + std::string(kAddress) + ">"));
    return header;
}

/// `header:` replaces the default field of a name, and adds further values of it; `omit:` takes fields away.
void apply_header_keys(const Fields& example, Fields& header) {
    std::vector<std::string> replaced;
    for (const auto& [key, value] : example) {
        const std::size_t colon = value.find(':');
        if (key == "omit")
            std::erase_if(header, [&, &name = value](const auto& field) {
                return ascii::equal_ignoring_case(field.first, name);
            });
        if (key != "header" || colon == std::string::npos) continue;
        const std::string name = value.substr(0, colon);
        const bool again = std::any_of(replaced.begin(), replaced.end(), [&](const std::string& other) {
            return ascii::equal_ignoring_case(other, name);
        });
        if (!again)
            std::erase_if(header, [&](const auto& field) { return ascii::equal_ignoring_case(field.first, name); });
        replaced.push_back(name);
        const std::size_t begin = std::min(value.size(), value.find_first_not_of(' ', colon + 1));
        header.emplace_back(name, encode_mailbox(value.substr(begin)));
    }
}

bool has_any(const Fields& example, std::initializer_list<std::string_view> keys) {
    return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return find(example, key) != nullptr; });
}

/// An HTML body around the texts of scopes that only HTML has.
std::string html_of_scopes(const Fields& example) {
    std::string html = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" +
                       escape_html(value_or(example, "title", "Minutes")) + "</title></head><body>\n";
    if (const std::string* text = find(example, "preheader"))
        html += "<div style=\"display:none;max-height:0;overflow:hidden\">" + escape_html(*text) + "</div>\n";
    html += kHtmlText;
    if (const std::string* text = find(example, "link-text"))
        html += "<p><a href=\"https://oakfield-library.org/minutes\">" + escape_html(*text) + "</a></p>\n";
    if (const std::string* text = find(example, "image-alt"))
        html += "<p><img src=\"https://oakfield-library.org/room.png\" width=\"300\" height=\"200\" alt=\"" +
                escape_html(*text) + "\"></p>\n";
    if (const std::string* text = find(example, "hidden"))
        html += "<p>We look forward to it.</p>\n<p style=\"display:none\">" + escape_html(*text) +
                "</p>\n<p>Until then.</p>\n";
    if (const std::string* text = find(example, "outlook"))
        html += "<!--[if mso]><p>" + escape_html(*text) + "</p><![endif]-->\n";
    return html + "</body></html>\n";
}

/// The body's entity, one part or multipart/alternative: header fields, a blank line and the content.
std::string body_entity(const Fields& example) {
    const bool scoped = has_any(example, {"preheader", "link-text", "image-alt", "hidden", "outlook", "title"});
    const std::string* html = find(example, "html");
    const std::string* text = find(example, "text");
    if (!html && !scoped) return text_entity("plain", text ? *text : std::string(kText));
    const std::string html_part = text_entity("html", html ? *html : html_of_scopes(example));
    if (!text) return html_part;
    return multipart_entity("alternative", "=_alternative", {text_entity("plain", *text), html_part});
}

std::vector<std::string> attachment_entities(const Fields& example) {
    std::vector<std::string> entities;
    for (std::size_t i = 0; i < example.size(); ++i) {
        if (example[i].first != "attachment" && example[i].first != "attachment-name") continue;
        AttachmentParts parts{example[i].second, {}, "An attachment of an example.\n", {}};
        for (std::size_t j = i + 1; j < example.size() && example[j].first.starts_with("attachment."); ++j) {
            if (example[j].first == "attachment.type") parts.type = example[j].second;
            if (example[j].first == "attachment.content") parts.content = example[j].second;
            if (example[j].first == "attachment.base64") parts.base64 = example[j].second;
        }
        entities.push_back(attachment_entity(parts));
    }
    return entities;
}

}  // namespace

ExampleMessage build_message(const Example& example) {
    ExampleMessage built;
    Fields texts;
    for (const ExampleText& text : example.texts) texts.emplace_back(text.key, text.value());
    if (const std::string* profile = find(texts, "profile")) built.profile = *profile;
    if (const std::string* message = find(texts, "message")) {
        built.file = *message;
        return built;
    }
    if (const std::string* html = find(texts, "template")) {
        built.file = *html;
        built.is_template = true;
        return built;
    }
    Fields header = header_fields(texts);
    apply_header_keys(texts, header);
    for (const auto& [name, value] : header) built.file += name + ": " + value + "\n";
    std::vector<std::string> parts = attachment_entities(texts);
    const std::string body = body_entity(texts);
    if (parts.empty()) {
        built.file += body;
        return built;
    }
    parts.insert(parts.begin(), body);
    built.file += multipart_entity("mixed", "=_mixed", parts);
    return built;
}

}  // namespace spamlint
