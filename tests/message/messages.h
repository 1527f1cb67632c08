#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "message/message.h"

namespace spamlint::testing {

inline Message parse(std::string_view file) { return parse_message(file, {0, file.size()}); }

inline std::string_view bytes(std::string_view file, Span span) { return file.substr(span.begin, span.size()); }

inline bool has(const std::vector<Anomaly>& anomalies, AnomalyKind kind) {
    return std::any_of(anomalies.begin(), anomalies.end(), [&](const Anomaly& a) { return a.kind == kind; });
}

inline const Anomaly& the(const std::vector<Anomaly>& anomalies, AnomalyKind kind) {
    return *std::find_if(anomalies.begin(), anomalies.end(), [&](const Anomaly& a) { return a.kind == kind; });
}

/// "id type, id type, …" in document order.
inline std::string outline(const Message& message) {
    std::string out;
    for (const Part& part : message.parts) out += (out.empty() ? "" : ", ") + part.id + " " + part.type;
    return out;
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

/// The text of the message's only part.
inline std::string text_of(std::string_view file) {
    std::vector<Anomaly> anomalies;
    const Message message = parse(file);
    return part_text(file, message.parts.back(), anomalies).text();
}

}  // namespace spamlint::testing
