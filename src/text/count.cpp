#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "span/utf8.h"
#include "text/character.h"
#include "text/words.h"

namespace spamlint {
namespace {

/// Signs of one class make a run: !?!?, ....., $$$. Hyphens, underscores and the like draw rules and are none.
enum RunClass : std::uint8_t { no_run, excitement, money, stars, dots, waves, commas };

RunClass run_class(char32_t c) {
    switch (c) {
        case U'!':
        case U'?':
        case U'！':
        case U'？':
        case U'‼':
        case U'⁉':
        case U'¡':
        case U'¿':
            return excitement;
        case U'$':
        case U'€':
        case U'£':
        case U'¥':
        case U'￥':
            return money;
        case U'*':
        case U'＊':
        case U'★':
        case U'☆':
            return stars;
        case U'.':
        case U'。':
        case U'…':
            return dots;
        case U'~':
        case U'～':
            return waves;
        case U',':
        case U'，':
            return commas;
        default:
            return no_run;
    }
}

struct Ascii {
    enum : std::uint8_t { letter = 1, digit = 2, apostrophe = 4, runs = 8, white = 16 };
    std::array<std::uint8_t, 128> kind{};
    constexpr Ascii() {
        for (unsigned c = 0; c < 128; ++c) {
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) kind[c] = letter;
            if (c >= '0' && c <= '9') kind[c] = digit;
            if (c == ' ' || (c >= 9 && c <= 13)) kind[c] = white;
        }
        kind['\''] = apostrophe;
        for (const char c : {'!', '?', '$', '*', '.', '~', ','}) kind[static_cast<unsigned>(c)] = runs;
    }
};
constexpr Ascii ascii;

class Counter {
public:
    explicit Counter(std::string_view text)
        : text_(text), p_(reinterpret_cast<const unsigned char*>(text.data())), end_(p_ + text.size()) {}

    TextCounts run() {
        while (p_ < end_) {
            if (*p_ < 0x80) {
                ascii_run();
            } else {
                other(utf8::decode(p_, end_));
            }
        }
        end_unspaced();
        add_ascii();
        return counts_;
    }

private:
    void ascii_run() {
        end_unspaced();
        if (ignorables_since_letter_ > 0 && ascii.kind[*p_] <= Ascii::digit && ascii.kind[*p_] != 0)
            counts_.ignorables_in_words += after_letter_ ? ignorables_since_letter_ : 0;
        ignorables_since_letter_ = 0;
        const unsigned char* p = p_;
        bool in_word = in_word_;
        std::size_t words = 0;
        for (; p < end_ && *p < 0x80; ++p) {
            const std::uint8_t kind = ascii.kind[*p];
            ++bytes_[*p];
            const bool letter = kind == Ascii::letter;
            words += static_cast<std::size_t>(letter && !in_word);
            in_word = letter || (in_word && (kind & (Ascii::digit | Ascii::apostrophe)) != 0);
            if (kind == Ascii::runs) extend_run(*p, p);
        }
        counts_.words += words;
        in_word_ = in_word;
        after_letter_ = (ascii.kind[p[-1]] & (Ascii::letter | Ascii::digit)) != 0;
        last_ = p[-1];
        last_emoji_ = false;
        p_ = p;
    }

    void other(CodePoint c) {
        const Character& record = character(c.value);
        const unsigned char* at = p_;
        p_ += c.size;
        if (record.is(trait::ignorable)) return take_ignorable(c);
        if (record.is(trait::white_space)) {
            in_word_ = after_letter_ = false;
        } else {
            ++counts_.characters;
            take_visible(c, record, at);
        }
        if (!record.is(trait::unspaced) || record.is(trait::white_space)) end_unspaced();
        ignorables_since_letter_ = 0;
        last_ = c.value;
    }

    void take_visible(CodePoint c, const Character& record, const unsigned char* at) {
        take_emoji(c, record);
        if (const RunClass runs = run_class(c.value); runs != no_run) extend_run(c.value, at, c.size);
        counts_.exclamations += c.value == U'！' || c.value == U'¡' || c.value == U'‼' ? 1U : 0U;
        counts_.questions += c.value == U'？' ? 1U : 0U;
        counts_.digits += record.is(trait::digit) ? 1U : 0U;
        counts_.styled_letters += record.is(trait::styled) ? 1U : 0U;
        const bool letter = record.is(trait::letter);
        if (letter) take_letter(record);
        const bool counts = (letter || record.is(trait::digit)) && !record.is(trait::wide_context);
        if (counts && after_letter_) counts_.ignorables_in_words += ignorables_since_letter_;
        if (!record.is(trait::mark)) after_letter_ = counts;
        if (letter && !record.is(trait::unspaced)) {
            counts_.words += in_word_ ? 0 : 1;
            in_word_ = true;
        } else if (!record.is(trait::mark | trait::digit) && c.value != U'’') {
            in_word_ = false;
        }
        if (record.is(trait::unspaced) && letter) ++unspaced_;
    }

