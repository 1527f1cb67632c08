#include <array>
#include <string>

#include "fuzz/properties.h"
#include "fuzz/stretches.h"
#include "message/charset.h"
#include "text/fold.h"
#include "text/words.h"

namespace spamlint::fuzz {
namespace {

constexpr std::array kCharsets{"utf-8",       "gb18030",    "big5",        "windows-1252", "shift_jis",  "euc-kr",
                               "iso-2022-jp", "utf-16",     "utf-7",       "windows-1251", "hz-gb-2312", "euc-jp",
                               "utf-32",      "iso-8859-8", "iso-2022-kr", "tis-620"};

std::string decoded(const Charset& charset, std::string_view bytes) {
    const Converted converted = convert(charset, bytes, {0, LineEnds::to_lf});
    const Span whole{0, bytes.size()};
    require(converted.map.derived_size() == converted.text.size(), "the map covers the text");
    for (const Span stretch : stretches(converted.text, 12)) {
        const Span source = converted.map.source(stretch);
        require(whole.contains(source), "a stretch comes from the file");
        if (charset.stateful || charset.wide || converted.faults > 0) continue;
        require(holds(convert(charset, bytes_at(bytes, source), {}).text, bytes_at(converted.text, stretch)),
                "the bytes behind a stretch decode to it");
    }
    return converted.text;
}

void folds(std::string_view text) {
    const FoldedText folded(text);
    for (const Span stretch : stretches(folded.plain(), 12)) {
        const Span origin = folded.origin_of_plain(stretch).span;
        require(origin.begin <= origin.end && origin.end <= text.size(), "a folded stretch comes from the text");
        require(holds(FoldedText(bytes_at(text, origin)).plain(), bytes_at(folded.plain(), stretch)),
                "the text behind a folded stretch folds to it");
        stands_alone(folded.plain(), stretch);
        ends_at_words(folded.plain(), stretch);
    }
    for (const Span stretch : stretches(folded.joined(), 12)) {
        const Span origin = folded.origin_of_joined(stretch).span;
        require(origin.begin <= origin.end && origin.end <= text.size(), "a joined stretch comes from the text");
        stands_alone(folded.joined(), stretch);
    }
}

void spans_lie_in(std::string_view text) {
    for (const Span word : mixed_script_words(text).first)
        require(word.end <= text.size(), "a mixed word lies in the text");
    for (const Span row : spaced_out_letters(text).first)
        require(row.end <= text.size(), "spaced letters lie in the text");
}

}  // namespace

void text_holds(std::string_view bytes) {
    if (bytes.empty()) return;
    const char* label = kCharsets[static_cast<unsigned char>(bytes.front()) % kCharsets.size()];
    const std::string text = decoded(find_charset(label), bytes.substr(1));
    folds(text);
    folds(bytes);  // ill-formed UTF-8 is folded too
    spans_lie_in(text);
    count(text);
    content_words(text);
    guess_language(text);
}

}  // namespace spamlint::fuzz
