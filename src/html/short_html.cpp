#include "html/short_html.h"

#include <algorithm>

#include "html/ascii.h"
#include "html/tag_scanner.h"
#include "span/byte_set.h"

namespace spamlint {
namespace {

constexpr char kStandIn = '.';  // no letter or digit, which would go on with an "&amp" in front of it

constexpr bool is_plain_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/// Bytes that gumbo takes as they are, whatever stands around them. Not so "<", "&", CR, NUL and other controls.
constexpr ByteSet plain_bytes() {
    ByteSet plain;
    for (char c = ' '; c < '\x7F'; ++c)
        if (c != '<' && c != '&') plain.add(c);
    plain.add('\n');
    plain.add('\t');
    return plain;
}
constexpr ByteSet kPlain = plain_bytes();

bool is_byte(std::string_view text, std::size_t at, unsigned first, unsigned last) {
    return at < text.size() && static_cast<unsigned char>(text[at]) >= first &&
           static_cast<unsigned char>(text[at]) <= last;
}

/// Bytes of a character of two or three bytes that is no control character, surrogate or noncharacter; else 0.
std::size_t plain_character(std::string_view text, std::size_t at) {
    if (is_byte(text, at, 0xC3, 0xDF)) return is_byte(text, at + 1, 0x80, 0xBF) ? 2 : 0;
    if (!is_byte(text, at, 0xE1, 0xEC)) return 0;
    return is_byte(text, at + 1, 0x80, 0xBF) && is_byte(text, at + 2, 0x80, 0xBF) ? 3 : 0;
}

std::size_t plain_end(std::string_view text, std::size_t at) {
    for (;;) {
        while (at < text.size() && kPlain.has(text[at])) ++at;
        const std::size_t size = plain_character(text, at);
        if (size == 0) return at;
        at += size;
    }
}

/// Offset behind the byte at `at` that is not plain, and behind the name where it begins a character reference.
std::size_t special_end(std::string_view text, std::size_t at) {
    if (text[at] != '&') return at + 1;
    for (++at; at < text.size() && (ascii::is_alnum(text[at]) || text[at] == '#' || text[at] == ';');) ++at;
    return at;
}

}  // namespace

ShortHtml::ShortHtml(std::string_view html, std::span<const Span> texts) : html_(html) {
    short_.reserve(html.size());
    for (const Span text : texts) shorten(text);
    short_.append(html.substr(copied_));
}

void ShortHtml::stand_in(char c, Span stretch) {
    if (stretch.end < stretch.begin + kShortestStretch) return;
    short_.append(html_, copied_, stretch.begin - copied_);
    cuts_.push_back({short_.size(), stretch});
    short_ += c;
    copied_ = stretch.end;
}

/// White space at the begin of a text is nothing to the tree in places where words are something. Its first byte stays:
/// a line end behind <pre> is dropped (HTML 13.2.6.4.7).
void ShortHtml::shorten(Span text) {
    const std::string_view all = html_.substr(0, text.end);
    for (std::size_t at = text.begin; at < text.end;) {
        std::size_t words = at;
        while (words < text.end && is_plain_space(all[words])) ++words;
        stand_in(' ', {at + 1, words});
        const std::size_t end = plain_end(all, words);
        stand_in(kStandIn, {words, end});
        at = end < text.end ? special_end(all, end) : end;
    }
}

std::size_t ShortHtml::cut_from(std::size_t at) const {
    if (is_between(at, last_cut_)) return last_cut_;
    if (last_cut_ < cuts_.size() && is_between(at, last_cut_ + 1)) return ++last_cut_;
    const auto first =
        std::lower_bound(cuts_.begin(), cuts_.end(), at, [](const Cut& cut, std::size_t to) { return cut.at < to; });
    return last_cut_ = static_cast<std::size_t>(first - cuts_.begin());
}

std::size_t ShortHtml::source_at(std::size_t at) const {
    const std::size_t next = cut_from(at);
    return next == 0 ? at : cuts_[next - 1].source.end + (at - cuts_[next - 1].at - 1);
}

/// A piece that is as long as its source may hold stand-ins; one that is not is the rest of a text that could not be
/// paired with its source, and stays one.
void ShortHtml::restore(const AlignedPiece& piece, PieceJoiner& restored) const {
    std::size_t at = piece.source.begin;
    const auto kept = [&](std::size_t end) {
        if (end > at) add(piece.decoded.substr(at - piece.source.begin, end - at), source({at, end}), restored);
    };
    if (piece.decoded.size() == piece.source.size()) {
        for (std::size_t cut = cut_from(at); cut < cuts_.size() && cuts_[cut].at < piece.source.end; ++cut) {
            kept(cuts_[cut].at);
            const Span whole = cuts_[cut].source;
            add(html_.substr(whole.begin, whole.size()), whole, restored);
            at = cuts_[cut].at + 1;
        }
        kept(piece.source.end);
    } else {
        add(piece.decoded, source(piece.source), restored);
    }
}

/// What reads as it stands is taken from the HTML, so that a text is one piece, not one for each stand-in.
void ShortHtml::add(std::string_view decoded, Span source, PieceJoiner& restored) const {
    const std::string_view html = html_.substr(source.begin, source.size());
    restored.add({decoded == html ? html : decoded, source});
}

}  // namespace spamlint
