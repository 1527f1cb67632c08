#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace spamlint {

/// The boundaries of the multiparts that are open at a place, outermost first.
class Delimiters {
public:
    struct Match {
        int level = -1;        // index of the multipart; -1 when the line is no delimiter
        bool closing = false;  // "--boundary--"
        explicit operator bool() const { return level >= 0; }
    };

    void push(std::string boundary);
    void pop();
    std::size_t size() const { return open_.size(); }

    /// A whole line, white space at its end allowed (RFC 2046 5.1.1). The innermost level wins. One look-up a line.
    Match match(std::string_view line) const;

private:
    int level_of(std::string_view boundary) const;

    std::vector<std::string> open_;
    std::unordered_map<std::string, std::vector<int>> levels_;
    std::size_t longest_ = 0;
};

}  // namespace spamlint
