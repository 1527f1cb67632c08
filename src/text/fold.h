#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// What was done to a character to fold it. The first three are other spellings, the rest are disguises.
enum class Fold : std::uint8_t {
    none = 0,
    letter_case = 1 << 0,
    traditional = 1 << 1,   // 費 to 费
    white_space = 1 << 2,   // a run of white space to one space; between Han dropped
    compatibility = 1 << 3, // full-width, mathematical, circled or superscript letter to the plain one
    ignorable = 1 << 4,     // zero-width or other ignorable character inside a word, dropped
    look_alike = 1 << 5,    // а (Cyrillic) to a, 0 to o inside a word
    separator = 1 << 6,     // 免-费, f.r.e.e: separators inside a word, dropped
};

/// Where a stretch of a folded text came from.
struct Origin {
    Span span;              // of the text that was folded
    std::uint8_t folds = 0; // the Fold bits that were needed inside it
    bool disguised() const;
};

/// A text in the two forms in which words are looked for. Both are UTF-8.
///
/// `plain`  NFKC, case folded, ignorables dropped, Traditional read as Simplified, white space collapsed to one
///          space (line breaks too; a blank line is "\n").
/// `joined` the same with look-alikes folded and separators inside words removed. Equal to `plain` in most texts:
///          then it is empty and `has_joined` is false.
///
/// Folding keeps no map; `origin` folds again up to the place asked for, since few texts are ever hit.
class FoldedText {
public:
    explicit FoldedText(std::string_view text);

    const std::string& plain() const { return plain_; }
    const std::string& joined() const { return joined_; }
    bool has_joined() const { return !joined_.empty(); }

    /// The bytes of the given text behind a span of plain() or joined(), and what it took to fold them.
    Origin origin_of_plain(Span span) const;
    Origin origin_of_joined(Span span) const;

private:
    struct Maps;
    const Maps& maps() const;

    std::string_view text_;   // must outlive this
    std::string plain_, joined_;
    mutable std::shared_ptr<const Maps> maps_;
};

/// A word of a list in the form in which plain() and joined() hold it.
std::string fold_word(std::string_view word);

/// Does a word that stands at `span` of a folded text stand by itself? Latin, Cyrillic and other spaced scripts: no
/// letter, digit, or hyphen, apostrophe, dot, @ or / with a letter behind it touches it. Han: a hit of one or two
/// characters may not cut an ICU word (避免费用 is 避免 and 费用), a longer one may cut at one edge.
bool stands_alone(std::string_view folded, Span span);

}  // namespace spamlint
