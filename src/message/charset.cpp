#include "message/charset.h"

#include <algorithm>
#include <cstddef>

#include "message/ascii.h"
#include "message/character_sink.h"
#include "message/icu_converter.h"
#include "message/limits.h"
#include "message/utf8.h"

namespace spamlint {
namespace {

constexpr std::size_t kLongestLabel = 40;

struct Alias {
    std::string_view label;  // letters and digits only, lower case
    std::string_view converter;
};

// Where ICU's own name means less than mail clients read, or where it has none.
constexpr Alias kAliases[] = {
    {"936", "gb18030"},
    {"big5hkscs", "Big5-HKSCS"},
    {"chinese", "gb18030"},
    {"cngb", "gb18030"},
    {"cp936", "gb18030"},
    {"csgb2312", "gb18030"},
    {"csgbk", "gb18030"},
    {"euccn", "gb18030"},
    {"gb18030", "gb18030"},
    {"gb2312", "gb18030"},
    {"gb231280", "gb18030"},
    {"gbk", "gb18030"},
    {"gb", "gb18030"},
    {"gb23121980", "gb18030"},
    {"isoir58", "gb18030"},
    {"ms936", "gb18030"},
    {"windows936", "gb18030"},
    {"xeuccn", "gb18030"},
    {"xgb2312", "gb18030"},
    {"xgb18030", "gb18030"},
    {"xgbk", "gb18030"},
    {"xcp936", "gb18030"},
    {"hzgb2312", "HZ"},
    {"big5", "Big5"},
    {"cnbig5", "Big5"},
    {"cp950", "Big5"},
    {"xbig5", "Big5"},
    {"xxbig5", "Big5"},
    {"ksc5601", "windows-949"},
    {"ksc56011987", "windows-949"},
    {"ksc56011989", "windows-949"},
    {"euckr", "windows-949"},
    {"xwindows949", "windows-949"},
    {"cp949", "windows-949"},
    {"unicode11utf7", "UTF-7"},
    {"iso88591", "windows-1252"},
    {"latin1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"xansi", "windows-1252"},
    {"ansi", "windows-1252"},
    {"iso8859", "windows-1252"},
    {"iso88599", "windows-1254"},
    {"tis620", "windows-874"},
    {"iso885911", "windows-874"},
    {"shiftjis", "ibm-943_P15A-2003"},
    {"sjis", "ibm-943_P15A-2003"},
    {"xsjis", "ibm-943_P15A-2003"},
    {"windows31j", "ibm-943_P15A-2003"},
    {"iso88598i", "iso-8859-8"},
    {"xmaccyrillic", "x-mac-cyrillic"},
    {"macintosh", "macintosh"},
    {"utf16", "UTF-16"},
};

constexpr std::string_view kUtf8[] = {"utf8", "unicode11utf8", "unicode20utf8", "xutf8", "utf8mb4", "uft8"};
constexpr std::string_view kAscii[] = {"usascii", "ascii", "ansix341968", "iso646us", "us", "7bit"};
// RFC 1428's unknown-8bit and what software writes when it does not know.
constexpr std::string_view kUndeclared[] = {"",        "unknown8bit", "xunknown", "unknown",
                                            "default", "none",        "8bit",     "binary"};

template <std::size_t N>
bool holds(const std::string_view (&names)[N], std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::string letters_and_digits(std::string_view label) {
    std::string out;
    for (const char c : label)
        if (ascii::is_alpha(c) || ascii::is_digit(c)) out += ascii::lower(c);
    return out;
}

/// ICU takes options and paths in names: only what a registered name is made of may reach it.
bool is_charset_name(std::string_view label) {
    return label.size() <= kLongestLabel && std::all_of(label.begin(), label.end(), [](char c) {
               return ascii::is_alpha(c) || ascii::is_digit(c) || c == '-' || c == '_' || c == '.' || c == ':' ||
                      c == '(' || c == ')';
           });
}

Charset by_converter(std::string_view name) {
    Charset charset{CharsetKind::converter, std::string(name), false, false};
    switch (icu::family(charset.converter)) {
        case icu::Family::none:
            charset.kind = CharsetKind::unknown;
            break;
        case icu::Family::stateful:
            charset.stateful = true;
            break;
        case icu::Family::wide:
            charset.wide = true;
            break;
        case icu::Family::utf8:
            charset.kind = CharsetKind::utf8;
            break;
        case icu::Family::other:
            break;
    }
    return charset;
}

}  // namespace

Charset find_charset(std::string_view label) {
    label = ascii::trimmed(label.substr(0, label.find('*')));
    while (!label.empty() && (label.front() == '"' || label.front() == '\'')) label.remove_prefix(1);
    while (!label.empty() && (label.back() == '"' || label.back() == '\'' || label.back() == ';'))
        label.remove_suffix(1);
    const std::string key = letters_and_digits(label.substr(0, kLongestLabel));
    if (holds(kUtf8, key)) return {CharsetKind::utf8, {}, false, false};
    if (holds(kAscii, key)) return {CharsetKind::ascii, {}, false, false};
    if (holds(kUndeclared, key)) return {};
    for (const Alias& alias : kAliases)
        if (alias.label == key) return by_converter(alias.converter);
    if (!is_charset_name(label)) return {CharsetKind::unknown, {}, false, false};
    return by_converter(label);
}

Converted convert(const Charset& charset, std::string_view bytes, const TextPlace& place, Faults faults) {
    CharacterSink sink(place.offset, place.lines, bytes.size() + place.may_grow);
    sink.reserve(bytes.size());
    if (charset.kind == CharsetKind::converter)
        icu::to_utf8(charset, bytes, faults, sink);
    else
        utf8::to_utf8(bytes, sink);
    return std::move(sink).finish();
}

}  // namespace spamlint
