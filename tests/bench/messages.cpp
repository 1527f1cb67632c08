#include "bench/messages.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <stdexcept>

#include "lint/lint.h"

namespace spamlint::bench {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_below(const fs::path& path) {
    if (!fs::is_directory(path)) return {path};
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(path))
        if (entry.is_regular_file() && entry.path().extension() != ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

Sample read_sample(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    Sample sample{{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}, {}, {}};
    for (Message& message : read_messages("", sample.file)) {
        const Content content = read_content(sample.file, std::move(message));
        for (const Body& body : content.bodies) {
            if (body.document) sample.html.push_back(body.source.text());
            sample.texts.push_back(body.visible.text());
        }
    }
    return sample;
}

}  // namespace

std::vector<Sample> read_samples(const std::vector<std::string>& paths) {
    std::vector<Sample> samples;
    for (const std::string& path : paths)
        for (const fs::path& file : files_below(path)) samples.push_back(read_sample(file));
    if (samples.empty()) throw std::runtime_error("there are no files below the given paths");
    return samples;
}

std::size_t bytes_of(const std::vector<Sample>& samples) {
    return std::accumulate(samples.begin(), samples.end(), std::size_t{0},
                           [](std::size_t sum, const Sample& sample) { return sum + sample.file.size(); });
}

}  // namespace spamlint::bench
