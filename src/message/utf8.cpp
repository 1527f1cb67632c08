#include "message/utf8.h"

#include <cstring>

#include "message/ascii.h"
#include "message/character_sink.h"

namespace spamlint::utf8 {
namespace {

struct Lead {
    std::size_t size;     // of the character; 0 when the byte leads none
    unsigned char low;    // what the second byte may be
    unsigned char high;
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1, 0, 0};
    if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0};
    if (byte < 0xE0) return {2, 0x80, 0xBF};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3, 0x80, 0xBF};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    return {4, 0x80, static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
}

/// How many bytes from `at` on are those of a well-formed character's beginning; `lead` is that of the first.
std::size_t matching(std::string_view text, std::size_t at, const Lead& lead) {
    std::size_t n = 1;
    for (; n < lead.size && at + n < text.size(); ++n) {
        const auto byte = static_cast<unsigned char>(text[at + n]);
        const unsigned char low = n == 1 ? lead.low : 0x80;
        const unsigned char high = n == 1 ? lead.high : 0xBF;
        if (byte < low || byte > high) break;
    }
    return n;
}

bool eight_are_ascii(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return (word & 0x8080808080808080U) == 0;
}

}  // namespace

std::size_t character_size(std::string_view text, std::size_t at) {
    const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
    return lead.size != 0 && matching(text, at, lead) == lead.size ? lead.size : 0;
}

std::size_t broken_size(std::string_view text, std::size_t at) {
    const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
    return lead.size == 0 ? 1 : matching(text, at, lead);
}

std::size_t valid_prefix(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        while (at + 8 <= text.size() && eight_are_ascii(text.data() + at)) at += 8;
        if (at == text.size()) break;
        const std::size_t size = character_size(text, at);
        if (size == 0) break;
        at += size;
    }
    return at;
}

Census census(std::string_view text) {
    Census counted;
    for (std::size_t at = 0; at < text.size();) {
        if (at + 8 <= text.size() && eight_are_ascii(text.data() + at)) {
            at += 8;
            continue;
        }
        const std::size_t size = character_size(text, at);
        counted.characters += size > 1 ? 1 : 0;
        counted.faults += size == 0 ? 1 : 0;
        at += size == 0 ? broken_size(text, at) : size;
    }
    return counted;
}

Encoded encode(std::uint32_t c) {
    const auto byte = [](std::uint32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    const auto tail = [&](std::uint32_t value) { return byte(0x80 | (value & 0x3F)); };
    if (c >= 0xD800 && c <= 0xDFFF) c = 0xFFFD;
    if (c < 0x80) return {{byte(c)}, 1};
    if (c < 0x800) return {{byte(0xC0 | c >> 6), tail(c)}, 2};
    if (c < 0x10000) return {{byte(0xE0 | c >> 12), tail(c >> 6), tail(c)}, 3};
    return {{byte(0xF0 | c >> 18), tail(c >> 12), tail(c >> 6), tail(c)}, 4};
}

void to_utf8(std::string_view bytes, CharacterSink& sink) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t valid = valid_prefix(bytes.substr(at));
        sink.put_literal(bytes.substr(at, valid), at);
        at += valid;
        if (at == bytes.size()) break;
        const std::size_t broken = broken_size(bytes, at);
        sink.put_fault({at, at + broken});
        at += broken;
    }
}

}  // namespace spamlint::utf8
