#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace spamlint {

/// Reads a file, or standard input for "-". Throws Failure: "a.eml: cannot be read: Permission denied; …".
std::string read_file(const std::string& path);

/// Writes a whole file. Throws Failure as read_file() does.
void write_file(const std::string& path, const std::string& bytes);

/// What walk() meets: a file to read, or a path that cannot be taken, with "path: what; what to do" in `error`.
struct FoundFile {
    std::string path;
    std::string error;
};

/// The files behind the given paths, in their order: folders recursively with their entries sorted by name, without
/// hidden ones; a file in a folder counts if its name says mail or template, if it lies in a Maildir's cur or new, or
/// if it begins with a mail header. A file named alone and "-" always count. Files in `skip` never do.
void walk(const std::vector<std::string>& paths, const std::vector<std::string>& skip,
          const std::function<void(FoundFile)>& found);

}  // namespace spamlint
