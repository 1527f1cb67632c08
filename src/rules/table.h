#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace spamlint {

/// An array of plain values that is filled at run time, or lies ready in a blob: the matcher of the default packs is
/// used where the linker put it, without a copy.
template <typename T>
class Table {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    Table() = default;
    /// `items` must outlive the table.
    Table(const T* items, std::size_t size) : place_(items), size_(size) {}

    /// For filling; only of tables that do not lie in a blob.
    std::vector<T>& filled() { return own_; }

    const T* data() const { return place_ ? place_ : own_.data(); }
    std::size_t size() const { return place_ ? size_ : own_.size(); }
    bool empty() const { return size() == 0; }
    const T& operator[](std::size_t index) const { return data()[index]; }
    const T* begin() const { return data(); }
    const T* end() const { return data() + size(); }

private:
    std::vector<T> own_;
    const T* place_ = nullptr;
    std::size_t size_ = 0;
};

/// Texts by number, which lie one behind another: filled at run time, or ready in a blob.
class TextTable {
public:
    void add(std::string_view text) {
        own_ += text;
        ends_.filled().push_back(static_cast<std::uint32_t>(own_.size()));
    }

    std::size_t size() const { return ends_.size(); }
    bool empty() const { return ends_.empty(); }
    std::string_view operator[](std::size_t index) const {
        const std::uint32_t begin = index == 0 ? 0 : ends_[index - 1];
        return texts().substr(begin, ends_[index] - begin);
    }

    template <typename Archive>
    friend void fields(Archive& archive, TextTable& table) {
        std::string_view texts = table.texts();
        archive(table.ends_), archive(texts);
        if (texts.data() != table.own_.data()) table.place_ = texts;  // read from a blob
    }

private:
    std::string_view texts() const { return place_.data() ? place_ : own_; }

    Table<std::uint32_t> ends_;
    std::string own_;
    std::string_view place_;
};

}  // namespace spamlint
