#include "facts/file_type.h"

#include <magic.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "facts/code_points.h"

namespace spamlint {
namespace {

// Signatures stand at the front; libmagic's text tests read all they are given.
constexpr std::size_t longest_sniff = 256 * 1024;
constexpr std::size_t longest_extension = 17;  // settingcontent-ms

struct CloseMagic {
    void operator()(magic_set* cookie) const { magic_close(cookie); }
};

/// A magic_t must not be used by two threads at once, and loading the database costs milliseconds: one each, when
/// needed.
magic_t magic() {
    thread_local const std::unique_ptr<magic_set, CloseMagic> cookie = [] {
        std::unique_ptr<magic_set, CloseMagic> opened(
            magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TOKENS));
        if (opened && magic_load(opened.get(), nullptr) != 0) opened.reset();
        return opened;
    }();
    return cookie.get();
}

using Row = std::pair<std::string_view, FileClass>;

// What file formats are, not what to think of them: packs hold the lists of what to refuse.
constexpr std::array types = std::to_array<Row>({
    {"application/x-dosexec", FileClass::executable},
    {"application/vnd.microsoft.portable-executable", FileClass::executable},
    {"application/x-msdownload", FileClass::executable},
    {"application/x-ms-dos-executable", FileClass::executable},
    {"application/x-executable", FileClass::executable},
    {"application/x-pie-executable", FileClass::executable},
    {"application/x-sharedlib", FileClass::executable},
    {"application/x-mach-binary", FileClass::executable},
    {"application/x-msi", FileClass::executable},
    {"application/x-ms-shortcut", FileClass::executable},
    {"application/java-archive", FileClass::executable},
    {"application/vnd.android.package-archive", FileClass::executable},
    {"application/zip", FileClass::archive},
    {"application/x-zip-compressed", FileClass::archive},
    {"application/x-rar", FileClass::archive},
    {"application/vnd.rar", FileClass::archive},
    {"application/x-rar-compressed", FileClass::archive},
    {"application/x-7z-compressed", FileClass::archive},
    {"application/gzip", FileClass::archive},
    {"application/x-gzip", FileClass::archive},
    {"application/x-bzip2", FileClass::archive},
    {"application/x-xz", FileClass::archive},
    {"application/zstd", FileClass::archive},
    {"application/x-tar", FileClass::archive},
    {"application/x-iso9660-image", FileClass::archive},
    {"application/vnd.ms-cab-compressed", FileClass::archive},
    {"application/x-lzh-compressed", FileClass::archive},
    {"application/x-lha", FileClass::archive},
    {"application/x-arj", FileClass::archive},
    {"application/x-ace-compressed", FileClass::archive},
    {"text/html", FileClass::html},
    {"application/xhtml+xml", FileClass::html},
    {"text/x-shellscript", FileClass::script},
    {"text/x-python", FileClass::script},
    {"text/x-script.python", FileClass::script},
    {"text/x-perl", FileClass::script},
    {"text/x-ruby", FileClass::script},
    {"text/x-php", FileClass::script},
    {"text/x-msdos-batch", FileClass::script},
    {"text/javascript", FileClass::script},
    {"application/javascript", FileClass::script},
    {"text/vbscript", FileClass::script},
    {"application/pdf", FileClass::document},
    {"application/msword", FileClass::document},
    {"application/rtf", FileClass::document},
    {"text/rtf", FileClass::document},
    {"message/rfc822", FileClass::message},
});

constexpr std::array known_extensions = std::to_array<Row>({
    {"exe", FileClass::executable}, {"com", FileClass::executable},   {"scr", FileClass::executable},
    {"pif", FileClass::executable}, {"dll", FileClass::executable},   {"sys", FileClass::executable},
    {"cpl", FileClass::executable}, {"msi", FileClass::executable},   {"jar", FileClass::executable},
    {"apk", FileClass::executable}, {"lnk", FileClass::executable},   {"so", FileClass::executable},
    {"bat", FileClass::script},     {"cmd", FileClass::script},       {"js", FileClass::script},
    {"jse", FileClass::script},     {"vbs", FileClass::script},       {"vbe", FileClass::script},
    {"wsf", FileClass::script},     {"ps1", FileClass::script},       {"sh", FileClass::script},
    {"py", FileClass::script},      {"pl", FileClass::script},        {"rb", FileClass::script},
    {"php", FileClass::script},     {"hta", FileClass::html},         {"htm", FileClass::html},
    {"html", FileClass::html},      {"shtml", FileClass::html},       {"xhtml", FileClass::html},
    {"svg", FileClass::html},       {"mht", FileClass::html},         {"mhtml", FileClass::html},
    {"zip", FileClass::archive},    {"rar", FileClass::archive},      {"7z", FileClass::archive},
    {"gz", FileClass::archive},     {"tgz", FileClass::archive},      {"bz2", FileClass::archive},
    {"xz", FileClass::archive},     {"zst", FileClass::archive},      {"tar", FileClass::archive},
    {"iso", FileClass::archive},    {"img", FileClass::archive},      {"cab", FileClass::archive},
    {"lzh", FileClass::archive},    {"lha", FileClass::archive},      {"arj", FileClass::archive},
    {"ace", FileClass::archive},    {"z", FileClass::archive},        {"pdf", FileClass::document},
    {"doc", FileClass::document},   {"docx", FileClass::document},    {"docm", FileClass::document},
    {"xls", FileClass::document},   {"xlsx", FileClass::document},    {"xlsm", FileClass::document},
    {"xlsb", FileClass::document},  {"ppt", FileClass::document},     {"pptx", FileClass::document},
    {"pptm", FileClass::document},  {"odt", FileClass::document},     {"ods", FileClass::document},
    {"odp", FileClass::document},   {"rtf", FileClass::document},     {"epub", FileClass::document},
    {"pages", FileClass::document}, {"numbers", FileClass::document}, {"key", FileClass::document},
    {"txt", FileClass::text},       {"log", FileClass::text},         {"csv", FileClass::text},
    {"md", FileClass::text},        {"diff", FileClass::text},        {"patch", FileClass::text},
    {"c", FileClass::text},         {"h", FileClass::text},           {"cpp", FileClass::text},
    {"xml", FileClass::text},       {"json", FileClass::text},        {"yaml", FileClass::text},
    {"asc", FileClass::text},       {"sig", FileClass::text},         {"ics", FileClass::text},
    {"vcf", FileClass::text},       {"eml", FileClass::message},      {"msg", FileClass::message},
    {"jpg", FileClass::image},      {"jpeg", FileClass::image},       {"png", FileClass::image},
    {"gif", FileClass::image},      {"bmp", FileClass::image},        {"tif", FileClass::image},
    {"tiff", FileClass::image},     {"webp", FileClass::image},       {"ico", FileClass::image},
    {"mp3", FileClass::media},      {"mp4", FileClass::media},        {"wav", FileClass::media},
    {"avi", FileClass::media},      {"mov", FileClass::media},        {"mkv", FileClass::media},
});

template <std::size_t N>
FileClass look_up(const std::array<Row, N>& rows, std::string_view key) {
    const auto row = std::ranges::find(rows, key, &Row::first);
    return row == rows.end() ? FileClass::unknown : row->second;
}

/// Office documents, e-books and the like are ZIP files inside; libmagic says so when it does not know the kind.
bool is_container(std::string_view detected, FileClass claimed) {
    return (detected == "application/zip" || detected == "application/x-ole-storage") &&
           (claimed == FileClass::document || claimed == FileClass::executable);
}

bool is_written(FileClass kind) {
    return kind == FileClass::text || kind == FileClass::message || kind == FileClass::script ||
           kind == FileClass::html;
}

bool contradicts(std::string_view detected, FileClass claimed) {
    const FileClass is = class_of_type(detected);
    if (is == FileClass::unknown || claimed == FileClass::unknown || is == claimed) return false;
    if (is_container(detected, claimed)) return false;
    return !is_written(is) || (!is_written(claimed) && claimed != FileClass::document);
}

}  // namespace

