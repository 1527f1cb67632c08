#include "text/word_breaks.h"

#include <unicode/ubrk.h>
#include <unicode/utf16.h>

#include <array>
#include <memory>

#include "text/character.h"
#include "text/utf8.h"

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

}  // namespace

bool cuts_word(std::string_view folded, std::size_t offset) {
    if (offset == 0 || offset >= folded.size()) return false;
    std::array<UChar, 4 * window> text;
    int32_t size = 0, place = 0;
    std::size_t at = window_begin(folded, offset);
    if (at == offset) return false;
    for (std::size_t after = 0; at < folded.size() && after < window;) {
        const CodePoint c = utf8::at(folded, at);
        if (!character(c.value).is(trait::unspaced)) break;
        if (at == offset) place = size;
        if (at >= offset) ++after;
        U16_APPEND_UNSAFE(text.data(), size, static_cast<UChar32>(c.value));
        at += c.size;
    }
    if (at <= offset) return false;
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator* iterator = word_iterator();
    if (iterator == nullptr) return false;
    ubrk_setText(iterator, text.data(), size, &status);
    return U_SUCCESS(status) && ubrk_isBoundary(iterator, place) == 0;
}

}  // namespace spamlint
