#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

class JoinedText;
struct FoldCheckpoint;

/// What was done to a character to fold it. The first three are other spellings, the rest are disguises.
enum class Fold : std::uint8_t {
    none = 0,
    letter_case = 1 << 0,
    traditional = 1 << 1,    // 費 to 费
    white_space = 1 << 2,    // a run of white space to one space; between Han dropped
    compatibility = 1 << 3,  // full-width, mathematical, circled or superscript letter to the plain one
    ignorable = 1 << 4,      // zero-width or other ignorable character inside a word, dropped
    look_alike = 1 << 5,     // а (Cyrillic) to a, 0 to o inside a word
    separator = 1 << 6,      // 免-费, f.r.e.e: separators inside a word, dropped
};

/// Where a stretch of a folded text came from.
struct Origin {
    Span span;               // of the text that was folded
    std::uint8_t folds = 0;  // the Fold bits that were needed inside it
    bool disguised() const;
};

/// What folding may cost beside the texts' own size, far more than mail needs. The texts of a message share one.
struct FoldBudget {
    std::size_t growth = 1'000'000;  // bytes: characters that stand for several (㍿, ﷺ) make plain() longer
    std::size_t joins = 1'000'000;   // what parts or replaces letters: 8 bytes each, and what joined() holds of it
};
/// No character folds to more than eleven times its bytes (U+FDFA): texts of so many bytes in all are within the
/// budget.
inline constexpr std::size_t kWithinFoldBudget = FoldBudget().growth / 10;

/// A text in the two forms in which words are looked for. Both are UTF-8.
///
/// `plain`  NFKC, case folded, ignorables dropped, Traditional read as Simplified, white space collapsed to one
///          space (line breaks too; a blank line is "\n"), none at either end. A single line break between two Han or
///          Kana characters (hard-wrapped text) is dropped, a space there is kept.
/// `joined` the neighbourhoods of plain() in which a look-alike stands inside a word or separators part its letters, a
///          '\n' between them: look-alikes folded, separators removed, and then i, l and 1 written l, o and 0 written o
///          (c1aim and pr1ze need both readings of 1). Empty, and has_joined() false, in most texts.
///
/// To look for a word: `fold_word(w)` in plain(), then stands_alone(). Then, only where has_joined(),
/// `skeleton_word(w)` in joined(), then joined_hit_is() and stands_alone(joined(), span).
///
/// Folding keeps no map: `origin_of_…` folds a few hundred bytes again, since few texts are ever hit.
class FoldedText {
public:
    FoldedText(std::string_view text, FoldBudget& budget);
    explicit FoldedText(std::string_view text) : FoldedText(text, FoldBudget()) {}

    const std::string& plain() const { return plain_; }
    const std::string& joined() const { return joined_; }
    bool has_joined() const { return !joined_.empty(); }
    /// Offset of plain() up to where disguises were looked for: its size but where the budget was spent.
    std::size_t joined_to() const { return joined_to_; }

    /// The bytes of the given text behind a span of plain() or joined(), and what it took to fold them.
    Origin origin_of_plain(Span span) const;
    Origin origin_of_joined(Span span) const;

private:
    FoldedText(std::string_view text, FoldBudget&& budget) : FoldedText(text, budget) {}
    friend bool joined_hit_is(const FoldedText&, Span, std::string_view);
    std::string_view text_;  // must outlive this
    std::string plain_, joined_;
    std::size_t joined_to_ = 0, growth_ = 0;
    std::shared_ptr<const JoinedText> joins_;  // what made joined_ of plain_; null where nothing did
    std::shared_ptr<const std::vector<FoldCheckpoint>> checkpoints_;  // from which origins are folded again
};

/// A word of a list in the form in which plain() holds it.
std::string fold_word(std::string_view word);

/// A word of a list (folded or not) in the form in which joined() holds it: as many bytes as fold_word(word).
std::string skeleton_word(std::string_view word);

/// Is the place in joined() where skeleton_word(w) was found really `folded_word` = fold_word(w)? True when each
/// character can stand for the wanted one (1 for i or l, but i never for l) and something was folded or removed inside:
/// what needed neither is a hit in plain() already.
bool joined_hit_is(const FoldedText& text, Span joined_span, std::string_view folded_word);

/// Does a word that stands at `span` of a folded text (plain or joined) stand by itself? Latin, Cyrillic and other
/// spaced scripts: no letter, digit, or hyphen, apostrophe, dot, underscore, @ or / with a letter behind touches it
/// (Korean: endings may follow a word of two or more syllables). Han, Kana, Thai: a hit of one or two characters may
/// not cut an ICU word (避免费用 is 避免 and 费用), a longer one may cut at one edge.
bool stands_alone(std::string_view folded, Span span);

/// The same for what a pattern matched, which says itself what signs and digits may touch it: a letter at either end
/// may not go on as a letter of a spaced script, and no edge may cut an ICU word of Han, Kana or Thai.
bool ends_at_words(std::string_view folded, Span span);

/// Does one word go on across the place `at` of a text, folded or not? In Han, Kana and Thai by ICU's words.
bool is_inside_word(std::string_view text, std::size_t at);

}  // namespace spamlint
