#include "rules/pack_files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace spamlint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFiles = 10'000;

bool is_pack_name(const fs::path& path) {
    return path.extension() == ".yaml" || path.extension() == ".yml";
}

std::vector<std::string> packs_below(const fs::path& folder, std::vector<PackProblem>& problems) {
    std::vector<std::string> names;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error), end;
    for (; !error && at != end && names.size() < kMaxFiles; at.increment(error))
        if (is_pack_name(at->path()) && at->is_regular_file(error)) names.push_back(at->path().string());
    if (error)
        problems.push_back({folder.string(), 1, 1, "cannot be read: " + error.message() + "; check the path"});
    else if (names.empty())
        problems.push_back({folder.string(), 1, 1, "holds no .yaml file; name a folder of packs"});
    std::sort(names.begin(), names.end());
    return names;
}

void read_file(const std::string& name, std::vector<PackFile>& files, std::vector<PackProblem>& problems) {
    errno = 0;
    std::ifstream in(name, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (in.bad() || !in.is_open())
        problems.push_back({name, 1, 1,
                            "cannot be read: " + std::string(errno != 0 ? std::strerror(errno) : "unknown reason") +
                                "; check the path and its permissions"});
    else
        files.push_back({name, std::move(text)});
}

}  // namespace

std::vector<PackFile> read_pack_files(const std::vector<std::string>& paths, std::vector<PackProblem>& problems) {
    std::vector<PackFile> files;
    for (const std::string& path : paths) {
        std::error_code error;
        if (fs::is_directory(path, error))
            for (const std::string& name : packs_below(path, problems)) read_file(name, files, problems);
        else
            read_file(path, files, problems);
    }
    return files;
}

}  // namespace spamlint
