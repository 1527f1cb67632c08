#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "message/limits.h"
#include "span/source_map.h"

namespace spamlint {

enum class CharsetKind : std::uint8_t { undeclared, ascii, utf8, converter, unknown };

/// What a charset label of a message stands for.
struct Charset {
    CharsetKind kind = CharsetKind::undeclared;
    std::string converter;      // ICU's name for it when kind is `converter`
    bool stateful = false;      // escape sequences switch it (ISO-2022, HZ, UTF-7): words cannot be joined
    bool wide = false;          // UTF-16 or UTF-32
};

/// Labels as mail uses them: any case, aliases (cp936, x-gbk, ks_c_5601-1987), RFC 2231 language suffix. gb2312 and gbk
/// mean GB18030, their superset, and the Latin ISO charsets the Windows code pages that mail clients read them as.
Charset find_charset(std::string_view label);

inline const char* const kGb18030 = "gb18030";
inline const char* const kWindows1252 = "windows-1252";

/// Whether bytes that the charset does not have end a conversion: then the text up to about there is returned.
enum class Faults : std::uint8_t { replace, stop };

enum class LineEnds : std::uint8_t { keep, to_lf };

/// Where bytes stand, and what their text is to be.
struct TextPlace {
    std::size_t offset = 0;  // of the first byte in the source
    LineEnds lines = LineEnds::keep;
    std::size_t may_grow = limits::kTextGrowth;  // bytes that the text may be longer than these in UTF-8
};

/// Text as UTF-8, where each of its characters came from, and where bytes stood that the charset does not have
/// (each such place is U+FFFD in the text).
struct Converted {
    std::string text;
    SourceMap map;
    std::optional<Span> fault;
    std::size_t faults = 0;
    std::optional<Span> cut;  // the first character beyond what the text may grow
};

/// Kinds other than `converter` are read as UTF-8. U+FEFF at the start is dropped when line ends become LF, that is, at
/// the start of a body.
Converted convert(const Charset& charset, std::string_view bytes, const TextPlace& place,
                  Faults faults = Faults::replace);

}  // namespace spamlint
