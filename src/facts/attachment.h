#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "facts/archive.h"
#include "message/message.h"

namespace spamlint {

/// A file of a message, looked into.
struct Attachment {
    int part = 0;               // index into Message::parts
    std::size_t bytes = 0;      // decoded
    std::string detected_type;  // by libmagic
    bool macros = false;
    Archive archive;
};

// A file of a kilobyte costs libmagic a tenth of a millisecond; a mail with more files than this is an attack.
inline constexpr std::size_t max_inspected = 1000;

/// The attachments of a message in document order; the first max_inspected are looked into.
std::vector<Attachment> read_attachments(std::string_view file, const Message& message);

}  // namespace spamlint
