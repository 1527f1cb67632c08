#include "text/compose.h"

#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <array>

#include "span/utf8.h"
#include "text/character.h"

namespace spamlint {
namespace {

const UNormalizer2* casefold() {
    static const UNormalizer2* const instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        return unorm2_getNFKCCasefoldInstance(&status);
    }();
    return instance;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) return put(c);
    if (c < 0x800) {
        put(0xC0 | c >> 6);
    } else {
        if (c < 0x10000) {
            put(0xE0 | c >> 12);
        } else {
            put(0xF0 | c >> 18);
            put(0x80 | (c >> 12 & 0x3F));
        }
        put(0x80 | (c >> 6 & 0x3F));
    }
    put(0x80 | (c & 0x3F));
}

}  // namespace

std::string compose(const unsigned char* begin, const unsigned char* end, std::uint8_t& folds) {
    std::array<UChar, 2 * (longest_stack + 1)> source{};
    int32_t size = 0;
    while (begin < end) {
        const CodePoint c = utf8::decode(begin, end);
        const Character& record = character(c.value);
        folds |= record.folds;
        begin += c.size;
        if (!record.is(trait::ignorable)) U16_APPEND_UNSAFE(source.data(), size, static_cast<UChar32>(c.value));
    }
    std::array<UChar, 32 * source.size()> composed;
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = unorm2_normalize(casefold(), source.data(), size, composed.data(),
                                            static_cast<int32_t>(composed.size()), &status);
    std::string result;
    for (int32_t i = 0; U_SUCCESS(status) && i < length;) {
        UChar32 c = 0;
        U16_NEXT(composed.data(), i, length, c);
        const Character& record = character(static_cast<char32_t>(c));
        if (record.size == Character::same) {
            append_utf8(result, static_cast<char32_t>(c));
        } else {
            result += folded_form(record);
        }
    }
    return result;
}

}  // namespace spamlint
