#include "rules/example_parts.h"

#include <algorithm>
#include <utility>

#include "span/ascii.h"
#include "span/utf8.h"

namespace spamlint {
namespace {

std::string to_base64(std::string_view bytes) {
    static constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto at = [&](std::size_t k) {
            return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u;
        };
        const unsigned group = at(0) << 16 | at(1) << 8 | at(2);
        out += digits[group >> 18];
        out += digits[group >> 12 & 63];
        out += i + 1 < bytes.size() ? digits[group >> 6 & 63] : '=';
        out += i + 2 < bytes.size() ? digits[group & 63] : '=';
    }
    return out;
}

/// Lines of 76 characters (RFC 2045 6.8).
std::string in_lines(const std::string& base64) {
    constexpr std::size_t line = 76;
    std::string out;
    out.reserve(base64.size() + base64.size() / line + 1);
    for (std::size_t i = 0; i < base64.size(); i += line) out.append(base64, i, line) += '\n';
    return out;
}

/// Percent-encoded for RFC 2231.
std::string percent_encoded(std::string_view text) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
                           c == '-' || c == '_';
        if (plain)
            out += c;
        else
            (out += '%', out += hex[byte >> 4], out += hex[byte & 15]);
    }
    return out;
}

std::string type_of_name(std::string_view name) {
    static constexpr std::pair<std::string_view, std::string_view> types[] = {
        {".pdf", "application/pdf"}, {".zip", "application/zip"}, {".txt", "text/plain"},   {".html", "text/html"},
        {".htm", "text/html"},       {".jpg", "image/jpeg"},      {".png", "image/png"},    {".gif", "image/gif"},
        {".svg", "image/svg+xml"},   {".csv", "text/csv"},        {".ics", "text/calendar"}};
    for (const auto& [extension, type] : types)
        if (name.ends_with(extension)) return std::string(type);
    return "application/octet-stream";
}

/// `filename="…"`, or `filename*=UTF-8''…` (RFC 2231) where plain quotes will not do.
std::string parameter(std::string_view key, std::string_view value) {
    if (ascii::is_ascii(value) && value.find_first_of("\"\\\r\n") == std::string_view::npos)
        return "; " + std::string(key) + "=\"" + std::string(value) + "\"";
    return "; " + std::string(key) + "*=UTF-8''" + percent_encoded(value);
}

}  // namespace

std::string encode_header(std::string_view value) {
    if (ascii::is_ascii(value)) return std::string(value);
    std::string out;
    constexpr std::size_t most = 42;  // bytes that fit into an encoded-word of 75 characters
    for (std::size_t at = 0; at < value.size();) {
        std::size_t end = std::min(value.size(), at + most);
        while (end > at + 1 && utf8::inside_character(value, end)) --end;
        out += (out.empty() ? "=?utf-8?B?" : "\n =?utf-8?B?") + to_base64(value.substr(at, end - at)) + "?=";
        at = end;
    }
    return out;
}

std::string encode_mailbox(std::string_view value) {
    const std::size_t bracket = value.rfind('<');
    if (bracket == std::string_view::npos || ascii::is_ascii(value.substr(0, bracket))) {
        const bool is_address = bracket != std::string_view::npos || (value.find('@') != std::string_view::npos &&
                                                                      value.find(' ') == std::string_view::npos);
        return is_address ? std::string(value) : encode_header(value);
    }
    std::string_view name = value.substr(0, bracket);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    return encode_header(name) + " " + std::string(value.substr(bracket));
}

std::string escape_html(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string text_entity(std::string_view subtype, const std::string& text) {
    const std::string encoding = ascii::is_ascii(text) ? "7bit" : "8bit";
    return "Content-Type: text/" + std::string(subtype) + "; charset=utf-8\nContent-Transfer-Encoding: " + encoding +
           "\n\n" + text + (text.ends_with('\n') ? "" : "\n");
}

std::string multipart_entity(std::string_view subtype, std::string_view boundary,
                             const std::vector<std::string>& parts) {
    const std::string delimiter = "--" + std::string(boundary);
    std::string entity =
        "Content-Type: multipart/" + std::string(subtype) + "; boundary=\"" + std::string(boundary) + "\"\n\n";
    for (const std::string& part : parts) entity += delimiter + "\n" + part;
    return entity + delimiter + "--\n";
}

std::string attachment_entity(const AttachmentParts& parts) {
    const std::string type = parts.type.empty() ? type_of_name(parts.name) : std::string(parts.type);
    std::string content = parts.base64.empty() ? in_lines(to_base64(parts.content)) : std::string(parts.base64) + "\n";
    // Put before the content, which may be megabytes.
    return std::move(content.insert(
        0, "Content-Type: " + type + "\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment" +
               (parts.name.empty() ? std::string() : parameter("filename", parts.name)) + "\n\n"));
}

}  // namespace spamlint
