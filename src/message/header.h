#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "message/anomaly.h"
#include "span/mapped_text.h"

namespace spamlint {

/// One header field (RFC 5322 2.2) as it stands in the file.
struct HeaderField {
    std::string name;  // lower case
    Span span;         // name to the end of the last folded line, without its line break
    Span name_span;
    Span value;        // after the colon and white space, folds included
};

struct Header {
    Span span;
    std::vector<HeaderField> fields;

    /// The first field of that name (given in lower case), or nullptr.
    const HeaderField* find(std::string_view name) const;
    std::size_t count(std::string_view name) const;
};

/// A mailbox of an address list, in or outside a group (RFC 5322 3.4).
struct Mailbox {
    Span span;            // the whole mailbox in the file
    MappedText name;      // display name, decoded (RFC 2047) and unquoted
    MappedText address;   // local-part@domain as written, without angle brackets, comments and folds
    MappedText local;     // before the last @
    MappedText domain;    // after it; "" when there is none
};

/// Body of an unstructured or structured field as readers see it: folds undone (RFC 5322 2.2.3), encoded-words
/// decoded (RFC 2047, also the broken ones that mail clients read), raw bytes read as UTF-8, else GB18030.
/// Raises bad_encoded_word, split_character and unknown_charset, each once a call and without a part id; faults of the
/// raw form (raw_8bit_header, control_in_header, …) were raised by parse_message.
MappedText decode_value(std::string_view file, Span value, std::vector<Anomaly>& anomalies);

/// The mailboxes of an address list, groups flattened; what is no address gives a mailbox with an empty domain.
std::vector<Mailbox> parse_mailboxes(std::string_view file, Span value, std::vector<Anomaly>& anomalies);

/// "text/plain; charset=utf-8; name*0*=…": the value before the first semicolon, and its parameters with
/// RFC 2231 continuations joined and decoded, and encoded-words decoded where senders put them against the RFC.
struct Parameter {
    std::string name;  // lower case, without * and numbers
    MappedText value;
};
struct ParameterizedValue {
    MappedText value;
    std::vector<Parameter> parameters;
    const MappedText* find(std::string_view name) const;
};
ParameterizedValue parse_parameters(std::string_view file, Span value, std::vector<Anomaly>& anomalies);

}  // namespace spamlint
