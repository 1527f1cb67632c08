#include "facts/element_table.h"
#include "facts/file_type.h"

namespace spamlint {
namespace {

struct Row {
    const std::string& archive;
    const ArchiveEntry& entry;
    std::size_t files;
    Extensions extension;
};

const std::vector<Field<Row>>& fields() {
    static const std::vector<Field<Row>> table = {
        {{"archive", text_value, "", "Name of the attachment it is in."},
         [](const Row& r) { return value(r.archive); }},
        {{"files", number, "files", "Files in that attachment, those of archives inside it too."},
         [](const Row& r) { return value(r.files); }},
        {{"name", text_value, "", "Its path in the archive."}, [](const Row& r) { return value(r.entry.name); }},
        {{"extension", text_value, "", "Its last extension, lower case, without the dot."},
         [](const Row& r) { return value(r.extension.last); }},
        {{"inner_extension", text_value, "", "The extension before the last."},
         [](const Row& r) { return value(r.extension.inner); }},
        {{"detected_type", text_value, "",
          "Media type of its first bytes, by libmagic; empty beyond the first 100 entries, or where it is encrypted."},
         [](const Row& r) { return value(r.entry.detected_type); }},
        {{"kind", text_value, "",
          "What these bytes are: executable, script, html (SVG too), archive, document, image, media, text, message or "
          "unknown."},
         [](const Row& r) { return value(name(class_of_type(r.entry.detected_type))); }},
        {{"disguised_type", truth, "",
          "The bytes are a program, archive, HTML or script, and the name says something else."},
         [](const Row& r) { return value(is_disguised(r.entry.detected_type, "", r.extension.last)); }},
        {{"nesting", number, "levels", "1 in the attachment itself, 2 in an archive inside it, and so on to 3."},
         [](const Row& r) { return value(r.entry.nesting); }},
        {{"encrypted", truth, "", "It is encrypted."}, [](const Row& r) { return value(r.entry.encrypted); }},
        {{"bytes", number, "bytes", "Its size unpacked, as the archive declares it."},
         [](const Row& r) { return value(r.entry.bytes); }},
    };
    return table;
}

std::vector<Element> collect(const Survey& survey) {
    std::vector<Element> elements;
    for (const Attachment& attachment : survey.attachments()) {
        const Part& part = survey.content.message.parts[static_cast<std::size_t>(attachment.part)];
        const std::string& archive = part.filename.text();
        for (const ArchiveEntry& entry : attachment.archive.entries) {
            const auto slash = entry.name.find_last_of("/\\");
            const Row row{archive, entry, attachment.archive.entries.size(),
                          extensions(slash == std::string::npos ? entry.name : entry.name.substr(slash + 1))};
            elements.push_back(
                element_of(fields(), row, archive.empty() ? part.header.span : part.filename.source(), part.id));
        }
    }
    return elements;
}

}  // namespace

ElementSort archive_entry_sort() {
    return {"archive-entry", "A file inside an attached archive.", "name", declarations(fields()), collect};
}

}  // namespace spamlint
