#include "text/cjk_words.h"

#include <unicode/ucharstrie.h>
#include <unicode/udata.h>

#include <array>
#include <cstdint>
#include <limits>
#include <memory>

namespace spamlint {
namespace {

// The costs and limits below are those of ICU's CjkBreakEngine (dictbe.cpp): the cost of a word is the scaled negative
// logarithm of its probability, and the words chosen are those of the smallest sum.
constexpr std::uint32_t cost_of_unknown_character = 255;
constexpr std::size_t longest_word = 20;
constexpr std::size_t longest_katakana_group = 20;
constexpr std::array<std::uint32_t, 9> katakana_costs = {8192, 984, 408, 240, 204, 252, 300, 372, 480};
constexpr std::uint32_t no_cost = std::numeric_limits<std::uint32_t>::max();

bool is_katakana(char32_t c) {
    return (c >= 0x30A1 && c <= 0x30FE && c != 0x30FB) || (c >= 0xFF66 && c <= 0xFF9F);
}

struct Close {
    void operator()(UDataMemory* memory) const { udata_close(memory); }
};

/// ICU's cjdict.dict.
struct Dictionary {
    std::unique_ptr<UDataMemory, Close> memory;
    const char16_t* trie = nullptr;  // null if there is none of the known kind

    Dictionary() {
        UErrorCode status = U_ZERO_ERROR;
        memory.reset(udata_open(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", &status));
        if (U_FAILURE(status)) return;
        // Indexes of ICU's DictionaryData: the offset of the trie, and its type (1: of 16-bit units).
        const auto* indexes = static_cast<const std::int32_t*>(udata_getMemory(memory.get()));
        if ((indexes[4] & 7) != 1) return;
        trie = reinterpret_cast<const char16_t*>(reinterpret_cast<const char*>(indexes) + indexes[0]);
    }
};

const char16_t* dictionary() {
    static const Dictionary opened;
    return opened.trie;
}

/// The cheapest way to each place of the text, found from left to right.
class Segmentation {
public:
    explicit Segmentation(std::span<const char32_t> text) : text_(text) {
        cost_.fill(no_cost);
        cost_[0] = 0;
        bool after_katakana = false;
        for (std::size_t at = 0; at < text_.size(); ++at) {
            const bool katakana = is_katakana(text_[at]);
            if (cost_[at] != no_cost) {
                add_words(at);
                if (katakana && !after_katakana) add_katakana_group(at);
            }
            after_katakana = katakana;
        }
    }

    bool has_boundary(std::size_t place) const {
        std::size_t at = text_.size();
        while (at > place) at = previous_[at];
        return at == place;
    }

private:
    void add(std::size_t begin, std::size_t size, std::uint32_t cost) {
        const std::uint32_t sum = cost_[begin] + cost;
        if (sum >= cost_[begin + size]) return;
        cost_[begin + size] = sum;
        previous_[begin + size] = begin;
    }

    void add_words(std::size_t begin) {
        icu::UCharsTrie trie(dictionary());
        bool single = false;
        for (std::size_t size = 1; size <= longest_word && begin + size <= text_.size(); ++size) {
            const auto c = static_cast<UChar32>(text_[begin + size - 1]);
            const UStringTrieResult result = size == 1 ? trie.firstForCodePoint(c) : trie.nextForCodePoint(c);
            if (USTRINGTRIE_HAS_VALUE(result)) {
                add(begin, size, static_cast<std::uint32_t>(trie.getValue()));
                single = single || size == 1;
            }
            if (!USTRINGTRIE_HAS_NEXT(result)) break;
        }
        if (!single) add(begin, 1, cost_of_unknown_character);
    }

    /// A run of Katakana is a word of its own, at a cost by its length.
    void add_katakana_group(std::size_t begin) {
        std::size_t size = 1;
        while (begin + size < text_.size() && size < longest_katakana_group && is_katakana(text_[begin + size])) ++size;
        if (size >= longest_katakana_group) return;
        add(begin, size, katakana_costs[size < katakana_costs.size() ? size : 0]);
    }

    std::span<const char32_t> text_;
    std::array<std::uint32_t, longest_cjk_text + 1> cost_;
    std::array<std::size_t, longest_cjk_text + 1> previous_{};
};

}  // namespace

bool is_cjk_boundary(std::span<const char32_t> text, std::size_t place) {
    if (dictionary() == nullptr || text.size() > longest_cjk_text) return false;
    return Segmentation(text).has_boundary(place);
}

}  // namespace spamlint
