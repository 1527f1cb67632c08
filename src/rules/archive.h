#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace spamlint {

// Values to bytes and back. A struct's fields are listed once, in a function fields(archive, struct) that serves both
// ways; numbers and truths are stored as they are, enumerations and sizes as 32-bit numbers.

class ArchiveWriter {
public:
    template <typename T>
    void operator()(const T& value) {
        if constexpr (std::is_same_v<T, std::string>) {
            size(value.size());
            bytes_ += value;
        } else if constexpr (std::is_enum_v<T>) {
            number(static_cast<std::uint32_t>(value));
        } else if constexpr (std::is_arithmetic_v<T>) {
            number(value);
        } else {
            fields(*this, const_cast<T&>(value));  // fields() only reads where a writer is given
        }
    }
    template <typename T>
    void operator()(const std::vector<T>& items) {
        size(items.size());
        for (const T& item : items) (*this)(item);
    }
    std::string take() && { return std::move(bytes_); }

private:
    void size(std::size_t size) { number(static_cast<std::uint32_t>(size)); }
    template <typename T>
    void number(T value) {
        char raw[sizeof value];
        std::memcpy(raw, &value, sizeof value);
        bytes_.append(raw, sizeof value);
    }
    std::string bytes_;
};

class ArchiveReader {
public:
    explicit ArchiveReader(std::string_view bytes) : rest_(bytes) {}

    template <typename T>
    void operator()(T& value) {
        if constexpr (std::is_same_v<T, std::string>) {
            value.assign(take(size()));
        } else if constexpr (std::is_enum_v<T>) {
            value = static_cast<T>(number<std::uint32_t>());
        } else if constexpr (std::is_arithmetic_v<T>) {
            value = number<T>();
        } else {
            fields(*this, value);
        }
    }
    template <typename T>
    void operator()(std::vector<T>& items) {
        const std::size_t count = size();
        if (count > rest_.size()) throw std::runtime_error("the rules blob is cut short");
        items.resize(count);
        for (T& item : items) (*this)(item);
    }
    std::string_view rest() const { return rest_; }

private:
    std::size_t size() { return number<std::uint32_t>(); }
    std::string_view take(std::size_t count) {
        if (count > rest_.size()) throw std::runtime_error("the rules blob is cut short");
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }
    template <typename T>
    T number() {
        T value;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }
    std::string_view rest_;
};

}  // namespace spamlint
