#include "text/word_breaks.h"

#include <unicode/ubrk.h>
#include <unicode/utf16.h>

#include <array>
#include <memory>

#include "span/utf8.h"
#include "text/character.h"
#include "text/cjk_words.h"

namespace spamlint {
namespace {

constexpr std::size_t window = 12;

struct Close {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};

/// ICU's iterator is costly to open and bound to one thread.
UBreakIterator* word_iterator() {
    thread_local const std::unique_ptr<UBreakIterator, Close> iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<UBreakIterator, Close>(ubrk_open(UBRK_WORD, "zh", nullptr, 0, &status));
    }();
    return iterator.get();
}

/// Where the stretch of unspaced writing around `offset` begins, at most `window` characters before.
std::size_t window_begin(std::string_view folded, std::size_t offset) {
    for (std::size_t count = 0; count < window && offset > 0; ++count) {
        const CodePoint c = utf8::before(folded, offset);
        if (!character(c.value).is(trait::unspaced)) break;
        offset -= c.size;
    }
    return offset;
}

/// The unspaced writing around `offset`, and how many of its characters stand before that.
struct Window {
    std::array<char32_t, 2 * window> text;
    std::size_t size = 0, place = 0;
    bool cjk = true;  // Han and Kana alone
};

/// Of the characters of unspaced writing, those below U+2E80 and from U+A800 to the Hangul are Thai, Burmese and the
/// like.
bool is_cjk(char32_t c) {
    return c >= 0x2E80 && !(c >= 0xA800 && c < 0xAC00);
}

Window window_around(std::string_view folded, std::size_t offset) {
    Window result;
    std::size_t at = window_begin(folded, offset);
    for (std::size_t after = 0; at < folded.size() && after < window; at += utf8::at(folded, at).size) {
        const char32_t c = utf8::at(folded, at).value;
        const Character& record = character(c);
        if (!record.is(trait::unspaced)) break;
        (at < offset ? result.place : after) += 1;
        result.cjk = result.cjk && is_cjk(c);
        result.text[result.size++] = c;
    }
    return result;
}

/// Thai, Lao, Khmer, Burmese: by ICU's iterator.
bool is_boundary(const Window& around) {
    std::array<UChar, 4 * window> text;
    int32_t size = 0, place = 0;
    for (std::size_t i = 0; i < around.size; ++i) {
        if (i == around.place) place = size;
        U16_APPEND_UNSAFE(text.data(), size, static_cast<UChar32>(around.text[i]));
    }
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator* iterator = word_iterator();
    if (iterator == nullptr) return false;
    ubrk_setText(iterator, text.data(), size, &status);
    return U_SUCCESS(status) && ubrk_isBoundary(iterator, place) != 0;
}

}  // namespace

bool cuts_word(std::string_view folded, std::size_t offset) {
    if (offset == 0 || offset >= folded.size()) return false;
    const Window around = window_around(folded, offset);
    if (around.place == 0 || around.place == around.size) return false;
    if (around.cjk) return !is_cjk_boundary({around.text.data(), around.size}, around.place);
    return !is_boundary(around);
}

}  // namespace spamlint
