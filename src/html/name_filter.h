#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "html/ascii.h"

namespace spamlint {

/// Tells most names that are not in a table by first letter and length, before the table is searched: nine of ten
/// attributes and properties of real mail are of no concern here. Names of up to 31 bytes.
class NameFilter {
public:
    template <class Table>
    constexpr explicit NameFilter(const Table& table) {
        for (const auto& entry : table) lengths_[letter(entry.name)] |= std::uint32_t{1} << entry.name.size();
    }
    constexpr bool may_have(std::string_view name) const {
        return !name.empty() && name.size() < 32 && (lengths_[letter(name)] >> name.size() & 1) != 0;
    }

private:
    static constexpr std::size_t letter(std::string_view name) {
        return static_cast<unsigned char>(ascii::lower(name.front())) & 31u;
    }
    std::array<std::uint32_t, 32> lengths_{};
};

}  // namespace spamlint
