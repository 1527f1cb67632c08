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

/// The attachments of a message in document order. `limit_reached`: an archive went beyond what is read of one message.
std::vector<Attachment> read_attachments(std::string_view file, const Message& message, bool& limit_reached);

}  // namespace spamlint
