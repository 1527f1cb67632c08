// Any bytes are text: folding keeps to it, and every stretch of a folded text comes from a stretch of the text.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/fold.h"
#include "text/words.h"

using namespace spamlint;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const FoldedText folded(text);
    for (std::size_t at = 0; at < folded.plain().size(); at += 7) {
        const Span span{at, std::min(at + 5, folded.plain().size())};
        require(folded.origin_of_plain(span).span.end <= size);
        stands_alone(folded.plain(), span);
    }
    for (std::size_t at = 0; at < folded.joined().size(); at += 7) {
        const Span span{at, std::min(at + 5, folded.joined().size())};
        require(folded.origin_of_joined(span).span.end <= size);
    }
    count(text);
    guess_language(text);
    mixed_script_words(text);
    spaced_out_letters(text);
    return 0;
}
