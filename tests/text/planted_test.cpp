#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "search.h"

using namespace spamlint;

namespace {

using Random = std::mt19937;

template <class Items>
const auto& one_of(const Items& items, Random& random) {
    return items[random() % items.size()];
}

/// Surroundings in which none of the words planted occurs.
std::string filler(Random& random) {
    static const std::vector<std::string> pieces = {"We met on Tuesday. ",
                                                    "see https://example.org/a1?b=c ",
                                                    "¡Olé! ",
                                                    "Привет всем ",
                                                    "今天天气很好。",
                                                    "請看這裡，",
                                                    "\\n",
                                                    "\r\n\r\n",
                                                    "e\u0301tude ",
                                                    "1,200 km ",
                                                    "(b2b) ",
                                                    "日本語の文。",
                                                    "한국어 문장. ",
                                                    "😀 ",
                                                    "\xFF",
                                                    "\u00A0",
                                                    "A.B. ",
                                                    "x\u200B "};
    std::string text;
    for (std::size_t parts = random() % 12; parts > 0; --parts) text += one_of(pieces, random);
    return text;
}

std::vector<std::string> characters(const std::string& word) {
    std::vector<std::string> result;
    for (const char byte : word) {
        if ((static_cast<unsigned char>(byte) & 0xC0) == 0x80) {
            result.back() += byte;
        } else {
            result.emplace_back(1, byte);
        }
    }
    return result;
}

std::string encoded(char32_t c) {
    std::string result;
    result += static_cast<char>(0xF0 | c >> 18);
    result += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    result += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    result += static_cast<char>(0x80 | (c & 0x3F));
    return result;
}

std::string joined_with(const std::vector<std::string>& letters, const std::string& separator) {
    std::string result = letters[0];
    for (std::size_t i = 1; i < letters.size(); ++i) result += separator + letters[i];
    return result;
}

struct Written {
    std::string text;
    bool disguised;
};

Written as_latin(const std::string& word, Random& random) {
    static const std::vector<std::pair<std::string, std::string>> look_alikes = {
        {"a", "а"}, {"e", "е"}, {"o", "о"}, {"c", "с"}, {"p", "р"}, {"i", "і"},
        {"o", "0"}, {"i", "1"}, {"l", "1"}, {"e", "3"}, {"a", "@"}};
    std::vector<std::string> letters = characters(word);
    switch (random() % 6) {
        case 0:
            return {word, false};
        case 1:
            for (std::string& letter : letters) {
                if (random() % 2 == 0) letter[0] = static_cast<char>(letter[0] - 32);
            }
            return {joined_with(letters, ""), false};
        case 2: {
            static const std::vector<std::string> separators = {".", "-", " ", "*", "_", " * ", "·", "/", "❤"};
            return {joined_with(letters, one_of(separators, random)), true};
        }
        case 3: {
            const std::size_t at = 1 + random() % (letters.size() - 1);
            static const std::vector<std::string> ignorables = {"\u200B", "\u00AD", "\u2060", "\u200D", "\u034F"};
            letters[at] = one_of(ignorables, random) + letters[at];
            return {joined_with(letters, ""), true};
        }
        case 4: {
            static const std::vector<char32_t> alphabets = {0x1D41A, 0x1D4EA, 0x1D5BA, 0x1D68A};
            const char32_t alphabet = one_of(alphabets, random);
            for (std::string& letter : letters) letter = encoded(alphabet + static_cast<char32_t>(letter[0] - 'a'));
            return {joined_with(letters, ""), true};
        }
        default: {
            // One letter inside the word: at its end only some digits are read as letters.
            std::vector<std::pair<std::size_t, std::string>> choices;
            for (std::size_t i = 1; i + 1 < letters.size(); ++i) {
                for (const auto& [plain, other] : look_alikes) {
                    if (letters[i] == plain) choices.emplace_back(i, other);
                }
            }
            if (choices.empty()) return {word, false};
            const auto& [at, other] = one_of(choices, random);
            letters[at] = other;
            return {joined_with(letters, ""), true};
        }
    }
}

Written as_han(const std::string& word, const std::string& traditional, Random& random) {
    std::vector<std::string> letters = characters(word);
    const std::size_t at = 1 + random() % (letters.size() - 1);
    switch (random() % 4) {
        case 0:
            return {word, false};
        case 1:
            return {traditional, false};
        case 2: {
            static const std::vector<std::string> separators = {"-", "*", "·", "~", "_", "|", "-_-", "^"};
            letters[at] = one_of(separators, random) + letters[at];
            return {joined_with(letters, ""), true};
        }
        default:
            letters[at] = "\u200B" + letters[at];
            return {joined_with(letters, ""), true};
    }
}

}  // namespace

TEST_CASE("words planted in random disguises come back at exactly their bytes") {
    const std::vector<std::string> latin = {"casino", "lottery", "pharmacy", "inheritance", "bitcoin", "approval"};
    const std::vector<std::pair<std::string, std::string>> han = {{"代开发票", "代開發票"},
                                                                  {"博彩网站", "博彩網站"},
                                                                  {"贷款", "貸款"},
                                                                  {"中奖", "中獎"},
                                                                  {"领取奖金", "領取獎金"}};
    Random random(42);
    for (int round = 0; round < 3000; ++round) {
        const bool is_latin = random() % 2 == 0;
        const auto& [simple, traditional] = one_of(han, random);
        const std::string word = is_latin ? one_of(latin, random) : simple;
        const Written written = is_latin ? as_latin(word, random) : as_han(word, traditional, random);
        const std::string before = filler(random) + (is_latin ? "| " : "：");
        const std::string text = before + written.text + (is_latin ? " |" : "。") + filler(random);
        CAPTURE(round);
        CAPTURE(word);
        CAPTURE(text);
        const std::vector<Hit> hits = search(text, word);
        REQUIRE(hits.size() == 1);
        REQUIRE(hits[0] == Hit{{before.size(), before.size() + written.text.size()}, written.disguised});
    }
}
