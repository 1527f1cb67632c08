#include "rules/problems.h"

#include <algorithm>

namespace spamlint {
namespace {

/// Levenshtein distance; both words are short names.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

constexpr std::size_t kLongestName = 80;  // longer words are no misspelt names
constexpr std::size_t kMostNamed = 20;    // of a list in one line

}  // namespace

std::string to_string(const PackProblem& problem) {
    return problem.file + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " +
           problem.message;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
    if (word.empty() || word.size() > kLongestName) return {};
    std::size_t best = std::max<std::size_t>(2, word.size() / 3) + 1;
    std::string_view nearest;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best && distance < candidate.size()) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest.empty() ? std::string() : "; did you mean '" + std::string(nearest) + "'?";
}

std::string known_names(std::string_view word, std::vector<std::string_view> names) {
    if (names.size() <= kMostNamed) return "; known are " + one_of(names);
    const std::string number = std::to_string(names.size());
    word = word.substr(0, kLongestName);
    std::partial_sort(names.begin(), names.begin() + 2, names.end(), [&](std::string_view a, std::string_view b) {
        return std::pair(edit_distance(word, a), a) < std::pair(edit_distance(word, b), b);
    });
    names.resize(2);
    return "; the closest of " + number + " are " + one_of(names);
}

std::string one_of(const std::vector<std::string_view>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
        text += names[i];
    }
    return text;
}

}  // namespace spamlint
