#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "rules/table.h"

namespace spamlint {

// Values to bytes and back. A struct's fields are listed once, in a function fields(archive, struct) that serves both
// ways; numbers and truths are stored as they are, enumerations and sizes as 32-bit numbers. Texts that are read as
// views, and tables, stay where they lie in the blob; tables stand at multiples of 8 bytes.

constexpr std::size_t table_alignment = 8;

class ArchiveWriter {
public:
    explicit ArchiveWriter(std::string_view magic) : bytes_(magic) {}

    template <typename T>
    void operator()(const T& value) {
        if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>) {
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
    template <typename T>
    void operator()(const Table<T>& table) {
        size(table.size());
        bytes_.resize((bytes_.size() + table_alignment - 1) / table_alignment * table_alignment);
        bytes_.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(T));
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
    /// Reads `blob` from `offset` on.
    explicit ArchiveReader(std::string_view blob, std::size_t offset) : blob_(blob), rest_(blob.substr(offset)) {}

    template <typename T>
    void operator()(T& value) {
        if constexpr (std::is_same_v<T, std::string>) {
            value.assign(take(size()));
        } else if constexpr (std::is_same_v<T, std::string_view>) {
            value = take(size());
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
    template <typename T>
    void operator()(Table<T>& table) {
        const std::size_t count = size();
        take((table_alignment - offset() % table_alignment) % table_alignment);
        if (count > rest_.size()) throw std::runtime_error("the rules blob is cut short");
        const char* items = take(count * sizeof(T)).data();
        if (reinterpret_cast<std::uintptr_t>(items) % alignof(T) == 0) {
            table = Table<T>(reinterpret_cast<const T*>(items), count);
        } else {  // a blob that somebody put at an odd address
            table.filled().resize(count);
            std::memcpy(table.filled().data(), items, count * sizeof(T));
        }
    }
    /// Bytes from the beginning of the blob to what is read next.
    std::size_t offset() const { return blob_.size() - rest_.size(); }

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
    std::string_view blob_, rest_;
};

}  // namespace spamlint
