#include "facts/letters.h"

#include <algorithm>
#include <string>

#include "facts/code_points.h"

namespace spamlint {

std::vector<Span> upper_words(std::string_view text, std::size_t shortest) {
    std::vector<Span> found;
    Span word;
    std::size_t cased = 0, upper = 0;
    const auto finish = [&] {
        if (cased >= shortest && cased == upper) found.push_back(word);
        cased = upper = 0;
        word = {};
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(text, at);
        if (!is_letter(c)) {
            finish();
            continue;
        }
        word = {word.empty() ? begin : word.begin, at};
        cased += is_cased(c);
        upper += is_upper(c);
    }
    finish();
    return found;
}

std::size_t longest_space_run(std::string_view text) {
    std::size_t longest = 0, run = 0;
    bool begun = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const bool space = is_space(c);
        run = space && begun ? run + 1 : 0;
        begun |= !space;
        longest = std::max(longest, run);
    }
    return longest;
}

std::size_t longest_padding(std::string_view raw, std::string_view decoded) {
    std::string unfolded;
    bool fold = false;
    for (char c : raw) {
        const bool line_end = c == '\r' || c == '\n';
        if (line_end && !fold) unfolded += ' ';
        fold = line_end || (fold && (c == ' ' || c == '\t'));
        if (!fold) unfolded += c;
    }
    // Without encoded-words the decoded text only repeats the spaces of folds.
    const bool encoded = unfolded.find("=?") != std::string::npos;
    return std::max(longest_space_run(unfolded), encoded ? longest_space_run(decoded) : 0);
}

double upper_share(std::size_t upper, std::size_t lower) {
    return upper + lower == 0 ? 0 : static_cast<double>(upper) / static_cast<double>(upper + lower);
}

}  // namespace spamlint
