// Writes the table of src/text/character.h as a C++ header, from the properties, normalisation data, transliterator
// and confusables of the ICU at hand. Usage: generate-text-tables OUT.h
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "text/character.h"
#include "text/fold.h"

namespace {

using namespace spamlint;
using icu::UnicodeString;

void demand(UErrorCode status, const char* what) {
    if (U_SUCCESS(status)) return;
    std::cerr << "generate-text-tables: " << what << ": " << u_errorName(status) << "\n";
    std::exit(1);
}

std::string utf8_of(const UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

UnicodeString normalized(const UNormalizer2* normalizer, UChar32 c) {
    const UnicodeString source(c);
    UErrorCode status = U_ZERO_ERROR;
    UChar buffer[64];
    const int32_t size = unorm2_normalize(normalizer, source.getBuffer(), source.length(), buffer, 64, &status);
    demand(status, "normalising");
    return {buffer, size};
}

/// Negative circled and squared letters have no compatibility mapping, parenthesised ones map to "(a)".
std::optional<char> enclosed_letter(UChar32 c) {
    const auto letter = [](UChar32 index) { return static_cast<char>('a' + index); };
    if (c >= 0x1F150 && c <= 0x1F169) return letter(c - 0x1F150);
    if (c >= 0x1F170 && c <= 0x1F189) return letter(c - 0x1F170);
    if (c >= 0x249C && c <= 0x24B5) return letter(c - 0x249C);
    if (c >= 0x1F110 && c <= 0x1F129) return letter(c - 0x1F110);
    return std::nullopt;
}

bool dressed(UChar32 c) {
    if (c == 0xAA || c == 0xBA || c == 0x2139) return false;  // ª º: ordinal signs, ℹ: an emoji
    switch (u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE)) {
        case U_DT_FONT:
        case U_DT_CIRCLE:
        case U_DT_SUPER:
        case U_DT_SUB:
        case U_DT_WIDE:
        case U_DT_SQUARE:
            return true;
        default:
            return false;
    }
}

/// The lower-case ASCII letter whose UTS #39 skeleton a code point shares.
class LookAlikes {
public:
    LookAlikes() {
        UErrorCode status = U_ZERO_ERROR;
        checker_.reset(uspoof_open(&status));
        demand(status, "opening uspoof");
        for (char c = 'A'; c <= 'Z'; ++c) letters_.emplace(skeleton(c), static_cast<char>(c + 32));
        // Lower case last and kept: the skeleton of I is l.
        for (char c = 'a'; c <= 'z'; ++c) letters_.insert_or_assign(skeleton(c), c);
    }

    char own(UChar32 c) const {
        if (c < 0x80 || !u_isalpha(c) || !of_a_script(c)) return 0;
        if (const char named = small_capital(c)) return named;
        const auto found = letters_.find(skeleton(c));
        return found == letters_.end() ? '\0' : found->second;
    }

    /// "LATIN LETTER SMALL CAPITAL R": the confusables lack most of these.
    static char small_capital(UChar32 c) {
        static const std::string prefix = "LATIN LETTER SMALL CAPITAL ";
        char name[128];
        UErrorCode status = U_ZERO_ERROR;
        const std::string found(name, static_cast<std::size_t>(u_charName(c, U_UNICODE_CHAR_NAME, name, 128, &status)));
        if (found.size() != prefix.size() + 1 || !found.starts_with(prefix)) return 0;
        return static_cast<char>(found.back() + 32);
    }

    std::string skeleton(UChar32 c) const {
        const UnicodeString source(c);
        UErrorCode status = U_ZERO_ERROR;
        UChar buffer[64];
        const int32_t size =
            uspoof_getSkeleton(checker_.get(), 0, source.getBuffer(), source.length(), buffer, 64, &status);
        demand(status, "skeleton");
        return utf8_of({buffer, size});
    }

private:
    struct Close {
        void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
    };

    static bool of_a_script(UChar32 c) {
        UErrorCode status = U_ZERO_ERROR;
        switch (uscript_getScript(c, &status)) {
            case USCRIPT_LATIN:
            case USCRIPT_GREEK:
            case USCRIPT_CYRILLIC:
            case USCRIPT_ARMENIAN:
            case USCRIPT_CHEROKEE:
            case USCRIPT_COPTIC:
            case USCRIPT_LISU:
                return true;
            default:
                return false;
        }
    }