    void take_letter(const Character& record) {
        ++counts_.letters;
        counts_.upper += record.is(trait::upper) ? 1U : 0U;
        counts_.lower += record.is(trait::lower) ? 1U : 0U;
        switch (record.script) {
            case USCRIPT_HAN:
                ++counts_.han;
                break;
            case USCRIPT_HIRAGANA:
            case USCRIPT_KATAKANA:
                ++counts_.kana;
                break;
            case USCRIPT_HANGUL:
                ++counts_.hangul;
                break;
            case USCRIPT_CYRILLIC:
                ++counts_.cyrillic;
                break;
            case USCRIPT_LATIN:
                ++counts_.latin;
                break;
            case USCRIPT_GREEK:
                ++counts_.greek;
                break;
            case USCRIPT_ARABIC:
                ++counts_.arabic;
                break;
            default:
                break;
        }
    }

    /// One for what is shown as one picture: a flag of two letters, a joined family, a hand with a skin tone.
    void take_emoji(CodePoint c, const Character& record) {
        const bool regional = c.value >= 0x1F1E6 && c.value <= 0x1F1FF;
        const bool tone = c.value >= 0x1F3FB && c.value <= 0x1F3FF;
        if (record.is(trait::emoji_shown)) {
            const bool goes_on = last_emoji_ && (tone || last_ == 0x200D || (regional && open_flag_));
            counts_.emoji += goes_on ? 0 : 1;
            open_flag_ = regional && !goes_on;
            last_emoji_ = true;
        } else {
            last_emoji_ = record.is(trait::emoji) && last_emoji_ && last_ == 0x200D;
            maybe_emoji_ = record.is(trait::emoji) && !last_emoji_;
        }
    }

    void take_ignorable(CodePoint c) {
        const bool selector = c.value == 0xFE0E || c.value == 0xFE0F;
        const bool base = character(last_).is(trait::emoji) && (last_ < 0x80 || maybe_emoji_);
        if (c.value == 0xFE0F && !last_emoji_ && base) {
            ++counts_.emoji;
            last_emoji_ = true;
        }
        const bool tag = c.value >= 0xE0020 && c.value <= 0xE007F;
        const bool of_emoji = last_emoji_ && (c.value == 0x200D || tag);
        if (of_emoji) last_ = c.value;
        // Control characters (below U+00A0) show nothing either, but no one writes them to hide.
        if (of_emoji || selector || c.value == 0xFEFF || c.value < 0xA0) return;
        ++counts_.ignorables;
        if (c.value != soft_hyphen || !hyphenates(text_.size() - static_cast<std::size_t>(end_ - p_) - c.size))
            ++ignorables_since_letter_;
    }

    /// May a soft hyphen at this offset part syllables? Hyphenation leaves two letters before a break at least (TeX's
    /// \lefthyphenmin), and none between Han characters.
    bool hyphenates(std::size_t offset) const {
        for (int letters = 0; letters < 2; ++letters) {
            if (offset == 0) return false;
            const CodePoint c = utf8::before(text_, offset);
            const Character& record = character(c.value);
            if (!record.is(trait::letter) || record.is(trait::unspaced)) return false;
            offset -= c.size;
        }
        return true;
    }

    void extend_run(char32_t c, const unsigned char* at, std::size_t size = 1) {
        const RunClass runs = run_class(c);
        run_ = runs == run_class_ && at == run_end_ ? run_ + 1 : 1;
        run_class_ = runs;
        run_end_ = at + size;
        counts_.longest_punctuation_run = std::max(counts_.longest_punctuation_run, run_);
    }

    void end_unspaced() {
        counts_.words += (unspaced_ + 1) / 2;
        unspaced_ = 0;
    }

    void add_ascii() {
        for (unsigned c = 0; c < 128; ++c) {
            const std::size_t n = bytes_[c];
            const bool small = c >= 'a' && c <= 'z', capital = c >= 'A' && c <= 'Z';
            if (ascii.kind[c] != Ascii::white && c >= 0x20 && c != 0x7F) counts_.characters += n;
            if (small) counts_.lower += n;
            if (capital) counts_.upper += n;
            if (small || capital) {
                counts_.letters += n;
                counts_.latin += n;
            }
            if (c >= '0' && c <= '9') counts_.digits += n;
        }
        counts_.exclamations += bytes_['!'];
        counts_.questions += bytes_['?'];
    }

    static constexpr char32_t soft_hyphen = 0xAD;

    std::string_view text_;
    const unsigned char* p_;
    const unsigned char* end_;
    TextCounts counts_;
    std::array<std::size_t, 128> bytes_{};
    bool in_word_ = false;
    bool after_letter_ = false;  // the last visible character was a letter or digit
    std::size_t ignorables_since_letter_ = 0;
    std::size_t unspaced_ = 0;  // length of the open run of unspaced writing
    char32_t last_ = 0;
    bool last_emoji_ = false, maybe_emoji_ = false, open_flag_ = false;
    RunClass run_class_ = no_run;
    const unsigned char* run_end_ = nullptr;
    std::size_t run_ = 0;
};

}  // namespace

TextCounts count(std::string_view text) {
    return Counter(text).run();
}

}  // namespace spamlint
