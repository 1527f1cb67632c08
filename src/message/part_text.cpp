#include <algorithm>
#include <optional>

#include "message/ascii.h"
#include "message/base64.h"
#include "message/first_of_kind.h"
#include "message/message.h"
#include "message/quoted_printable.h"
#include "message/reading.h"

namespace spamlint {
namespace {

// A base64 body damaged on its way has a few foreign bytes; plain text has more than one in eight, white space left out.
constexpr std::size_t kForeignShare = 8;

bool is_encoded(const Part& part) {
    return part.encoding == TransferEncoding::base64 || part.encoding == TransferEncoding::quoted_printable;
}

std::string_view raw_body(std::string_view file, const Part& part) {
    const std::size_t end = std::min(part.body.end, file.size());
    const std::size_t begin = std::min(part.body.begin, end);
    return file.substr(begin, end - begin);
}

struct Decoded {
    MappedText bytes;
    std::optional<Span> fault;
};

Decoded decode_transfer(std::string_view raw, const Part& part) {
    RunBuilder out;
    const auto fault = part.encoding == TransferEncoding::base64 ? decode_base64(raw, part.body.begin, out)
                                                                 : decode_quoted_printable(raw, part.body.begin, out);
    return {std::move(out).build(), fault};
}

/// Text whose header only says that it is base64: bytes above 0x7F, and much else that base64 has not. Decoded it would
/// be noise, while its words stand there for all to read.
bool is_plain_after_all(std::string_view raw, const Part& part) {
    if (part.encoding != TransferEncoding::base64 || ascii::is_ascii(raw)) return false;
    std::size_t foreign = 0, all = 0;
    for (const char c : raw) {
        if (ascii::is_space(c)) continue;  // whether lines end with LF or CRLF shall not decide
        ++all;
        foreign += !ascii::is_alpha(c) && !ascii::is_digit(c) && c != '+' && c != '/' && c != '=';
    }
    return foreign * kForeignShare > all;
}

AnomalyKind fault_kind(TransferEncoding encoding) {
    return encoding == TransferEncoding::base64 ? AnomalyKind::bad_base64 : AnomalyKind::bad_quoted_printable;
}

/// Bytes above 0x7F where the transfer encoding, or its default (RFC 2045 6.1), rules them out. Without a charset that
/// is the graver fault, and read_text() names it.
void check_8bit(std::string_view raw, const Part& part, FirstOfKind& anomalies) {
    const bool clean = part.encoding != TransferEncoding::eight_bit && part.encoding != TransferEncoding::binary &&
                       part.encoding != TransferEncoding::unknown;
    if (!clean || part.charset.empty() || ascii::is_ascii(raw)) return;
    const auto first = static_cast<std::size_t>(std::find_if(raw.begin(), raw.end(), ascii::is_8bit) - raw.begin());
    const Span where{part.body.begin + first, part.body.begin + first + 1};
    const bool declared = part.encoding != TransferEncoding::none;
    anomalies.add(AnomalyKind::unencoded_8bit, where,
                  declared ? std::string(name(part.encoding)) : "no Content-Transfer-Encoding");
}

}  // namespace

std::string part_bytes(std::string_view file, const Part& part) {
    const std::string_view raw = raw_body(file, part);
    return is_encoded(part) ? decode_transfer(raw, part).bytes.text() : std::string(raw);
}

MappedText part_text(std::string_view file, const Part& part, std::vector<Anomaly>& anomalies, std::size_t may_grow) {
    FirstOfKind first(anomalies, part.id);
    const std::string_view raw = raw_body(file, part);
    check_8bit(raw, part, first);
    const bool plain = is_plain_after_all(raw, part);
    if (plain) first.add(AnomalyKind::bad_base64, {part.body.begin, part.body.end}, "no base64 at all");
    if (plain || !is_encoded(part)) {
        Reading reading = read_text(raw, part.charset, {part.body.begin, LineEnds::to_lf, may_grow});
        if (reading.doubt) first.add(*reading.doubt, reading.where, reading.detail);
        if (reading.converted.cut) first.add(AnomalyKind::limit_text, *reading.converted.cut);
        return {std::move(reading.converted.text), std::move(reading.converted.map)};
    }
    const Decoded decoded = decode_transfer(raw, part);
    if (decoded.fault) first.add(fault_kind(part.encoding), *decoded.fault);
    Reading reading = read_text(decoded.bytes.text(), part.charset, {0, LineEnds::to_lf, may_grow});
    if (reading.doubt) first.add(*reading.doubt, decoded.bytes.source(reading.where), reading.detail);
    if (reading.converted.cut) first.add(AnomalyKind::limit_text, decoded.bytes.source(*reading.converted.cut));
    reading.converted.map.stand_on(decoded.bytes.map());
    return {std::move(reading.converted.text), std::move(reading.converted.map)};
}

}  // namespace spamlint
