#include <algorithm>
#include <array>

#include "facts/file_type.h"
#include "lint/lint.h"
#include "message/mbox.h"
#include "span/ascii.h"

namespace spamlint {
namespace {

enum class FileKind { message, mbox, html, text, engine, unknown };

struct Extension {
    std::string_view name;
    FileKind kind;
};

/// `engine`: a template language that can write anything; the extension before it or the bytes say what it writes.
constexpr Extension known_extensions[] = {
    {"eml", FileKind::message},       {"mbox", FileKind::mbox},       {"mbx", FileKind::mbox},
    {"html", FileKind::html},         {"htm", FileKind::html},        {"xhtml", FileKind::html},
    {"mjml", FileKind::html},         {"txt", FileKind::text},        {"text", FileKind::text},
    {"md", FileKind::text},           {"markdown", FileKind::text},   {"hbs", FileKind::engine},
    {"handlebars", FileKind::engine}, {"mustache", FileKind::engine}, {"liquid", FileKind::engine},
    {"j2", FileKind::engine},         {"jinja", FileKind::engine},    {"jinja2", FileKind::engine},
    {"njk", FileKind::engine},        {"twig", FileKind::engine},     {"erb", FileKind::engine},
    {"ejs", FileKind::engine},        {"ftl", FileKind::engine},      {"vm", FileKind::engine},
    {"tmpl", FileKind::engine},       {"tpl", FileKind::engine},      {"cshtml", FileKind::engine},
};

/// Texts that stand beside templates in any project and are none, whatever follows the first dot: README.zh-CN.md.
constexpr std::string_view documents[] = {"readme",       "license",    "licence",      "copying",
                                          "changelog",    "authors",    "contributing", "code_of_conduct",
                                          "requirements", "cmakelists", "robots"};

bool is_document(std::string_view name) {
    const std::string stem = ascii::lowered(name.substr(0, name.find('.')));
    return std::find(std::begin(documents), std::end(documents), stem) != std::end(documents);
}

std::string_view base_name(std::string_view path) {
    return path.substr(path.find_last_of("/\\") + 1);
}

FileKind kind_of_extension(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return FileKind::unknown;
    const std::string extension = ascii::lowered(name.substr(dot + 1));
    for (const Extension& known : known_extensions) {
        if (known.name == extension) return known.kind;
    }
    return FileKind::unknown;
}

/// What a template engine's file writes: mail.txt.erb says it by the name before.
FileKind kind_of_name(std::string_view path) {
    const std::string_view name = base_name(path);
    const FileKind kind = kind_of_extension(name);
    if (kind != FileKind::engine) return kind;
    const FileKind inner = kind_of_extension(name.substr(0, name.rfind('.')));
    return inner == FileKind::html || inner == FileKind::text ? inner : FileKind::engine;
}

constexpr std::size_t sniffed_bytes = 64 * 1024;
constexpr std::string_view ole_signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";  // MS-CFB 2.2

bool has_tag(std::string_view file) {
    constexpr std::array tags = {"<html", "<!doctype", "<body", "<table", "<div", "<p>",  "<p ",    "<br",  "<a ",
                                 "<td",   "<span",     "<mjml", "<h1",    "<h2",  "<img", "<style", "<head"};
    const std::string beginning = ascii::lowered(file.substr(0, sniffed_bytes));
    return std::any_of(tags.begin(), tags.end(),
                       [&](const char* tag) { return beginning.find(tag) != std::string::npos; });
}

MessageKind template_kind(std::string_view file) {
    return has_tag(file) ? MessageKind::html_template : MessageKind::text_template;
}

std::vector<FoundMessage> messages_of_mbox(std::string_view file) {
    std::vector<FoundMessage> found;
    for (const Span span : split_mbox(file)) found.push_back({MessageKind::message, span});
    if (found.empty()) found.push_back({MessageKind::message, {0, file.size()}});
    return found;
}

/// A line of a header field: a name of visible ASCII (RFC 5322 2.2), perhaps white space, and a colon. Returns the
/// name's length, 0 where it is none.
std::size_t field_name_size(std::string_view line) {
    std::size_t size = 0;
    while (size < line.size() && line[size] > ' ' && line[size] < '\x7F' && line[size] != ':') ++size;
    const std::size_t colon = line.find_first_not_of(" \t", size);
    return colon != std::string_view::npos && line[colon] == ':' ? size : 0;
}

/// Fields that a message has and a text that happens to begin with "Note:" has not.
bool is_mail_field(std::string_view name) {
    constexpr std::array names = {"from",
                                  "to",
                                  "cc",
                                  "subject",
                                  "date",
                                  "received",
                                  "return-path",
                                  "message-id",
                                  "mime-version",
                                  "content-type",
                                  "reply-to",
                                  "delivered-to",
                                  "sender",
                                  "x-mailer",
                                  "dkim-signature",
                                  "authentication-results",
                                  "in-reply-to",
                                  "references"};
    const std::string wanted = ascii::lowered(name);
    return std::find(names.begin(), names.end(), wanted) != names.end();
}

/// The next line without its break (LF, CRLF or CR), taken off `rest`.
std::string_view take_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
    const std::string_view line = rest.substr(0, end);
    const bool crlf = rest.substr(end).starts_with("\r\n");
    rest.remove_prefix(std::min(rest.size(), end + (crlf ? 2 : 1)));
    return line;
}

}  // namespace

