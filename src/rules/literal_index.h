#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace spamlint {

/// Finds all occurrences of thousands of literals in one pass over a text: a bit filter and a hash table on one 4-byte
/// gram of each literal, those of 2 and 3 bytes by their first two. Fill with add(), then build(), then scan().
class LiteralIndex {
public:
    static constexpr std::size_t kShortest = 2;  // bytes

    /// `id` is given back by scan(); a literal may be added many times. Shorter ones than kShortest are not for here.
    void add(std::string_view literal, std::uint32_t id);
    void reserve(std::size_t literals, std::size_t bytes);
    void build();
    bool empty() const { return entries_.empty(); }

    /// Calls hit(id, begin) for each occurrence, in no order that callers may rely on.
    template <typename Hit>
    void scan(std::string_view text, Hit&& hit) const {
        if (!long_.heads.empty()) scan_grams(text, long_, hit);
        if (!short_.heads.empty()) scan_grams(text, short_, hit);
    }

private:
    struct Entry {
        std::uint32_t begin, size;  // of the literal, in pool_
        std::uint32_t id;
        std::uint32_t gram = 0;
        std::uint32_t gram_at = 0;  // where in the literal its gram stands
        std::int32_t next = -1;     // with the same hash
    };
    struct Table {
        unsigned gram_bytes = 4;
        unsigned filter_shift = 0, head_shift = 0;
        std::vector<std::uint64_t> filter;  // bit by hash: can a gram be in the table?
        std::vector<std::int32_t> heads;    // first entry by hash
    };

    static std::uint32_t hash(std::uint32_t gram) { return gram * 0x9E3779B1u; }
    static std::uint32_t load(const char* bytes, unsigned count) {
        if (count == 4) {
            std::uint32_t gram;
            std::memcpy(&gram, bytes, 4);
            return gram;
        }
        std::uint16_t gram;
        std::memcpy(&gram, bytes, 2);
        return gram;
    }
    static bool passes(const Table& table, std::uint32_t hashed) {
        const std::uint32_t bit = hashed >> table.filter_shift;
        return (table.filter[bit >> 6] >> (bit & 63)) & 1;
    }

    template <typename Hit>
    void scan_grams(std::string_view text, const Table& table, Hit& hit) const {
        if (text.size() < table.gram_bytes) return;
        if (table.gram_bytes == 4)
            scan_grams_of<4>(text, table, hit);
        else
            scan_grams_of<2>(text, table, hit);
    }

    template <unsigned kBytes, typename Hit>
    void scan_grams_of(std::string_view text, const Table& table, Hit& hit) const {
        const std::size_t last = text.size() - kBytes;
        for (std::size_t at = 0; at <= last; ++at) {
            const std::uint32_t gram = load(text.data() + at, kBytes);
            const std::uint32_t hashed = hash(gram);
            if (passes(table, hashed)) probe(text, at, gram, table.heads[hashed >> table.head_shift], hit);
        }
    }

    template <typename Hit>
    void probe(std::string_view text, std::size_t at, std::uint32_t gram, std::int32_t first, Hit& hit) const {
        for (std::int32_t i = first; i >= 0; i = entries_[static_cast<std::size_t>(i)].next) {
            const Entry& entry = entries_[static_cast<std::size_t>(i)];
            if (entry.gram != gram || at < entry.gram_at) continue;
            const std::size_t begin = at - entry.gram_at;
            if (entry.size > text.size() - begin) continue;
            if (std::memcmp(text.data() + begin, pool_.data() + entry.begin, entry.size) == 0) hit(entry.id, begin);
        }
    }

    void make_table(Table& table, unsigned gram_bytes, std::size_t entries) const;
    void insert(Table& table, std::int32_t index);

    std::string pool_;
    std::vector<Entry> entries_;
    Table long_, short_;
};

}  // namespace spamlint