std::string detected_type(std::string_view bytes) {
    const magic_t cookie = bytes.empty() ? nullptr : magic();
    if (!cookie) return {};
    const char* type = magic_buffer(cookie, bytes.data(), std::min(bytes.size(), longest_sniff));
    return type ? type : "";
}

FileClass class_of_type(std::string_view mime_type) {
    if (const FileClass known = look_up(types, mime_type); known != FileClass::unknown) return known;
    if (mime_type.starts_with("image/")) return mime_type == "image/svg+xml" ? FileClass::html : FileClass::image;
    if (mime_type.starts_with("audio/") || mime_type.starts_with("video/")) return FileClass::media;
    if (mime_type.starts_with("text/")) return FileClass::text;
    return mime_type.starts_with("application/vnd.") ? FileClass::document : FileClass::unknown;
}

std::string_view name(FileClass kind) {
    static constexpr std::array names = std::to_array<std::string_view>(
        {"unknown", "executable", "script", "html", "archive", "document", "image", "media", "text", "message"});
    return names[static_cast<std::size_t>(kind)];
}

FileClass class_of_extension(std::string_view extension) {
    return look_up(known_extensions, extension);
}

bool is_disguised(std::string_view detected, std::string_view declared, std::string_view extension) {
    const FileClass is = class_of_type(detected);
    FileClass claimed = class_of_extension(extension);
    if (claimed == FileClass::unknown) claimed = class_of_type(declared);
    if (claimed == FileClass::unknown || claimed == is || is_container(detected, claimed)) return false;
    if (is == FileClass::executable || is == FileClass::archive) return true;
    // HTML or a script under a text name opens as text: that hides nothing.
    const bool opens_as_text = claimed == FileClass::text || claimed == FileClass::message ||
                               claimed == FileClass::script || claimed == FileClass::html;
    return (is == FileClass::html || is == FileClass::script) && !opens_as_text;
}

bool is_misdeclared(std::string_view detected, std::string_view declared, std::string_view extension) {
    return contradicts(detected, class_of_extension(extension)) || contradicts(detected, class_of_type(declared));
}

Extensions extensions(std::string_view file_name) {
    Extensions found;
    // Windows drops dots and blanks at the end of a name: "setup.exe." is saved as setup.exe.
    file_name = file_name.substr(0, file_name.find_last_not_of(". \t") + 1);
    for (std::string* extension : {&found.last, &found.inner}) {
        file_name = trimmed(file_name);
        const auto dot = file_name.rfind('.');
        if (dot == std::string_view::npos || dot == 0) break;
        const std::string_view behind = trimmed(file_name.substr(dot + 1));
        if (behind.empty() || behind.size() > longest_extension ||
            behind.find_first_of(" /\\") != std::string_view::npos)
            break;
        *extension = ascii::lowered(behind);
        file_name = file_name.substr(0, dot);
    }
    return found;
}

}  // namespace spamlint
