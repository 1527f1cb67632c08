#pragma once

#include <string>
#include <string_view>

namespace spamlint {

/// What a file does when it is opened, as far as its name or type says.
enum class FileClass : unsigned char {
    unknown,
    executable,
    script,
    html,
    archive,
    document,
    image,
    media,
    text,
    message
};

/// MIME type of the bytes by libmagic, of the first 256 KB; "" where the library has no database.
std::string detected_type(std::string_view bytes);

FileClass class_of_type(std::string_view mime_type);
std::string_view name(FileClass kind);  // "executable"
/// `extension` is lower case, without the dot.
FileClass class_of_extension(std::string_view extension);

/// Do the bytes say executable, archive, HTML or script while name and declared type say something else?
bool is_disguised(std::string_view detected, std::string_view declared, std::string_view extension);

/// Do the bytes say another class of file than the name or the declared type? Kinds of text are one class, and an
/// office document may be text.
bool is_misdeclared(std::string_view detected, std::string_view declared, std::string_view extension);

/// The last and the one before last extension of a file name, lower case: "bill.pdf.exe" gives "exe" and "pdf". Spaces
/// between are dropped: "bill.pdf       .exe".
struct Extensions {
    std::string last, inner;
};
Extensions extensions(std::string_view file_name);

}  // namespace spamlint
