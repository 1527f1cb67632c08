#pragma once

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace spamlint::fuzz {

/// The words of a dictionary as libFuzzer reads them: "…" a line, with \xNN, \" and \\.
inline std::vector<std::string> read_dictionary(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        at = end + 1;
        if (!line.starts_with('"')) continue;
        std::string word;
        for (std::size_t i = 1; i + 1 < line.size(); ++i) {
            if (line[i] != '\\') {
                word += line[i];
            } else if (line[++i] == 'x') {
                word += static_cast<char>(std::stoi(std::string(line.substr(i + 1, 2)), nullptr, 16));
                i += 2;
            } else {
                word += line[i];
            }
        }
        words.push_back(word);
    }
    return words;
}

/// Changes inputs as a fuzzer without eyes does. std::mt19937 gives the same numbers everywhere.
class Mutation {
public:
    Mutation(std::vector<std::string> words, std::vector<std::string> seeds)
        : words_(std::move(words)), seeds_(std::move(seeds)) {}

    std::string of(std::string input) {
        for (std::size_t left = 1 + below(6); left > 0; --left) change(input);
        return input;
    }

private:
    void change(std::string& input) {
        const std::size_t at = below(input.size() + 1), size = std::min(input.size() - at, std::size_t{1} << below(10));
        switch (below(7)) {
            case 0:
                input.insert(at, one_of(words_));
                break;
            case 1:
                input.replace(at, size, one_of(words_));
                break;
            case 2:
                input.erase(at, size);
                break;
            case 3:
                input.insert(below(input.size() + 1), input.substr(at, size));
                break;
            case 4:
                splice(input, at, size);
                break;
            case 5:
                input.resize(std::min(input.size(), at + input.size() / 2));
                break;
            default:
                if (at < input.size()) input[at] = static_cast<char>(below(256));
        }
    }

    void splice(std::string& input, std::size_t at, std::size_t size) {
        const std::string& other = one_of(seeds_);
        input.insert(at, other.substr(below(other.size() + 1), size));
    }

    std::size_t below(std::size_t bound) { return random_() % bound; }
    const std::string& one_of(const std::vector<std::string>& all) { return all[below(all.size())]; }

    std::mt19937 random_{20};
    std::vector<std::string> words_, seeds_;
};

}  // namespace spamlint::fuzz
