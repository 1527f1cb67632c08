// Every property on the corpus and the packs as they are, and on mutations of them: the same on every run, and without
// a fuzzer. script/fuzz goes further.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz/mutation.h"
#include "fuzz/properties.h"

using namespace spamlint;
namespace fs = std::filesystem;

namespace {

using Inputs = std::vector<std::string>;
using Property = std::function<void(std::string_view)>;

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Files below a folder of the project, those that are larger than `most` bytes left out.
Inputs files_below(const std::string& folder, std::size_t most) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SPAMLINT_SOURCE_DIR) / folder))
        if (entry.is_regular_file() && entry.path().extension() != ".json" && entry.file_size() <= most)
            paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    Inputs inputs;
    for (const fs::path& path : paths) inputs.push_back(read(path));
    REQUIRE(inputs.size() >= 10);
    return inputs;
}

const Inputs& corpus() {
    static const Inputs all = files_below("corpus", 20'000);
    return all;
}

Inputs tokens(const std::string& name) {
    return fuzz::read_dictionary(read(fs::path(SPAMLINT_SOURCE_DIR) / "tests/fuzz" / name));
}

/// What breaks is left as a file, whose name says how to run it again.
void check(const Property& property, const std::string& name, const std::string& input) {
    try {
        property(input);
    } catch (const std::exception& broken) {
        const fs::path kept = fs::temp_directory_path() / ("spamlint-broken-" + name);
        std::ofstream(kept, std::ios::binary) << input;
        FAIL_CHECK(name << " does not hold: " << std::string(broken.what()) << "; the input is in " << kept.string());
    }
}

void check_mutations(const Property& property, const std::string& name, const Inputs& seeds, const Inputs& words,
                     int rounds) {
    fuzz::Mutation mutation(words, seeds);
    for (const std::string& seed : seeds) check(property, name, seed);
    for (int round = 0; round < rounds; ++round)
        check(property, name, mutation.of(seeds[static_cast<std::size_t>(round) % seeds.size()]));
}

}  // namespace

TEST_CASE("messages hold whatever happens to them") {
    check_mutations(fuzz::message_holds, "message", corpus(), tokens("mail.dict"), 1500);
}

TEST_CASE("header values hold whatever happens to them") {
    check_mutations(fuzz::words_holds, "words", corpus(), tokens("mail.dict"), 1500);
}

TEST_CASE("HTML holds whatever happens to it") {
    check_mutations(fuzz::html_holds, "html", corpus(), tokens("mail.dict"), 1000);
}

TEST_CASE("texts of all charsets hold whatever happens to them") {
    Inputs seeds;
    for (const std::string& file : corpus()) seeds.push_back(static_cast<char>(seeds.size()) + file);
    check_mutations(fuzz::text_holds, "text", seeds, tokens("mail.dict"), 500);
}

TEST_CASE("packs hold whatever happens to them") {
    check_mutations(fuzz::packs_holds, "packs", files_below("rules", 5'000), tokens("packs.dict"), 300);
}

TEST_CASE("whole files hold whatever happens to them") {
    check_mutations(fuzz::lint_holds, "lint", corpus(), tokens("mail.dict"), 150);
}
