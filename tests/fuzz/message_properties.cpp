#include <algorithm>

#include "fuzz/properties.h"
#include "fuzz/stretches.h"
#include "message/charset.h"
#include "message/message.h"

namespace spamlint::fuzz {
namespace {

/// Escape sequences and byte order marks stand before the bytes that they are about, and a group of base64 may begin
/// inside a character, which UTF-8 alone tells.
bool reads_anywhere(const Part& part) {
    const Charset charset = find_charset(part.charset);
    if (charset.kind == CharsetKind::utf8) return true;
    return charset.kind == CharsetKind::converter && !charset.stateful && !charset.wide &&
           part.encoding != TransferEncoding::base64;
}

void reads_back(std::string_view file, const Part& part, const MappedText& text) {
    for (const Span stretch : stretches(text.text(), 12)) {
        Part again;
        again.type = part.type;
        again.charset = part.charset;
        again.encoding = part.encoding;
        again.body = text.source(stretch);
        std::vector<Anomaly> cut_in_a_character;
        const MappedText read = part_text(file, again, cut_in_a_character);
        if (bytes_at(text.text(), stretch).starts_with("\uFEFF")) continue;  // read alone it is a byte order mark
        require(!cut_in_a_character.empty() || holds(read.text(), bytes_at(text.text(), stretch)),
                "the bytes behind a stretch of a part's text decode to it");
    }
}

void part_holds(std::string_view file, const Part& part, std::vector<Anomaly>& anomalies) {
    const Span whole{0, file.size()};
    require(whole.contains(part.span) && part.span.contains(part.body), "a part lies in the file, its body in it");
    for (const HeaderField& field : part.header.fields)
        require(whole.contains(field.span) && field.span.contains(field.value), "a value lies in its field");
    if (!part.children.empty()) return;
    std::vector<Anomaly> found;
    const MappedText text = part_text(file, part, found);
    require(whole.contains(text.source()), "a part's text comes from the file");
    require(text.map()->derived_size() == text.size(), "the map covers the text");
    if (found.empty() && reads_anywhere(part)) reads_back(file, part, text);
    anomalies.insert(anomalies.end(), found.begin(), found.end());
}

}  // namespace

void message_holds(std::string_view bytes) {
    const Span whole{0, bytes.size()};
    const Message message = parse_message(bytes, whole);
    require(!message.parts.empty(), "a message has a part");
    std::vector<Anomaly> anomalies = message.anomalies;
    for (const Part& part : message.parts) part_holds(bytes, part, anomalies);
    for (const Anomaly& anomaly : anomalies) require(whole.contains(anomaly.span), "an anomaly lies in the file");
}

}  // namespace spamlint::fuzz
