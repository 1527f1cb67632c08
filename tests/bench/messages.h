#pragma once

#include <string>
#include <vector>

namespace spamlint::bench {

/// A message as it lies on disk, and what the floor's libraries get of it: their work begins behind the decoding.
struct Sample {
    std::string file;
    std::vector<std::string> html;   // decoded HTML bodies, UTF-8
    std::vector<std::string> texts;  // what a reader sees of each body, UTF-8
};

/// The files below the paths, in the order of their names. Throws std::runtime_error where there is none.
std::vector<Sample> read_samples(const std::vector<std::string>& paths);
std::size_t bytes_of(const std::vector<Sample>& samples);

}  // namespace spamlint::bench
