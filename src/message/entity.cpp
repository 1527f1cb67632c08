#include "message/entity.h"

#include <algorithm>

#include "message/ascii.h"
#include "message/limits.h"
#include "message/parameters.h"

namespace spamlint {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        constexpr std::string_view kSpecials = "()<>@,;:\\\"/[]?=";  // RFC 2045 5.1
        return c > 32 && c < 127 && kSpecials.find(c) == npos;
    });
}

bool is_type(std::string_view type) {
    const std::size_t slash = type.find('/');
    return slash != npos && is_token(type.substr(0, slash)) && is_token(type.substr(slash + 1));
}

/// "text / html" is read as senders mean it, and of "text/html charset=utf-8" the first word.
std::string normal_type(std::string_view declared) {
    std::string type = ascii::lowered(declared);
    const std::size_t slash = type.find('/');
    if (slash == std::string::npos) return type;
    const std::string_view major = ascii::trimmed(std::string_view(type).substr(0, slash));
    std::string_view minor = ascii::trimmed(std::string_view(type).substr(slash + 1));
    minor = minor.substr(0, std::min(minor.find_first_of(" \t,"), minor.size()));
    return std::string(major) + "/" + std::string(minor);
}

/// The first parameter of the name as written: encoded-words have no meaning in a boundary.
const ParameterSegment* written(const ParameterSegments& split, std::string_view name) {
    for (const ParameterSegment& segment : split.segments)
        if (segment.name == name && segment.number < 0 && !segment.extended) return &segment;
    return nullptr;
}

std::string boundary_of(const ParameterSegments& split, const HeaderField& field, FirstOfKind& anomalies) {
    std::string boundary;
    if (const ParameterSegment* plain = written(split, "boundary")) {
        boundary = plain->text.text();
    } else {
        std::vector<Anomaly> unused;
        FirstOfKind ignored(unused);
        const ParameterizedValue joined = join_parameters(ParameterSegments(split), ignored);
        if (const MappedText* value = joined.find("boundary")) boundary = value->text();
    }
    while (!boundary.empty() && ascii::is_space(boundary.back())) boundary.pop_back();
    if (boundary.size() > limits::kBoundary)
        anomalies.add(AnomalyKind::limit_boundary, field.span, std::to_string(boundary.size()));
    if (boundary.size() > limits::kUsableBoundary) boundary.clear();
    if (boundary.empty()) anomalies.add(AnomalyKind::missing_boundary, field.span);
    return boundary;
}

std::string read_type(std::string_view file, Part& part, MappedText& name, FirstOfKind& anomalies) {
    const HeaderField* field = part.header.find("content-type");
    if (field == nullptr) return {};
    ParameterSegments split = split_parameters(file, field->value);
    part.declared_type = normal_type(split.value.text());
    if (is_type(part.declared_type))
        part.type = part.declared_type;
    else
        anomalies.add(AnomalyKind::bad_content_type, field->span, split.value.text().substr(0, limits::kLineOctets));
    std::string boundary = part.is_multipart() ? boundary_of(split, *field, anomalies) : std::string();
    const ParameterizedValue joined = join_parameters(std::move(split), anomalies);
    if (const MappedText* charset = joined.find("charset"))
        part.charset = ascii::lowered(ascii::trimmed(charset->text()));
    if (const MappedText* found = joined.find("name")) name = *found;
    return boundary;
}

TransferEncoding encoding_named(std::string_view label) {
    constexpr struct {
        std::string_view label;
        TransferEncoding encoding;
    } kEncodings[] = {
        {"7bit", TransferEncoding::seven_bit},
        {"8bit", TransferEncoding::eight_bit},
        {"binary", TransferEncoding::binary},
        {"base64", TransferEncoding::base64},
        {"quoted-printable", TransferEncoding::quoted_printable},
        // As senders misspell them.
        {"7-bit", TransferEncoding::seven_bit},
        {"8-bit", TransferEncoding::eight_bit},
        {"base-64", TransferEncoding::base64},
        {"quoted printable", TransferEncoding::quoted_printable},
        {"quotedprintable", TransferEncoding::quoted_printable},
    };
    for (const auto& known : kEncodings)
        if (ascii::equal_ignoring_case(known.label, label)) return known.encoding;
    return TransferEncoding::unknown;
}

bool is_encoded(TransferEncoding encoding) {
    return encoding == TransferEncoding::base64 || encoding == TransferEncoding::quoted_printable;
}

void read_encoding(std::string_view file, Part& part, FirstOfKind& anomalies) {
    const HeaderField* field = part.header.find("content-transfer-encoding");
    if (field == nullptr) return;
    const ParameterSegments split = split_parameters(file, field->value);
    std::string_view label = ascii::trimmed(split.value.text());
    if (label.size() > 1 && label.front() == '"' && label.back() == '"') label = label.substr(1, label.size() - 2);
    if (label.empty()) return;
    part.encoding = encoding_named(label);
    const bool forbidden = is_encoded(part.encoding) && (part.is_multipart() || part.is_message());
    if (part.encoding == TransferEncoding::unknown || forbidden)
        anomalies.add(AnomalyKind::bad_transfer_encoding, field->span,
                      std::string(label.substr(0, limits::kLineOctets)));
}

void read_disposition(std::string_view file, Part& part, FirstOfKind& anomalies) {
    const HeaderField* field = part.header.find("content-disposition");
    if (field == nullptr) return;
    const ParameterizedValue disposition = join_parameters(split_parameters(file, field->value), anomalies);
    // An unknown disposition is an attachment (RFC 2183 2.8).
    if (!disposition.value.empty())
        part.disposition = ascii::equal_ignoring_case(disposition.value.text(), "inline") ? Disposition::inline_
                                                                                          : Disposition::attachment;
    if (const MappedText* name = disposition.find("filename")) part.filename = *name;
}

}  // namespace

std::string read_entity(std::string_view file, Part& part, std::string_view default_type, FirstOfKind& anomalies) {
    part.type = default_type;
    MappedText name;
    std::string boundary = read_type(file, part, name, anomalies);
    read_encoding(file, part, anomalies);
    read_disposition(file, part, anomalies);
    if (part.filename.empty()) part.filename = std::move(name);
    return boundary;
}

}  // namespace spamlint
