#include "html/gumbo_tree.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "html/limits.h"
#include "html/long_numbers.h"

namespace spamlint {
namespace {

constexpr std::size_t kLargestChunk = std::size_t{1} << 20;

struct Allocation {
    Arena* arena;
    std::jmp_buf failed;
};

/// Of the thread that is inside gumbo; else nullptr.
thread_local Allocation* inside_gumbo = nullptr;

// gumbo does not look at what an allocator returns, so that a spent budget leaves it by longjmp. Only C frames lie
// between, and all their memory is the arena's.
void* allocate(void* userdata, std::size_t bytes) {
    auto* allocation = static_cast<Allocation*>(userdata);
    void* memory = allocation->arena->allocate(bytes);
    if (!memory) std::longjmp(allocation->failed, 1);
    return memory;
}

void deallocate(void* userdata, void* memory) {
    static_cast<Allocation*>(userdata)->arena->deallocate(memory);
}

GumboOutput* parse(Arena& arena, std::string_view html) {
    Allocation allocation{&arena, {}};
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = deallocate;
    options.userdata = &allocation;
    options.max_errors = 0;  // with errors kept, 10,000 nested <table> cost 11.7 s and 3.1 GB
    inside_gumbo = &allocation;
    GumboOutput* output = nullptr;
    if (setjmp(allocation.failed) == 0) output = gumbo_parse_with_options(&options, html.data(), html.size());
    inside_gumbo = nullptr;
    return output;
}

/// Null where there is no memory: no exception may pass through gumbo.
std::unique_ptr<std::byte[]> new_bytes(std::size_t size) {
    return std::unique_ptr<std::byte[]>(new (std::nothrow) std::byte[size]);
}

}  // namespace

/// Instead of the C library's: gumbo holds its states by assert, some HTML breaks them, and one message must not end a
/// batch of ten thousand.
extern "C" void __assert_fail(const char* assertion, const char* file, unsigned line, const char* function) noexcept {
    if (inside_gumbo != nullptr) std::longjmp(inside_gumbo->failed, 1);
    std::fprintf(stderr, "%s:%u: %s: assertion '%s' failed\n", file, line, function, assertion);
    std::abort();
}

void* Arena::allocate(std::size_t bytes) {
    const std::size_t rounded =
        (bytes + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    if (rounded < bytes || rounded > budget_ - used_) return nullptr;
    used_ += rounded;
    if (rounded > left_) return allocate_anew(rounded);
    void* memory = next_;
    next_ += rounded;
    left_ -= rounded;
    return memory;
}

void* Arena::allocate_anew(std::size_t bytes) {
    if (bytes > kLargestChunk) {
        large_.push_back({new_bytes(bytes), bytes});
        return large_.back().bytes.get();
    }
    chunk_bytes_ = std::max(bytes, std::min(chunk_bytes_ * 2, kLargestChunk));
    chunks_.push_back(new_bytes(chunk_bytes_));
    if (!chunks_.back()) return nullptr;
    next_ = chunks_.back().get() + bytes;
    left_ = chunk_bytes_ - bytes;
    return chunks_.back().get();
}

void Arena::deallocate_large(const void* memory) {
    const auto block = std::ranges::find_if(large_, [&](const Block& one) { return one.bytes.get() == memory; });
    if (block == large_.end()) return;
    used_ -= block->size;
    large_.erase(block);
}

GumboTree::GumboTree(std::string_view html) : html_(html), read_(html), bytes_read_(html.size()) {
    const std::vector<Span> numbers = long_numbers(html);
    if (!numbers.empty()) read_ = copy_ = with_short_numbers(html, numbers);
    for (;; bytes_read_ /= 2) {
        arena_ = std::make_unique<Arena>(kMaxTreeBytes);
        output_ = parse(*arena_, read_.substr(0, bytes_read_));
        if (output_ || bytes_read_ == 0) return;
    }
}

Span GumboTree::span_of(const GumboStringPiece& piece) const {
    if (piece.length == 0 || piece.data < read_.data() || piece.data > read_.data() + read_.size()) return {};
    const auto begin = static_cast<std::size_t>(piece.data - read_.data());
    return {begin, std::min(begin + piece.length, read_.size())};
}

}  // namespace spamlint
