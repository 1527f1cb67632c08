#include "html/text_writer.h"

#include <algorithm>

#include "html/ascii.h"

namespace spamlint {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool same_style(const TextRun& a, const TextRun& b) {
    return a.hiding == b.hiding && a.font_px == b.font_px && a.colour == b.colour && a.background == b.background &&
           a.colours_known == b.colours_known && a.reversed == b.reversed;
}

/// Bytes of the white space that `text` begins with: 1, 2 for a no-break space, 0 for none.
std::size_t space_size(std::string_view text) {
    if (is_space(text.front())) return 1;
    return text.starts_with(kNoBreakSpace) ? 2 : 0;
}

}  // namespace

void TextWriter::set_style(const Style& style) {
    style_.hiding = text_hiding(style);
    style_.font_px = style.font_px;
    style_.colour = letter_colour(style);
    style_.background = style.background;
    style_.colours_known = (style.filled || style.colour_known) && style.background_known;
    style_.reversed = is_reversed(style);
    preserved_ = style.preserved;
}

/// A line end outweighs a space, and one that is seen outweighs one that is not.
void TextWriter::part(char separator, Span source) {
    if (size() == 0) return;
    const bool seen = !takes_no_room(style_.hiding);
    if (pending_ == '\0') pending_source_ = source;
    if (pending_ == '\0' || (seen && !pending_seen_) || (separator == '\n' && seen == pending_seen_))
        pending_ = separator;
    pending_seen_ = pending_seen_ || seen;
}

void TextWriter::write(const AlignedPiece& piece) {
    const bool literal = piece.decoded.size() == piece.source.size();
    std::size_t words = 0;  // begin of what is not written yet
    for (std::size_t i = 0; i < piece.decoded.size();) {
        const bool maybe_space =
            static_cast<unsigned char>(piece.decoded[i]) <= ' ' || piece.decoded[i] == kNoBreakSpace[0];
        const std::size_t space = maybe_space ? space_size(piece.decoded.substr(i)) : 0;
        if (space == 0) {
            ++i;
            continue;
        }
        // A single space between two words is written with them.
        const bool plain = literal && piece.decoded[i] == ' ' && i > words && i + 1 < piece.decoded.size() &&
                           space_size(piece.decoded.substr(i + 1)) == 0;
        if (plain) {
            i += 2;
            continue;
        }
        const Span source = literal ? Span{piece.source.begin + i, piece.source.begin + i + space} : piece.source;
        if (i > words)
            write_words(piece.decoded.substr(words, i - words),
                        literal ? Span{piece.source.begin + words, source.begin} : piece.source);
        part(preserved_ && piece.decoded[i] == '\n' ? '\n' : ' ', source);
        words = i += space;
    }
    if (words < piece.decoded.size())
        write_words(piece.decoded.substr(words),
                    literal ? Span{piece.source.begin + words, piece.source.end} : piece.source);
}

void TextWriter::write_words(std::string_view decoded, Span source) {
    if (pending_ != '\0') write_pending();
    start_run();
    builder_.append(decoded, source);
    extend_run();
}

void TextWriter::start_run() {
    if (!runs_.empty() && same_style(runs_.back(), style_)) return;
    runs_.push_back(style_);
    runs_.back().text = {size(), size()};
}

void TextWriter::extend_run() {
    runs_.back().text.end = size();
}

/// The separator goes to whichever neighbour it is seen with: <b>fr<i hidden> x </i>ee</b> reads "free".
void TextWriter::write_pending() {
    const bool before_seen = !takes_no_room(runs_.back().hiding);
    const bool after_seen = !takes_no_room(style_.hiding);
    const bool dropped = before_seen && after_seen && !pending_seen_;
    if (!dropped) {
        if (before_seen != pending_seen_ && after_seen == pending_seen_) start_run();
        builder_.append(std::string_view(&pending_, 1), pending_source_);
        extend_run();
    }
    pending_ = '\0';
    pending_seen_ = false;
}

std::vector<TextRun> TextWriter::take_runs() {
    return std::move(runs_);
}

MappedText collapsed_text(std::string_view raw, std::size_t begin, std::string_view decoded, Markup markup,
                          std::shared_ptr<const SourceMap> base) {
    TextWriter writer(std::move(base));
    writer.set_style(Style{});
    align(raw, begin, decoded, markup, [&](const AlignedPiece& piece) { writer.write(piece); });
    return std::move(writer).build();
}

}  // namespace spamlint
