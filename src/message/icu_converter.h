#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "message/charset.h"

namespace spamlint {

class CharacterSink;

/// ICU's converters, opened once a thread and name.
namespace icu {

enum class Family : std::uint8_t { none, utf8, wide, stateful, other };

/// What sort of converter ICU has under that name; `none` when it knows no such name.
Family family(const std::string& converter);

/// Converts bytes in charset.converter, character by character with offsets, into `sink`.
void to_utf8(const Charset& charset, std::string_view bytes, Faults faults, CharacterSink& sink);

}  // namespace icu
}  // namespace spamlint
