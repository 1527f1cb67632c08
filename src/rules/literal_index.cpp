#include "rules/literal_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace spamlint {
namespace {

constexpr unsigned kFewestBits = 8;
constexpr unsigned kBitsOfTwoBytes = 16;         // see filter_bit()
constexpr std::size_t kManyLongLiterals = 1000;  // worth a pass of their own
constexpr unsigned kMostFilterBits = 17;         // 16 KB: stays in the first-level cache
constexpr std::uint32_t kCostOfNeighbour = 8;    // by `commonness`
constexpr std::uint32_t kHighCost = 1000;
constexpr std::uint32_t kGramsTried = 24;  // of a literal, for one that texts and other literals seldom have

/// The bytes that mail in Latin letters is made of, commonest first.
constexpr std::string_view common_bytes = " etaoinsrhldcumpfgywbvk";

/// How common a byte is: 0 for those that are not among the common ones.
constexpr std::array<std::uint8_t, 256> commonness = [] {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t i = 0; i < common_bytes.size(); ++i)
        table[static_cast<unsigned char>(common_bytes[i])] = static_cast<std::uint8_t>(common_bytes.size() - i);
    return table;
}();

}  // namespace

void LiteralIndex::add(std::string_view literal, std::uint32_t id) {
    added_.push_back({static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(literal.size()), id});
    pool_.filled().insert(pool_.filled().end(), literal.begin(), literal.end());
}

void LiteralIndex::make_grams(Grams& grams, unsigned gram_bytes, std::size_t entries) {
    if (entries == 0) return;
    const unsigned bits = std::max<unsigned>(kFewestBits, static_cast<unsigned>(std::bit_width(entries)));
    const unsigned filter_bits = gram_bytes == 2 ? kBitsOfTwoBytes : std::min(kMostFilterBits, bits + 4);
    grams.gram_bytes = gram_bytes;
    grams.head_shift = 32 - bits;
    grams.filter_shift = 32 - filter_bits;
    grams.heads.filled().assign(std::size_t{1} << bits, -1);
    grams.filter.filled().assign((std::size_t{1} << filter_bits) / 64, 0);
}

/// Equal literals become one with several ids.
void LiteralIndex::gather_literals() {
    const std::vector<char> bytes = std::exchange(pool_.filled(), {});
    const auto text = [&](const Added& one) { return std::string_view(bytes.data() + one.begin, one.size); };
    std::stable_sort(added_.begin(), added_.end(), [&](const Added& a, const Added& b) { return text(a) < text(b); });
    std::vector<char>& pool = pool_.filled();
    std::vector<Literal>& literals = literals_.filled();
    std::vector<std::uint32_t>& ids = ids_.filled();
    std::string_view last;
    for (const Added& one : added_) {
        const auto place = static_cast<std::uint32_t>(ids.size());
        if (text(one) != last) {
            last = text(one);
            literals.push_back({static_cast<std::uint32_t>(pool.size()), one.size, place, place, 0, 0, -1});
            pool.insert(pool.end(), last.begin(), last.end());
        }
        ids.push_back(one.id);
        ++literals.back().ids_end;
    }
    added_ = {};
}

template <unsigned kBytes>
std::size_t LiteralIndex::candidates(std::string_view text, std::size_t begin, const Grams& grams, Block& found) {
    const char* const bytes = text.data() + begin;
    const std::size_t places = std::min(kBlock, text.size() - begin - (kBytes - 1));
    const std::uint64_t* const filter = grams.filter.data();
    std::size_t count = 0;
    for (std::size_t at = 0; at < places; ++at) {
        const std::uint32_t bit = filter_bit<kBytes>(grams, load<kBytes>(bytes + at));
        found[count] = static_cast<std::uint16_t>(at);
        count += (filter[bit >> 6] >> (bit & 63)) & 1;
    }
    return count;
}
template std::size_t LiteralIndex::candidates<2>(std::string_view, std::size_t, const Grams&, Block&);
template std::size_t LiteralIndex::candidates<3>(std::string_view, std::size_t, const Grams&, Block&);
template std::size_t LiteralIndex::candidates<6>(std::string_view, std::size_t, const Grams&, Block&);

