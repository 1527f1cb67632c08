#include "facts/attachment.h"

#include "facts/file_type.h"

namespace spamlint {
namespace {

bool is_image(std::string_view type) {
    return type.starts_with("image/") && type != "image/svg+xml";
}

void look_into(std::string_view bytes, const Part& part, Attachment& attachment, ArchiveBudget& budget) {
    attachment.detected_type = detected_type(bytes);
    if (is_image(attachment.detected_type)) return;
    const bool plain = attachment.detected_type.starts_with("text/") || attachment.detected_type == "application/pdf";
    if (!plain) attachment.archive = read_archive(bytes, part.filename.text(), budget);
    if (attachment.archive.document) attachment.archive.entries.clear();
    attachment.macros = attachment.archive.macros || ole_has_macros(bytes);
}

}  // namespace

std::vector<Attachment> read_attachments(std::string_view file, const Message& message) {
    std::vector<Attachment> attachments;
    ArchiveBudget budget;
    for (std::size_t i = 0; i < message.parts.size(); ++i) {
        const Part& part = message.parts[i];
        if (!part.is_attachment()) continue;
        const std::string bytes = part_bytes(file, part);
        Attachment& attachment = attachments.emplace_back();
        attachment.part = static_cast<int>(i);
        attachment.bytes = bytes.size();
        if (attachments.size() <= max_inspected) look_into(bytes, part, attachment, budget);
    }
    return attachments;
}

}  // namespace spamlint