bool begins_with_header(std::string_view file) {
    std::string_view rest = file.substr(0, sniffed_bytes);
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
    if (rest.starts_with("From ") || rest.starts_with(">From ")) take_line(rest);
    std::size_t fields = 0, mail_fields = 0;
    bool ended = false;
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (line.empty()) {
            ended = true;
            break;
        }
        if (fields > 0 && (line[0] == ' ' || line[0] == '\t')) continue;
        const std::size_t size = field_name_size(line);
        if (size == 0) break;
        ++fields;
        mail_fields += is_mail_field(line.substr(0, size)) ? 1 : 0;
    }
    return mail_fields > 0 && (fields >= 2 || ended);
}

std::vector<FoundMessage> find_messages(std::string_view name, std::string_view file) {
    const Span all{0, file.size()};
    switch (kind_of_name(name)) {
        case FileKind::message:
            return {{MessageKind::message, all}};
        case FileKind::mbox:
            return messages_of_mbox(file);
        case FileKind::html:
            return {{MessageKind::html_template, all}};
        case FileKind::text:
            return {{MessageKind::text_template, all}};
        case FileKind::engine:
            return {{template_kind(file), all}};
        case FileKind::unknown:
            break;
    }
    if (looks_like_mbox(file)) return messages_of_mbox(file);
    return {{begins_with_header(file) ? MessageKind::message : template_kind(file), all}};
}

Message read_message(std::string_view file, const FoundMessage& found) {
    return found.kind == MessageKind::message ? parse_message(file, found.span) : wrap_template(file, found.kind);
}

std::vector<Message> read_messages(std::string_view name, std::string_view file) {
    std::vector<Message> messages;
    for (const FoundMessage& found : find_messages(name, file)) messages.push_back(read_message(file, found));
    return messages;
}

std::string foreign_format(std::string_view name, std::string_view file) {
    if (file.starts_with(ole_signature)) return "is an Outlook or Office file, not a mail; save the mail as .eml";
    if (kind_of_name(name) != FileKind::unknown || begins_with_header(file)) return {};
    const std::string_view beginning = file.substr(0, sniffed_bytes);
    if (beginning.find('\0') == std::string_view::npos && !beginning.starts_with("%PDF-")) return {};
    const std::string type = detected_type(file);
    switch (class_of_type(type)) {
        case FileClass::executable:
        case FileClass::archive:
        case FileClass::document:
        case FileClass::image:
        case FileClass::media:
            return "is no mail but " + type + "; name .eml or mbox files, or templates";
        default:
            return {};
    }
}

bool is_mail_file(std::string_view name) {
    const FileKind kind = kind_of_name(name);
    return kind != FileKind::unknown && !(kind == FileKind::text && is_document(base_name(name)));
}

}  // namespace spamlint