/// A gram of 2, 3 or 6 bytes as a number.
std::uint32_t LiteralIndex::load(const char* bytes, unsigned count) {
    switch (count) {
        case 6:
            return load<6>(bytes);
        case 3:
            return load<3>(bytes);
        default:
            return load<2>(bytes);
    }
}

/// What a scan will pay for a gram: how common its bytes are, and the literals that stand under its hash already.
std::uint32_t LiteralIndex::cost(const Grams& grams, const char* gram) const {
    std::uint32_t cost = 0;
    for (unsigned i = 0; i < grams.gram_bytes; ++i) cost += commonness[static_cast<unsigned char>(gram[i])];
    std::int32_t at = grams.heads[hash(load(gram, grams.gram_bytes)) >> grams.head_shift];
    for (; at >= 0 && cost < kHighCost; at = literals_[static_cast<std::size_t>(at)].next) cost += kCostOfNeighbour;
    return cost;
}

/// Where in the literal the gram stands that costs least.
void LiteralIndex::choose_gram(const Grams& grams, Literal& literal) const {
    const char* bytes = pool_.data() + literal.begin;
    const std::uint32_t places = literal.size - grams.gram_bytes + 1;
    // Of three-byte characters, the end of one and what follows tell more than its lead byte, which most share.
    const std::uint32_t first = static_cast<unsigned char>(bytes[0]) >= 0xE0 ? 2 : 0;
    std::uint32_t least = UINT32_MAX;
    for (std::uint32_t i = 0; i < std::min(places, kGramsTried); ++i) {
        const std::uint32_t place = (first + i) % places;
        const std::uint32_t found = cost(grams, bytes + place);
        if (found >= least) continue;
        least = found;
        literal.gram_at = place;
    }
    literal.gram = load(bytes + literal.gram_at, grams.gram_bytes);
}

void LiteralIndex::insert(Grams& grams, std::int32_t index) {
    Literal& literal = literals_.filled()[static_cast<std::size_t>(index)];
    choose_gram(grams, literal);
    const std::uint32_t hashed = hash(literal.gram);
    literal.next = std::exchange(grams.heads.filled()[hashed >> grams.head_shift], index);
    const std::uint32_t bit =
        grams.gram_bytes == 2 ? filter_bit<2>(grams, literal.gram) : filter_bit<3>(grams, literal.gram);
    grams.filter.filled()[bit >> 6] |= std::uint64_t{1} << (bit & 63);
}

LiteralIndex::Grams& LiteralIndex::grams_for(std::size_t literal_size) {
    return literal_size >= 6 && !six_.heads.empty() ? six_ : literal_size >= 3 ? three_ : two_;
}

void LiteralIndex::insert_byte(std::int32_t index) {
    if (single_.empty()) single_.filled().assign(256, -1);
    const char byte = pool_[literals_[static_cast<std::size_t>(index)].begin];
    single_.filled()[static_cast<unsigned char>(byte)] = index;
}

void LiteralIndex::build() {
    gather_literals();
    const auto of_size = [&](std::size_t least, std::size_t most) {
        return static_cast<std::size_t>(std::count_if(literals_.begin(), literals_.end(), [&](const Literal& literal) {
            return literal.size >= least && literal.size <= most;
        }));
    };
    const std::size_t long_ones = of_size(6, SIZE_MAX);
    const bool many = long_ones >= kManyLongLiterals;
    make_grams(six_, 6, many ? long_ones : 0);
    make_grams(three_, 3, of_size(3, many ? 5 : SIZE_MAX));
    make_grams(two_, 2, of_size(2, 2));
    for (std::size_t i = 0; i < literals_.size(); ++i) {
        const auto index = static_cast<std::int32_t>(i);
        if (literals_[i].size == 1)
            insert_byte(index);
        else
            insert(grams_for(literals_[i].size), index);
    }
}

}  // namespace spamlint
