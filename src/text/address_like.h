#pragma once

#include <cstddef>
#include <string_view>

namespace spamlint {

/// Tells e-mail addresses, URLs, paths, placeholders and codes from words that are disguised: signs inside them part
/// or replace no letters. Looks at the stretch of printable ASCII around a place, each stretch once.
class AddressLike {
public:
    explicit AddressLike(std::string_view plain) : plain_(plain) {}

    /// Does the byte at `at` stand in something like an address? Asked from left to right, else it costs more.
    bool holds(std::size_t at);

private:
    std::string_view plain_;
    std::size_t begin_ = 0, end_ = 0;
    bool verdict_ = false;
};

}  // namespace spamlint
