#include "facts/attachment.h"

#include "facts/file_type.h"

namespace spamlint {
namespace {

bool is_image(std::string_view type) { return type.starts_with("image/") && type != "image/svg+xml"; }

Attachment look_into(std::string_view file, const Part& part, int index, ArchiveBudget& budget) {
    Attachment attachment;
    attachment.part = index;
    const std::string bytes = part_bytes(file, part);
    attachment.bytes = bytes.size();
    attachment.detected_type = detected_type(bytes);
    if (is_image(attachment.detected_type)) return attachment;
    const bool plain = attachment.detected_type.starts_with("text/") || attachment.detected_type == "application/pdf";
    if (!plain) attachment.archive = read_archive(bytes, part.filename.text(), budget);
    if (attachment.archive.document) attachment.archive.entries.clear();
    attachment.macros = attachment.archive.macros || ole_has_macros(bytes);
    return attachment;
}

}  // namespace

std::vector<Attachment> read_attachments(std::string_view file, const Message& message, bool& limit_reached) {
    std::vector<Attachment> attachments;
    ArchiveBudget budget;
    for (std::size_t i = 0; i < message.parts.size(); ++i)
        if (message.parts[i].is_attachment())
            attachments.push_back(look_into(file, message.parts[i], static_cast<int>(i), budget));
    limit_reached = budget.exhausted;
    return attachments;
}

}  // namespace spamlint