    std::unique_ptr<USpoofChecker, Close> checker_;
    std::map<std::string, char> letters_;
};

class Generator {
public:
    Generator() {
        UErrorCode status = U_ZERO_ERROR;
        casefold_ = unorm2_getNFKCCasefoldInstance(&status);
        nfkc_ = unorm2_getNFKCInstance(&status);
        simplify_.reset(icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
        demand(status, "opening ICU's data");
    }

    Character record(UChar32 c) {
        Character result{};
        result.traits = traits(c);
        UErrorCode status = U_ZERO_ERROR;
        result.script = static_cast<std::uint8_t>(uscript_getScript(c, &status));
        fold(c, result);
        look_alike(c, result);
        return result;
    }

    const std::string& pool() const { return pool_; }

private:
    void fold(UChar32 c, Character& result) {
        const UnicodeString folded = folded_form_of(c, result);
        if (folded == UnicodeString(c)) {
            result.size = Character::same;
            return;
        }
        store(utf8_of(folded), result);
    }

    UnicodeString folded_form_of(UChar32 c, Character& result) const {
        if ((result.traits & trait::ignorable) != 0) {
            result.folds = static_cast<std::uint8_t>(Fold::ignorable);
            return {};
        }
        UnicodeString folded = normalized(casefold_, c);
        if (folded != normalized(nfkc_, c)) result.folds |= static_cast<std::uint8_t>(Fold::letter_case);
        dress(c, folded, result);
        UnicodeString simple = folded;
        simplify_->transliterate(simple);
        if (simple == folded || simple.countChar32() != 1) return folded;
        result.folds |= static_cast<std::uint8_t>(Fold::traditional);
        return simple;
    }

    static void dress(UChar32 c, UnicodeString& folded, Character& result) {
        const std::optional<char> enclosed = enclosed_letter(c);
        if (enclosed) folded = UnicodeString(static_cast<UChar32>(*enclosed));
        const bool one = folded.countChar32() == 1 && u_isalnum(folded.char32At(0));
        if (!enclosed && !(one && dressed(c))) return;
        result.folds |= static_cast<std::uint8_t>(Fold::compatibility);
        if (folded.char32At(0) >= 'a' && folded.char32At(0) <= 'z') result.traits |= trait::styled;
    }

    void look_alike(UChar32 c, Character& result) const {
        const char own = look_alikes_.own(c);
        const UChar32 capital = u_toupper(c);
        result.look_alike = own != 0 || capital == c ? own : look_alikes_.own(capital);
        if (own == 0) return;
        const UChar32 small = u_tolower(c);
        if (small != c && look_alikes_.own(small) != own) result.traits |= trait::capital_differs;
        if (LookAlikes::small_capital(c) != 0) result.traits |= trait::styled;
    }

    void store(const std::string& bytes, Character& result) {
        result.size = static_cast<std::uint8_t>(bytes.size());
        const auto found = pool_.find(bytes);
        result.folded = static_cast<std::uint16_t>(found == std::string::npos ? pool_.size() : found);
        if (found == std::string::npos) pool_ += bytes;
        if (pool_.size() > 0xFFFF || bytes.size() >= Character::same) demand(U_BUFFER_OVERFLOW_ERROR, "pool");
    }

    std::uint32_t traits(UChar32 c) const {
        std::uint32_t result = 0;
        const auto add = [&result](bool holds, std::uint32_t bit) { result |= holds ? bit : 0; };
        const bool mark = (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0;
        const bool white = u_isUWhiteSpace(c) || c == 0x2800;  // U+2800: a braille cell without dots
        const bool control = u_charType(c) == U_CONTROL_CHAR && !white;
        const bool ignorable = control || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
        add(ignorable, trait::ignorable);
        add(!ignorable && !mark && u_hasBinaryProperty(c, UCHAR_ALPHABETIC), trait::letter);
        add(mark && !ignorable, trait::mark);
        add(u_charType(c) == U_DECIMAL_DIGIT_NUMBER, trait::digit);
        add(u_tolower(c) != c, trait::upper);
        add(u_toupper(c) != c, trait::lower);
        add(white, trait::white_space);
        add((c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029, trait::line_break);
        add(u_hasBinaryProperty(c, UCHAR_EMOJI), trait::emoji);
        add(u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION), trait::emoji_shown);
        add((U_MASK(u_charType(c)) & U_GC_P_MASK) != 0, trait::punctuation);
        add(!unorm2_hasBoundaryBefore(casefold_, c) && !ignorable, trait::attaches);
        add(c == 0x200C || c == 0x200D, trait::joiner);
        return result | script_traits(c) | separator_traits(c);
    }

    static std::uint32_t script_traits(UChar32 c) {
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(c, &status);
        const bool kana = script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || c == 0x30FC;
        const bool complex = u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
        const bool joins = c >= 0x590 && c < 0x1C80 && !(c >= 0x10A0 && c < 0x1200) && u_isalpha(c);
        return (script == USCRIPT_HAN ? trait::han : 0U) |
               (script == USCRIPT_HAN || kana || complex ? trait::unspaced : 0U) | (joins ? trait::wide_context : 0U);
    }

    static std::uint32_t separator_traits(UChar32 c) {
        static const std::u32string hard =
            U".-~*_|`^+=\\\u00B7\u2022\u2027\u2010\u2011\u2012\u2013\u2212\u2219\u22C5\u00AF";
        static const std::u32string soft = U"/'\"&#\u2019\u00B0";
        if (hard.find(static_cast<char32_t>(c)) != std::u32string::npos) return trait::separator;
        if (soft.find(static_cast<char32_t>(c)) != std::u32string::npos) return trait::soft_separator;
        const bool picture = u_charType(c) == U_OTHER_SYMBOL || u_charType(c) == U_MODIFIER_SYMBOL ||
                             u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION);
        return c >= 0x80 && picture ? trait::soft_separator : 0U;
    }

    const UNormalizer2* casefold_ = nullptr;
    const UNormalizer2* nfkc_ = nullptr;
    std::unique_ptr<icu::Transliterator> simplify_;
    LookAlikes look_alikes_;
    std::string pool_;
};

auto key(const Character& c) {
    return std::make_tuple(c.traits, c.folded, c.size, c.folds, c.script, c.look_alike);
}

/// Equal records and equal blocks are kept once.
struct Tables {
    std::vector<Character> records;
    std::vector<std::uint16_t> indexes, blocks;
    std::map<decltype(key(Character{})), std::uint16_t> known_records;
    std::map<std::vector<std::uint16_t>, std::uint16_t> known_blocks;

