#include "cli/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "cli/command_line.h"
#include "lint/lint.h"

namespace fs = std::filesystem;

namespace spamlint {
namespace {

constexpr std::size_t least_read = std::size_t{1} << 16;    // bytes
constexpr std::size_t largest_file = std::size_t{2} << 30;  // 2 GiB: beyond that, an mbox is better split

std::string unreadable(const std::string& path, const std::string& reason) {
    return path + ": cannot be read: " + reason + "; check the path and its permissions";
}

std::string read_all(std::FILE* file, const std::string& path) {
    std::setvbuf(file, nullptr, _IONBF, 0);  // straight into `bytes`
    std::error_code error;
    const std::uintmax_t expected = fs::file_size(path, error);  // of a pipe there is none
    // A byte more than the file has: the read that fills less tells that it is at its end.
    std::string bytes(error ? least_read : std::min<std::uintmax_t>(expected, largest_file) + 1, '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        const std::size_t wanted = bytes.size() - size, count = std::fread(bytes.data() + size, 1, wanted, file);
        size += count;
        if (count < wanted) break;
        if (size > largest_file) throw Failure(path + ": is larger than 2 GiB; split it into smaller files");
        bytes.resize(2 * size);
    }
    if (std::ferror(file) != 0) throw Failure(unreadable(path, std::strerror(errno)));
    bytes.resize(size);
    return bytes;
}

bool in_maildir(const fs::path& file) {
    const fs::path folder = file.parent_path().filename();
    return folder == "cur" || folder == "new";
}

/// A Maildir's tmp holds messages whose delivery is not done.
bool is_maildir_tmp(const fs::path& folder) {
    std::error_code error;
    return folder.filename() == "tmp" && fs::is_directory(folder.parent_path() / "cur", error);
}

/// A name that says nothing leaves it to the first bytes: corpora name their messages by number.
bool begins_like_mail(const fs::path& file) {
    constexpr std::size_t beginning = 4096;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> open(std::fopen(file.c_str(), "rb"), std::fclose);
    if (!open) return false;
    std::string bytes(beginning, '\0');
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), open.get()));
    return begins_with_header(bytes);
}

class Walker {
public:
    Walker(const std::vector<std::string>& skip, const std::function<void(FoundFile)>& found) : found_(found) {
        for (const std::string& path : skip) {
            std::error_code error;
            const fs::path full = fs::weakly_canonical(path, error);
            if (!error) skip_.push_back(full);
        }
    }

    void visit(const std::string& path) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (path == "-") return found_({path, {}});
        if (!fs::exists(status)) {
            return found_({path, error && error.value() != ENOENT ? unreadable(path, std::strerror(error.value()))
                                                                  : path + ": no such file or folder; check the path"});
        }
        if (!fs::is_directory(status)) return found_({path, {}});
        const std::size_t before = count_;
        visit_folder(path);
        if (count_ == before) {
            found_({path, path + ": no mail or template in this folder; name a file to have it checked whatever its "
                                 "name"});
        }
    }

private:
    void visit_folder(const fs::path& folder) {
        std::error_code error;
        std::vector<fs::path> entries;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            entries.push_back(at->path());
        }
        if (error) {
            ++count_;
            return found_({folder.string(), unreadable(folder.string(), std::strerror(error.value()))});
        }
        std::sort(entries.begin(), entries.end(),
                  [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
        for (const fs::path& entry : entries) visit_entry(entry);
    }

    /// Links to folders are not followed: they may lead in a circle.
    void visit_entry(const fs::path& entry) {
        std::error_code error;
        const std::string name = entry.filename().string();
        if (name.starts_with(".")) return;
        if (fs::is_directory(fs::symlink_status(entry, error))) {
            if (!is_maildir_tmp(entry)) visit_folder(entry);
            return;
        }
        if (!fs::is_regular_file(fs::status(entry, error))) return;
        if (!is_mail_file(name) && !in_maildir(entry) && !begins_like_mail(entry)) return;
        if (is_skipped(entry)) return;
        ++count_;
        found_({entry.string(), {}});
    }

    bool is_skipped(const fs::path& entry) const {
        std::error_code error;
        return !skip_.empty() &&
               std::find(skip_.begin(), skip_.end(), fs::weakly_canonical(entry, error)) != skip_.end();
    }

    const std::function<void(FoundFile)>& found_;
    std::vector<fs::path> skip_;
    std::size_t count_ = 0;
};

}  // namespace

std::string read_file(const std::string& path) {
    if (path == "-") return read_all(stdin, "standard input");
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) throw Failure(unreadable(path, std::strerror(errno)));
    return read_all(file.get(), path);
}

void walk(const std::vector<std::string>& paths, const std::vector<std::string>& skip,
          const std::function<void(FoundFile)>& found) {
    Walker walker(skip, found);
    for (const std::string& path : paths) walker.visit(path);
}

void write_file(const std::string& path, const std::string& bytes) {
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"), std::fclose);
    const bool written = file && std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
    if (!written || std::fclose(file.release()) != 0)
        throw Failure(path + ": cannot be written: " + std::strerror(errno) +
                      "; check the path, its permissions and the space left");
}

}  // namespace spamlint
