#include "rules/literal_index.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace spamlint {
namespace {

constexpr unsigned kFewestBits = 8;
constexpr unsigned kMostFilterBits = 17;  // 16 KB: stays in the first-level cache
constexpr std::uint32_t kGramsTried = 8;  // of a literal, for one that no other literal has yet

}  // namespace

void LiteralIndex::add(std::string_view literal, std::uint32_t id) {
    entries_.filled().push_back(
        {static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(literal.size()), id, 0, 0, -1});
    pool_.filled().insert(pool_.filled().end(), literal.begin(), literal.end());
}

void LiteralIndex::make_grams(Grams& grams, unsigned gram_bytes, std::size_t entries) {
    if (entries == 0) return;
    const unsigned bits = std::max<unsigned>(kFewestBits, static_cast<unsigned>(std::bit_width(entries)));
    const unsigned filter_bits = std::min(kMostFilterBits, bits + 4);
    grams.gram_bytes = gram_bytes;
    grams.head_shift = 32 - bits;
    grams.filter_shift = 32 - filter_bits;
    grams.heads.filled().assign(std::size_t{1} << bits, -1);
    grams.filter.filled().assign((std::size_t{1} << filter_bits) / 64, 0);
}

/// Equal literals become neighbours that share their place in the pool.
void LiteralIndex::share_literals() {
    std::vector<Entry>& entries = entries_.filled();
    const std::vector<char> added = std::move(pool_.filled());
    const auto literal = [&](const Entry& entry) { return std::string_view(added.data() + entry.begin, entry.size); };
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const Entry& a, const Entry& b) { return literal(a) < literal(b); });
    std::vector<char>& pool = pool_.filled();
    pool.clear();
    std::string_view last;
    for (Entry& entry : entries) {
        const std::string_view text = literal(entry);
        if (text != last) pool.insert(pool.end(), text.begin(), text.end());
        last = text;
        entry.begin = static_cast<std::uint32_t>(pool.size()) - entry.size;
    }
}

/// Where in the literal the gram stands that no other literal has yet.
void LiteralIndex::choose_gram(const Grams& grams, Entry& entry) const {
    const char* literal = pool_.data() + entry.begin;
    const std::uint32_t places = grams.gram_bytes == 4 ? entry.size - 3 : 1;
    // Of three-byte characters, the end of one and the whole next tell more than one and the lead byte of the next.
    const std::uint32_t first = static_cast<unsigned char>(literal[0]) >= 0xE0 ? 2 : 0;
    for (std::uint32_t i = 0; i < std::min(places, kGramsTried); ++i) {
        entry.gram_at = (first + i) % places;
        entry.gram = load(literal + entry.gram_at, grams.gram_bytes);
        if (grams.heads[hash(entry.gram) >> grams.head_shift] < 0) break;
    }
}

void LiteralIndex::insert(Grams& grams, std::int32_t index) {
    Entry* const entries = entries_.filled().data();
    Entry& entry = entries[index];
    const Entry* before = index > 0 ? &entries[index - 1] : nullptr;
    if (before && before->begin == entry.begin) {
        entry.gram_at = before->gram_at;
        entry.gram = before->gram;
    } else {
        choose_gram(grams, entry);
    }
    const std::uint32_t hashed = hash(entry.gram);
    std::int32_t& head = grams.heads.filled()[hashed >> grams.head_shift];
    entry.next = head;
    head = index;
    const std::uint32_t bit = hashed >> grams.filter_shift;
    grams.filter.filled()[bit >> 6] |= std::uint64_t{1} << (bit & 63);
}

void LiteralIndex::insert_byte(std::int32_t index) {
    Entry& entry = entries_.filled()[static_cast<std::size_t>(index)];
    if (single_.empty()) single_.filled().assign(256, -1);
    std::int32_t& head = single_.filled()[static_cast<unsigned char>(pool_[entry.begin])];
    entry.next = head;
    head = index;
}

void LiteralIndex::build() {
    const auto longs = std::count_if(entries_.begin(), entries_.end(), [](const Entry& e) { return e.size >= 4; });
    const auto bytes = std::count_if(entries_.begin(), entries_.end(), [](const Entry& e) { return e.size == 1; });
    share_literals();
    make_grams(long_, 4, static_cast<std::size_t>(longs));
    make_grams(short_, 2, entries_.size() - static_cast<std::size_t>(longs + bytes));
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const auto index = static_cast<std::int32_t>(i);
        if (entries_[i].size == 1)
            insert_byte(index);
        else
            insert(entries_[i].size >= 4 ? long_ : short_, index);
    }
}

}  // namespace spamlint
