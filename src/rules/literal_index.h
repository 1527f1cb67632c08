#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "rules/table.h"

namespace spamlint {

/// Finds all occurrences of thousands of literals in a text, in a pass for each size of gram: a bit filter and a hash
/// table on one gram of 6 bytes of each literal, on 3 and 2 bytes of shorter ones, single bytes in a table of their own.
/// Where few literals have 6 bytes and more, 3 bytes of them spare a pass. Fill with add(), then build(), then scan();
/// or read one that lies ready in a blob.
class LiteralIndex {
public:
    /// `id` is given back by scan(); a literal may be added many times. Empty ones are not for here.
    void add(std::string_view literal, std::uint32_t id);
    void build();

    /// Calls hit(id, begin) for each occurrence, in no order that callers may rely on. Ids that are done(id) are passed
    /// over: a compare less each.
    template <typename Hit, typename Done>
    void scan(std::string_view text, Hit&& hit, Done&& done) const {
        if (!six_.heads.empty()) scan_grams<6>(text, six_, hit, done);
        if (!three_.heads.empty()) scan_grams<3>(text, three_, hit, done);
        if (!two_.heads.empty()) scan_grams<2>(text, two_, hit, done);
        if (!single_.empty()) scan_bytes(text, hit, done);
    }
    template <typename Hit>
    void scan(std::string_view text, Hit&& hit) const {
        scan(text, hit, [](std::uint32_t) { return false; });
    }

private:
    struct Added {
        std::uint32_t begin, size;  // in pool_
        std::uint32_t id;
    };
    struct Literal {
        std::uint32_t begin, size;         // in pool_
        std::uint32_t ids_begin, ids_end;  // in ids_
        std::uint32_t gram = 0;
        std::uint32_t gram_at = 0;  // where in the literal its gram stands
        std::int32_t next = -1;     // with the same hash
    };
    struct Grams {
        unsigned gram_bytes = 6;
        unsigned filter_shift = 0, head_shift = 0;
        Table<std::uint64_t> filter;  // bit by hash: can a gram be in the table?
        Table<std::int32_t> heads;    // first literal by hash
    };

    static std::uint32_t hash(std::uint32_t gram) { return gram * 0x9E3779B1u; }
    /// Two bytes have a bit each: no hash, and no place that only shares one.
    template <unsigned kBytes>
    static std::uint32_t filter_bit(const Grams& grams, std::uint32_t gram) {
        return kBytes == 2 ? gram : hash(gram) >> grams.filter_shift;
    }
    template <unsigned kBytes>
    static std::uint32_t load(const char* bytes) {
        if constexpr (kBytes == 3) {  // a copy of three bytes would be two stores and a load that waits for both
            return load<2>(bytes) | std::uint32_t{static_cast<unsigned char>(bytes[2])} << 16;
        } else if constexpr (kBytes == 6) {  // no number of its own: what is compared in full may share it
            return load<4>(bytes) + load<2>(bytes + 4) * 0x85EBCA6Bu;
        } else {
            std::uint32_t gram = 0;
            std::memcpy(&gram, bytes, kBytes);
            return gram;
        }
    }

    /// Places are filtered block by block: without a branch that the processor could guess wrong.
    template <unsigned kBytes, typename Hit, typename Done>
    void scan_grams(std::string_view text, const Grams& grams, Hit& hit, Done& done) const {
        Block found;
        for (std::size_t begin = 0; begin + kBytes <= text.size(); begin += kBlock) {
            const std::size_t count = candidates<kBytes>(text, begin, grams, found);
            for (std::size_t i = 0; i < count; ++i) {
                const std::size_t at = begin + found[i];
                const std::uint32_t gram = load<kBytes>(text.data() + at);
                probe<kBytes>(text, at, gram, grams.heads.data()[hash(gram) >> grams.head_shift], hit, done);
            }
        }
    }

    static constexpr std::size_t kBlock = 1024;
    using Block = std::array<std::uint16_t, kBlock>;
    /// Of the block's places those whose gram may be in the table, counted from `begin`; returns how many.
    template <unsigned kBytes>
    static std::size_t candidates(std::string_view text, std::size_t begin, const Grams& grams, Block& found);

    template <unsigned kBytes, typename Hit, typename Done>
    void probe(std::string_view text, std::size_t at, std::uint32_t gram, std::int32_t first, Hit& hit,
               Done& done) const {
        const Literal* const literals = literals_.data();
        for (std::int32_t i = first; i >= 0; i = literals[i].next) {
            const Literal& literal = literals[i];
            if (literal.gram != gram || at < literal.gram_at) continue;
            const std::size_t begin = at - literal.gram_at;
            if (literal.ids_end - literal.ids_begin == 1 && done(ids_.data()[literal.ids_begin])) continue;
            const bool is_gram = kBytes <= 3 && literal.size == kBytes;  // and equal, since the grams are
            if (is_gram || (literal.size <= text.size() - begin &&
                            std::memcmp(text.data() + begin, pool_.data() + literal.begin, literal.size) == 0))
                hit_all(literal, begin, hit, done);
        }
    }

    /// Returns whether some id was not done.
    template <typename Hit, typename Done>
    bool hit_all(const Literal& literal, std::size_t begin, Hit& hit, Done& done) const {
        bool some = false;
        for (std::uint32_t i = literal.ids_begin; i < literal.ids_end; ++i) {
            const std::uint32_t id = ids_.data()[i];
            if (done(id)) continue;
            some = true;
            hit(id, begin);
        }
        return some;
    }

    template <typename Hit, typename Done>
    void scan_bytes(std::string_view text, Hit& hit, Done& done) const {
        std::array<std::int32_t, 256> literals;
        std::copy(single_.begin(), single_.end(), literals.begin());
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::int32_t& literal = literals[static_cast<unsigned char>(text[at])];
            if (literal >= 0 && !hit_all(literals_.data()[literal], at, hit, done)) literal = -1;
        }
    }

    static std::uint32_t load(const char* bytes, unsigned count);
    static void make_grams(Grams& grams, unsigned gram_bytes, std::size_t entries);
    Grams& grams_for(std::size_t literal_size);
    void gather_literals();
    std::uint32_t cost(const Grams& grams, const char* gram) const;
    void choose_gram(const Grams& grams, Literal& literal) const;
    void insert(Grams& grams, std::int32_t index);
    void insert_byte(std::int32_t index);

    template <typename A>
    friend void fields(A& a, Grams& x) {
        a(x.gram_bytes), a(x.filter_shift), a(x.head_shift), a(x.filter), a(x.heads);
    }
    template <typename A>
    friend void fields(A& a, LiteralIndex& x) {
        a(x.pool_), a(x.literals_), a(x.ids_), a(x.six_), a(x.three_), a(x.two_), a(x.single_);
    }

    Table<char> pool_;
    std::vector<Added> added_;  // until build()
    Table<Literal> literals_;
    Table<std::uint32_t> ids_;
    Grams six_, three_, two_;
    Table<std::int32_t> single_;  // literal by byte; empty where no literal is a single byte
};

}  // namespace spamlint
