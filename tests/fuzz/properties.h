#pragma once

#include <stdexcept>
#include <string_view>

/// What holds for any bytes, one function a stage. Each throws Broken where it does not hold. The libFuzzer targets run
/// them on inputs that a fuzzer makes, the tests on mutations of the corpus.
namespace spamlint::fuzz {

struct Broken : std::logic_error {
    using std::logic_error::logic_error;
};
inline void require(bool holds, const char* what) {
    if (!holds) throw Broken(what);
}

/// A message: every span lies in the file, and the bytes behind a stretch of a part's text decode to that stretch.
void message_holds(std::string_view bytes);
/// A field's value. And the bytes as a text, written in encoded-words and in RFC 2231 parameters: they come back, each
/// character from the bytes that it was written in.
void words_holds(std::string_view bytes);
/// HTML: every span lies in the file, the runs cover the text, the bytes behind a character are that character, and all
/// is as if nothing had been shortened for gumbo.
void html_holds(std::string_view bytes);
/// A text in the charset that the first byte picks, decoded and folded: every stretch comes from bytes that decode, and
/// fold, to it.
void text_holds(std::string_view bytes);
/// A pack: it gives problems at places of the file, or rules that find the same after a way through a blob.
void packs_holds(std::string_view bytes);
/// A file: its messages get reports whose findings lie in it and whose points add up; LF or CRLF, and the thread that
/// lints, change nothing.
void lint_holds(std::string_view bytes);

}  // namespace spamlint::fuzz
