#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace spamlint {

/// Where delimiters close in a text that is read from left to right. Each way to close is looked for once, however many
/// of "{{{{{{" are open before it.
class Closings {
public:
    /// The text must outlive this.
    explicit Closings(std::string_view text) : text_(text) {}

    /// Offset of `close` (not empty) from `from` on; npos where it is not in the text.
    std::size_t find(std::string_view close, std::size_t from);

private:
    struct Known {
        std::string_view close;
        std::size_t from, at;  // none begins in [from, at)
    };

    std::string_view text_;
    std::vector<Known> known_;
};

}  // namespace spamlint
