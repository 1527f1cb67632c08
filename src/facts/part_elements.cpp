#include <algorithm>

#include "facts/code_points.h"
#include "facts/element_table.h"
#include "span/ascii.h"

namespace spamlint {
namespace {

constexpr double mostly = 0.9;  // of the bytes: below, quoted-printable would be longer to read and to send

struct Row {
    const Part& part;
    const Part* parent;
    const Body* body;
    std::string_view raw;  // the body as it stands in the file
    std::size_t bytes;
};

std::string_view disposition_name(Disposition disposition) {
    if (disposition == Disposition::none) return "";
    return disposition == Disposition::inline_ ? "inline" : "attachment";
}

bool needless_base64(const Row& row) {
    if (!row.body || row.part.encoding != TransferEncoding::base64) return false;
    const std::string& text = row.body->source.text();
    const auto ascii = std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return !text.empty() && static_cast<double>(ascii) >= mostly * static_cast<double>(text.size());
}

const std::vector<Field<Row>>& fields() {
    static const std::vector<Field<Row>> table = {
        {{"type", text_value, "", "Media type, the default of RFC 2045 5.2 where none is declared."},
         [](const Row& r) { return value(r.part.type); }},
        {{"declared_type", text_value, "", "Media type as declared; empty where none is."},
         [](const Row& r) { return value(r.part.declared_type); }},
        {{"charset", text_value, "", "Charset as declared, lower case."},
         [](const Row& r) { return value(r.part.charset); }},
        {{"encoding", text_value, "", "Content-Transfer-Encoding; empty where none is declared."},
         [](const Row& r) { return value(name(r.part.encoding)); }},
        {{"disposition", text_value, "", "inline, attachment or empty."},
         [](const Row& r) { return value(disposition_name(r.part.disposition)); }},
        {{"bytes", number, "bytes",
          "Size: of a body its decoded text, of an attachment its decoded bytes, else as it stands."},
         [](const Row& r) { return value(r.bytes); }},
        {{"characters", number, "code points", "Visible characters of a body, white space left out."},
         [](const Row& r) { return value(r.body ? r.body->counts.characters : 0); }},
        {{"depth", number, "levels", "How deep it is nested; 0 is the message itself."},
         [](const Row& r) { return value(r.part.depth); }},
        {{"parent_type", text_value, "", "Media type of the part around it; empty for the message itself."},
         [](const Row& r) { return value(r.parent ? r.parent->type : std::string()); }},
        {{"children", number, "parts", "Parts directly inside it."},
         [](const Row& r) { return value(r.part.children.size()); }},
        {{"attachment", truth, "", "It is offered as a file."},
         [](const Row& r) { return value(r.part.is_attachment()); }},
        {{"body", truth, "", "A reader sees it as text of the message."},
         [](const Row& r) { return value(r.body != nullptr); }},
        {{"needless_base64", truth, "", "A body of mostly ASCII text in base64."},
         [](const Row& r) { return value(needless_base64(r)); }},
        {{"has_8bit", truth, "", "A leaf whose bytes in the file go beyond ASCII."},
         [](const Row& r) { return value(r.part.children.empty() && !ascii::is_ascii(r.raw)); }},
        {{"empty", truth, "", "A body without visible text."},
         [](const Row& r) { return value(r.body && r.body->counts.characters == 0); }},
    };
    return table;
}

const Body* body_of(const Content& content, std::size_t part) {
    // In document order, so that 4,000 parts do not cost 4,000 searches of 4,000.
    const auto found = std::ranges::lower_bound(content.bodies, static_cast<int>(part), {}, &Body::part);
    return found == content.bodies.end() || found->part != static_cast<int>(part) ? nullptr : &*found;
}

const Attachment* attachment_of(const Survey& survey, std::size_t part) {
    if (!survey.content.message.parts[part].is_attachment()) return nullptr;
    const auto& attachments = survey.attachments();
    const auto found = std::ranges::lower_bound(attachments, static_cast<int>(part), {}, &Attachment::part);
    return found == attachments.end() ? nullptr : &*found;
}

std::vector<Element> collect(const Survey& survey) {
    const Content& content = survey.content;
    const auto& parts = content.message.parts;
    std::vector<Element> elements;
    for (std::size_t i = 0; i < parts.size() && i < max_elements; ++i) {
        const Part& part = parts[i];
        const Body* body = body_of(content, i);
        const Attachment* attachment = attachment_of(survey, i);
        const std::size_t bytes = body ? body->source.size() : attachment ? attachment->bytes : part.body.size();
        const Part* parent = part.parent >= 0 ? &parts[static_cast<std::size_t>(part.parent)] : nullptr;
        const Row row{part, parent, body, content.file.substr(part.body.begin, part.body.size()), bytes};
        elements.push_back(element_of(fields(), row, part_place(part), part.id));
    }
    return elements;
}

}  // namespace

ElementSort part_sort() {
    return {"part", "A MIME entity, multiparts included.", "type", declarations(fields()), collect};
}

}  // namespace spamlint
