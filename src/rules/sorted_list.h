#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "rules/table.h"

namespace spamlint {

/// Texts to look others up in. Most that are none of them are told by their size and last byte.
class SortedList {
public:
    /// In ascending order.
    void add(std::string_view text) {
        texts_.add(text);
        sizes_ |= bit(text.size());
        last_bytes_ |= bit(last_byte(text));
    }

    bool has(std::string_view text) const {
        return (sizes_ & bit(text.size())) != 0 && (last_bytes_ & bit(last_byte(text))) != 0 && is_among(text);
    }

    std::size_t size() const { return texts_.size(); }
    std::string_view operator[](std::size_t index) const { return texts_[index]; }

    template <typename Archive>
    friend void fields(Archive& archive, SortedList& list) {
        archive(list.texts_), archive(list.sizes_), archive(list.last_bytes_);
    }

private:
    static std::uint64_t bit(std::size_t number) { return std::uint64_t{1} << number % 64; }
    static unsigned char last_byte(std::string_view text) {
        return text.empty() ? 0 : static_cast<unsigned char>(text.back());
    }

    bool is_among(std::string_view text) const {
        std::size_t begin = 0, end = texts_.size();
        while (begin < end) {
            const std::size_t middle = begin + (end - begin) / 2;
            const int order = text.compare(texts_[middle]);
            if (order == 0) return true;
            (order < 0 ? end : begin) = order < 0 ? middle : middle + 1;
        }
        return false;
    }

    TextTable texts_;
    std::uint64_t sizes_ = 0, last_bytes_ = 0;  // bits, of numbers by 64
};

}  // namespace spamlint
