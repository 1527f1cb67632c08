// Any bytes are a message: parts, header values and texts are read, and every span lies in the file.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "message/message.h"

using namespace spamlint;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view file(reinterpret_cast<const char*>(data), size);
    const Span whole{0, size};
    const Message message = parse_message(file, whole);
    require(!message.parts.empty());
    std::vector<Anomaly> anomalies = message.anomalies;
    for (const Part& part : message.parts) {
        require(whole.contains(part.span) && part.span.contains(part.body));
        for (const HeaderField& field : part.header.fields) {
            require(whole.contains(field.span) && field.span.contains(field.value));
            const MappedText value = decode_value(file, field.value, anomalies);
            require(whole.contains(value.source()));
            parse_mailboxes(file, field.value, anomalies);
            parse_parameters(file, field.value, anomalies);
        }
        if (part.children.empty()) require(whole.contains(part_text(file, part, anomalies).source()));
    }
    for (const Anomaly& anomaly : anomalies) require(whole.contains(anomaly.span));
    return 0;
}
