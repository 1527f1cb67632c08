#pragma once

#include <optional>
#include <string_view>

#include "message/first_of_kind.h"
#include "span/mapped_text.h"

namespace spamlint {

/// "=?charset?encoding?text?=" (RFC 2047 2).
struct EncodedWord {
    Span whole;
    std::string_view charset;  // an RFC 2231 language suffix included
    bool base64 = false;       // else Q
    Span text;
};

/// Finds the encoded-words of one text, in time linear in its size however many never end.
class EncodedWordFinder {
public:
    explicit EncodedWordFinder(std::string_view text) : text_(text) {}

    /// The encoded-word that begins at `at`; places are asked for from left to right.
    std::optional<EncodedWord> at(std::size_t at);
    /// The first encoded-word that begins at or after `from`.
    std::optional<EncodedWord> next(std::size_t from);

private:
    std::size_t end_of_text(std::size_t begin, bool base64);

    std::string_view text_;
    std::size_t close_ = 0;  // the first "?=" at or after the place asked for last
};

/// A field's text, unfolded, as readers see it: encoded-words decoded wherever they stand, also in quoted strings and
/// without white space around them; the white space between two of them dropped; characters that were cut in two by
/// neighbouring words joined; an unknown charset left as it is; bytes above 0x7F outside of them read as UTF-8, else
/// GB18030, else windows-1252. Stands on text's map.
MappedText decode_words(const MappedText& text, FirstOfKind& anomalies);

/// The bytes of a field's value without its folds' line breaks (RFC 5322 2.2.3).
MappedText unfold(std::string_view file, Span value);

}  // namespace spamlint
