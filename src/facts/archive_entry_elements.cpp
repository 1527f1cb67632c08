#include "facts/element_table.h"
#include "facts/file_type.h"

namespace spamlint {
namespace {

struct Row {
    const std::string& archive;
    const ArchiveEntry& entry;
    Extensions extension;
};

const std::vector<Field<Row>>& fields() {
    static const std::vector<Field<Row>> table = {
        {{"archive", text_value, "", "Name of the attachment it is in."},
         [](const Row& r) { return value(r.archive); }},
        {{"name", text_value, "", "Its path in the archive."}, [](const Row& r) { return value(r.entry.name); }},
        {{"extension", text_value, "", "Its last extension, lower case, without the dot."},
         [](const Row& r) { return value(r.extension.last); }},
        {{"inner_extension", text_value, "", "The extension before the last."},
         [](const Row& r) { return value(r.extension.inner); }},
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
            const Row row{archive, entry,
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