    std::uint16_t index_of(const Character& record) {
        const auto [found, added] = known_records.emplace(key(record), static_cast<std::uint16_t>(records.size()));
        if (added) records.push_back(record);
        if (records.size() > 0xFFFF) demand(U_BUFFER_OVERFLOW_ERROR, "records");
        return found->second;
    }

    void add_block(const std::vector<std::uint16_t>& block) {
        const auto [found, added] = known_blocks.emplace(block, static_cast<std::uint16_t>(known_blocks.size()));
        if (added) indexes.insert(indexes.end(), block.begin(), block.end());
        blocks.push_back(found->second);
    }
};

Tables tables(Generator& generator) {
    Tables result;
    constexpr UChar32 block_size = 1 << character_block_bits;
    for (UChar32 begin = 0; begin <= 0x10FFFF; begin += block_size) {
        std::vector<std::uint16_t> block;
        for (UChar32 c = begin; c < begin + block_size; ++c) block.push_back(result.index_of(generator.record(c)));
        result.add_block(block);
    }
    return result;
}

void write_numbers(std::ostream& out, const char* name, const std::vector<std::uint16_t>& numbers) {
    out << "const std::uint16_t " << name << "[] = {";
    for (std::size_t i = 0; i < numbers.size(); ++i) out << (i % 24 == 0 ? "\n" : "") << numbers[i] << ",";
    out << "\n};\n\n";
}

void write_ascii_skeletons(std::ostream& out) {
    const LookAlikes look_alikes;
    out << "const std::string_view ascii_skeletons[] = {";
    for (UChar32 c = 0; c < 0x80; ++c) {
        out << (c % 8 == 0 ? "\n" : "") << "std::string_view(\"";
        for (const char byte : look_alikes.skeleton(c)) out << "\\" << std::oct << int{byte} << std::dec;
        out << "\"," << look_alikes.skeleton(c).size() << "),";
    }
    out << "\n};\n\n";
}

void write(std::ostream& out, const Tables& tables, const std::string& pool) {
    out << "// Made by tools/generate_text_tables.cpp from ICU " << U_ICU_VERSION << ".\n\n";
    write_numbers(out, "character_blocks", tables.blocks);
    write_numbers(out, "character_indexes", tables.indexes);
    write_ascii_skeletons(out);
    out << "const Character characters[] = {\n";
    for (const Character& c : tables.records) {
        out << "{" << c.traits << "," << c.folded << "," << int{c.size} << "," << int{c.folds} << "," << int{c.script}
            << "," << int{c.look_alike} << "},\n";
    }
    out << "};\n\nconst char character_pool[] = {";
    for (std::size_t i = 0; i < pool.size(); ++i) {
        out << (i % 24 == 0 ? "\n" : "") << "'\\x" << std::hex << int{static_cast<unsigned char>(pool[i])} << std::dec
            << "',";
    }
    out << "\n};\n";
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: generate-text-tables OUT.h\n";
        return 2;
    }
    Generator generator;
    const Tables made = tables(generator);
    std::ofstream out(arguments[1], std::ios::binary);
    write(out, made, generator.pool());
    return out.flush() ? 0 : 1;
}
