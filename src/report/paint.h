#pragma once

#include <string>
#include <string_view>

namespace spamlint {

/// ANSI colours (ECMA-48 SGR), or none.
class Paint {
public:
    explicit Paint(bool colour) : colour_(colour) {}

    std::string bold(std::string_view text) const { return painted("1", text); }
    std::string dim(std::string_view text) const { return painted("2", text); }
    std::string red(std::string_view text) const { return painted("1;31", text); }
    std::string green(std::string_view text) const { return painted("1;32", text); }
    std::string yellow(std::string_view text) const { return painted("1;33", text); }
    std::string blue(std::string_view text) const { return painted("1;34", text); }

private:
    std::string painted(std::string_view code, std::string_view text) const {
        if (!colour_ || text.empty()) return std::string(text);
        return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
    }

    bool colour_;
};

}  // namespace spamlint
