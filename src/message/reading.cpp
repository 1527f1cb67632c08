#include "message/reading.h"

#include <algorithm>

#include "message/ascii.h"
#include "message/utf8.h"

namespace spamlint {
namespace {

// UTF-8 with a few damaged characters is still UTF-8, though GB18030 would read almost any even run of high bytes.
constexpr std::size_t kCharactersPerFault = 4;

const Charset kUtf8Charset{CharsetKind::utf8, {}, false, false};

Charset converter(const char* name, bool wide = false) {
    return {CharsetKind::converter, name, false, wide};
}

bool is_mostly_utf8(std::string_view bytes) {
    const utf8::Census counted = utf8::census(bytes);
    return counted.characters >= kCharactersPerFault * counted.faults;
}

Span first_8bit(std::string_view bytes, std::size_t offset) {
    std::size_t begin = 0;
    while (begin < bytes.size() && !ascii::is_8bit(bytes[begin])) ++begin;
    std::size_t end = begin;
    while (end < bytes.size() && ascii::is_8bit(bytes[end])) ++end;
    return {offset + begin, offset + end};
}

Converted guess(std::string_view bytes, const TextPlace& place) {
    if (bytes.starts_with("\xFF\xFE")) return convert(converter("UTF-16LE", true), bytes, place);
    if (bytes.starts_with("\xFE\xFF")) return convert(converter("UTF-16BE", true), bytes, place);
    if (is_mostly_utf8(bytes)) return convert(kUtf8Charset, bytes, place);
    Converted chinese = convert(converter(kGb18030), bytes, place, Faults::stop);
    if (chinese.faults == 0) return chinese;
    return convert(converter(kWindows1252), bytes, place);
}

/// Undeclared Japanese in its seven-bit form is told by its escape sequences (RFC 1468).
bool is_iso_2022_jp(std::string_view bytes) {
    return bytes.find("\x1B$B") != std::string_view::npos || bytes.find("\x1B$@") != std::string_view::npos;
}

Reading doubtful(Converted converted, AnomalyKind doubt, Span where, std::string_view detail) {
    return {std::move(converted), doubt, where, std::string(detail)};
}

/// No charset, or one that has no bytes above 0x7F.
Reading read_undeclared(std::string_view bytes, AnomalyKind doubt, std::string_view label, const TextPlace& place) {
    if (!ascii::is_ascii(bytes)) return doubtful(guess(bytes, place), doubt, first_8bit(bytes, place.offset), label);
    if (!is_iso_2022_jp(bytes)) return {convert(kUtf8Charset, bytes, place), {}, {}, {}};
    const std::size_t escape = place.offset + bytes.find('\x1B');
    const Charset japanese{CharsetKind::converter, "ISO-2022-JP", true, false};
    return doubtful(convert(japanese, bytes, place), AnomalyKind::charset_mismatch, {escape, escape + 3}, label);
}

Reading read_utf8(std::string_view bytes, std::string_view label, const TextPlace& place) {
    Converted converted = convert(kUtf8Charset, bytes, place);
    if (!converted.fault) return {std::move(converted), {}, {}, {}};
    const Span fault = *converted.fault;
    if (!is_mostly_utf8(bytes)) {
        Converted other = convert(converter(kGb18030), bytes, place, Faults::stop);
        if (other.faults == 0) return doubtful(std::move(other), AnomalyKind::charset_mismatch, fault, label);
    }
    return doubtful(std::move(converted), AnomalyKind::bad_charset_bytes, fault, label);
}

Reading read_converted(const Charset& charset, std::string_view bytes, std::string_view label, const TextPlace& place) {
    Converted converted = convert(charset, bytes, place);
    const bool told_apart = !charset.wide && !charset.stateful;
    if (told_apart && !ascii::is_ascii(bytes) && utf8::is_valid(bytes)) {
        // Text in another charset is hardly ever valid UTF-8. Readers see it as declared, where that is possible.
        if (converted.fault) converted = convert(kUtf8Charset, bytes, place);
        return doubtful(std::move(converted), AnomalyKind::charset_mismatch, first_8bit(bytes, place.offset), label);
    }
    if (!converted.fault) return {std::move(converted), {}, {}, {}};
    const Span fault = *converted.fault;
    return doubtful(std::move(converted), AnomalyKind::bad_charset_bytes, fault, label);
}

}  // namespace

std::string_view guess_label(std::string_view bytes) {
    if (is_mostly_utf8(bytes)) return "utf-8";
    return convert(converter(kGb18030), bytes, {}, Faults::stop).faults == 0 ? kGb18030 : kWindows1252;
}

Reading read_text(std::string_view bytes, std::string_view label, const TextPlace& place) {
    const Charset charset = find_charset(label);
    switch (charset.kind) {
        case CharsetKind::undeclared:
            return read_undeclared(bytes, AnomalyKind::undeclared_8bit, label, place);
        case CharsetKind::ascii:
            return read_undeclared(bytes, AnomalyKind::charset_mismatch, label, place);
        case CharsetKind::utf8:
            return read_utf8(bytes, label, place);
        case CharsetKind::converter:
            return read_converted(charset, bytes, label, place);
        case CharsetKind::unknown:
            break;
    }
    const Span all{place.offset, place.offset + bytes.size()};
    return doubtful(guess(bytes, place), AnomalyKind::unknown_charset, all, label);
}

}  // namespace spamlint
