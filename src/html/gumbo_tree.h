#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// Memory that is given back all at once. Saves gumbo 11 % of its time, and the tree's destructor, which recurses.
class Arena {
public:
    explicit Arena(std::size_t budget) : budget_(budget) {}
    /// nullptr when the budget is spent.
    void* allocate(std::size_t bytes);
    /// Of the large blocks alone: a long text doubles its buffer again and again.
    void deallocate(const void* memory) {
        if (!large_.empty()) deallocate_large(memory);
    }
    std::size_t used() const { return used_; }

private:
    struct Block {
        std::unique_ptr<std::byte[]> bytes;
        std::size_t size;
    };
    void* allocate_anew(std::size_t bytes);
    void deallocate_large(const void* memory);

    std::vector<std::unique_ptr<std::byte[]>> chunks_;
    std::vector<Block> large_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
    std::size_t chunk_bytes_ = std::size_t{32} << 10;
    std::size_t used_ = 0;
    std::size_t budget_;
};

/// True for copies that gumbo makes of formatting elements which reach over blocks: they repeat the original's offsets.
inline bool is_clone(const GumboNode& node) {
    return (node.parse_flags &
            (GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT | GUMBO_INSERTION_ADOPTION_AGENCY_CLONED)) != 0;
}

/// gumbo's tree of an HTML text, which must outlive it. Its memory is bounded.
class GumboTree {
public:
    explicit GumboTree(std::string_view html);
    GumboTree(const GumboTree&) = delete;  // nodes point into copy_

    std::string_view html() const { return html_; }
    /// Where in the HTML the piece stands that a node names; empty for what stands nowhere.
    Span span_of(const GumboStringPiece& piece) const;
    const GumboNode* document() const { return output_ ? output_->document : nullptr; }
    /// How much of the HTML was read: less than all of it where the tree would have outgrown its memory.
    std::size_t bytes_read() const { return bytes_read_; }

private:
    std::string_view html_;
    std::string copy_;
    std::string_view read_;  // what the nodes point into: html_, or a copy with numbers that gumbo can hold
    std::unique_ptr<Arena> arena_;
    GumboOutput* output_ = nullptr;
    std::size_t bytes_read_ = 0;
};

}  // namespace spamlint
