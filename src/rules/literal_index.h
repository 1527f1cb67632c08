#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "rules/table.h"

namespace spamlint {

/// Finds all occurrences of thousands of literals in one pass over a text: a bit filter and a hash table on one 4-byte
/// gram of each literal, those of 2 and 3 bytes by their first two, single bytes by a table of their own. Fill with
/// add(), then build(), then scan(); or read one that lies ready in a blob.
class LiteralIndex {
public:
    /// `id` is given back by scan(); a literal may be added many times. Empty ones are not for here.
    void add(std::string_view literal, std::uint32_t id);
    void build();

    /// Calls hit(id, begin) for each occurrence, of single bytes for the first; in no order that callers may rely on.
    /// Ids that are done(id) may be passed over: a compare less each.
    template <typename Hit, typename Done>
    void scan(std::string_view text, Hit&& hit, Done&& done) const {
        if (!long_.heads.empty()) scan_grams(text, long_, hit, done);
        if (!short_.heads.empty()) scan_grams(text, short_, hit, done);
        if (!single_.empty()) scan_bytes(text, hit);
    }
    template <typename Hit>
    void scan(std::string_view text, Hit&& hit) const {
        scan(text, hit, [](std::uint32_t) { return false; });
    }

private:
    struct Entry {
        std::uint32_t begin, size;  // of the literal, in pool_
        std::uint32_t id;
        std::uint32_t gram = 0;
        std::uint32_t gram_at = 0;  // where in the literal its gram stands
        std::int32_t next = -1;     // with the same hash
    };
    struct Grams {
        unsigned gram_bytes = 4;
        unsigned filter_shift = 0, head_shift = 0;
        Table<std::uint64_t> filter;  // bit by hash: can a gram be in the table?
        Table<std::int32_t> heads;    // first entry by hash
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

    template <typename Hit, typename Done>
    void scan_grams(std::string_view text, const Grams& grams, Hit& hit, Done& done) const {
        if (text.size() < grams.gram_bytes) return;
        if (grams.gram_bytes == 4)
            scan_grams_of<4>(text, grams, hit, done);
        else
            scan_grams_of<2>(text, grams, hit, done);
    }

    template <unsigned kBytes, typename Hit, typename Done>
    void scan_grams_of(std::string_view text, const Grams& grams, Hit& hit, Done& done) const {
        const std::uint64_t* filter = grams.filter.data();
        const std::int32_t* heads = grams.heads.data();
        const std::size_t last = text.size() - kBytes;
        for (std::size_t at = 0; at <= last; ++at) {
            const std::uint32_t gram = load(text.data() + at, kBytes);
            const std::uint32_t hashed = hash(gram);
            const std::uint32_t bit = hashed >> grams.filter_shift;
            if ((filter[bit >> 6] >> (bit & 63)) & 1)
                probe(text, at, gram, heads[hashed >> grams.head_shift], hit, done);
        }
    }

    /// The same literal under several ids is compared once: they share its place in the pool and stand together.
    template <typename Hit, typename Done>
    void probe(std::string_view text, std::size_t at, std::uint32_t gram, std::int32_t first, Hit& hit,
               Done& done) const {
        const Entry* entries = entries_.data();
        std::uint32_t compared = UINT32_MAX;
        bool equal = false;
        for (std::int32_t i = first; i >= 0; i = entries[i].next) {
            const Entry& entry = entries[i];
            if (entry.gram != gram || at < entry.gram_at || done(entry.id)) continue;
            const std::size_t begin = at - entry.gram_at;
            if (entry.begin != compared) {
                compared = entry.begin;
                equal = entry.size <= text.size() - begin &&
                        std::memcmp(text.data() + begin, pool_.data() + entry.begin, entry.size) == 0;
            }
            if (equal) hit(entry.id, begin);
        }
    }

    template <typename Hit>
    void scan_bytes(std::string_view text, Hit& hit) const {
        std::array<std::int32_t, 256> heads;
        std::copy(single_.begin(), single_.end(), heads.begin());
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::int32_t& head = heads[static_cast<unsigned char>(text[at])];
            for (std::int32_t i = head; i >= 0; i = entries_[static_cast<std::size_t>(i)].next)
                hit(entries_[static_cast<std::size_t>(i)].id, at);
            head = -1;
        }
    }

    static void make_grams(Grams& grams, unsigned gram_bytes, std::size_t entries);
    void share_literals();
    void choose_gram(const Grams& grams, Entry& entry) const;
    void insert(Grams& grams, std::int32_t index);
    void insert_byte(std::int32_t index);

    template <typename A>
    friend void fields(A& a, Grams& x) {
        a(x.gram_bytes), a(x.filter_shift), a(x.head_shift), a(x.filter), a(x.heads);
    }
    template <typename A>
    friend void fields(A& a, LiteralIndex& x) {
        a(x.pool_), a(x.entries_), a(x.long_), a(x.short_), a(x.single_);
    }

    Table<char> pool_;
    Table<Entry> entries_;
    Grams long_, short_;
    Table<std::int32_t> single_;  // first entry by byte; empty where no literal is a single byte
};

}  // namespace spamlint
