#include <algorithm>

#include "facts/code_points.h"
#include "facts/element_table.h"
#include "facts/file_type.h"
#include "facts/letters.h"

namespace spamlint {
namespace {

struct Row {
    const Part& part;
    const Attachment& attachment;
    const std::string& file_name;
    Extensions extension;
};

/// U+202A to U+202E and U+2066 to U+2069 turn the writing round: "gpj.exe" is shown as "exe.jpg".
bool has_direction_override(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;
    }
    return false;
}

bool is_html(const Row& row) {
    return row.part.type == "text/html" || row.attachment.detected_type == "text/html" ||
           row.extension.last == "html" || row.extension.last == "htm" || row.extension.last == "shtml" ||
           row.extension.last == "xhtml";
}

bool is_image(const Row& row) {
    return row.attachment.detected_type.empty() ? row.part.type.starts_with("image/")
                                                : row.attachment.detected_type.starts_with("image/");
}

const std::vector<Field<Row>>& fields() {
    static const std::vector<Field<Row>> table = {
        {{"name", text_value, "", "File name, decoded."}, [](const Row& r) { return value(r.file_name); }},
        {{"extension", text_value, "", "Its last extension, lower case, without the dot."},
         [](const Row& r) { return value(r.extension.last); }},
        {{"inner_extension", text_value, "", "The extension before the last: pdf of bill.pdf.exe."},
         [](const Row& r) { return value(r.extension.inner); }},
        {{"declared_type", text_value, "", "Media type as declared."},
         [](const Row& r) { return value(r.part.declared_type); }},
        {{"detected_type", text_value, "", "Media type of the bytes, by libmagic."},
         [](const Row& r) { return value(r.attachment.detected_type); }},
        {{"bytes", number, "bytes", "Size, decoded."}, [](const Row& r) { return value(r.attachment.bytes); }},
        {{"direction_override", truth, "", "The name holds characters that turn the direction of writing."},
         [](const Row& r) { return value(has_direction_override(r.file_name)); }},
        {{"space_run", number, "code points", "Longest run of spaces in the name."},
         [](const Row& r) { return value(longest_space_run(r.file_name)); }},
        {{"characters", number, "code points", "Length of the name."},
         [](const Row& r) { return value(code_point_count(r.file_name)); }},
        {{"encrypted", truth, "", "An archive with encrypted entries or an encrypted list."},
         [](const Row& r) { return value(r.attachment.archive.encrypted); }},
        {{"macros", truth, "", "An office document with a VBA project."},
         [](const Row& r) { return value(r.attachment.macros); }},
        {{"entries", number, "entries", "Files in the archive and in archives inside it."},
         [](const Row& r) { return value(r.attachment.archive.entries.size()); }},
        {{"disguised_type", truth, "",
          "The bytes are a program, archive, HTML or script, and name and declared type say something else."},
         [](const Row& r) {
             return value(is_disguised(r.attachment.detected_type, r.part.declared_type, r.extension.last));
         }},
        {{"misdeclared", truth, "", "The bytes are of another kind of file than name or declared type say."},
         [](const Row& r) {
             return value(is_misdeclared(r.attachment.detected_type, r.part.declared_type, r.extension.last));
         }},
        {{"image", truth, "", "The bytes are an image."}, [](const Row& r) { return value(is_image(r)); }},
        {{"html", truth, "", "It is HTML by name, declared type or bytes."},
         [](const Row& r) { return value(is_html(r)); }},
        {{"inline", truth, "", "Its disposition is inline."},
         [](const Row& r) { return value(r.part.disposition == Disposition::inline_); }},
        {{"has_name", truth, "", "It has a file name."}, [](const Row& r) { return value(!r.file_name.empty()); }},
    };
    return table;
}

std::vector<Element> collect(const Survey& survey) {
    std::vector<Element> elements;
    for (const Attachment& attachment : survey.attachments()) {
        if (elements.size() == max_elements) break;
        const Part& part = survey.content.message.parts[static_cast<std::size_t>(attachment.part)];
        const std::string& file_name = part.filename.text();
        const Row row{part, attachment, file_name, extensions(file_name)};
        const Span span = !file_name.empty()         ? part.filename.source()
                          : part.header.span.empty() ? part.span
                                                     : part.header.span;
        elements.push_back(element_of(fields(), row, span, part.id));
    }
    return elements;
}

}  // namespace

ElementSort attachment_sort() {
    return {"attachment", "A part that is offered as a file.", "name", declarations(fields()), collect};
}

}  // namespace spamlint
