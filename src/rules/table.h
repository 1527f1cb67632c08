#pragma once

#include <cstddef>
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

}  // namespace spamlint
