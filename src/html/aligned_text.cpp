#include "html/aligned_text.h"

#include <algorithm>

#include "html/ascii.h"
#include "html/long_numbers.h"
#include "html/named_characters.h"
#include "html/tag_scanner.h"
#include "html/two_character_names.h"
#include "span/utf8.h"

namespace spamlint {
namespace {

constexpr std::size_t kLongestEntityName = 32;  // CounterClockwiseContourIntegral

/// Bytes of the character that `text` begins with.
std::size_t character_size(std::string_view text) {
    std::size_t size = text.empty() ? 0 : 1;
    while (size < text.size() && utf8::continues(text[size])) ++size;
    return size;
}

unsigned latin1_at(std::string_view text) {
    if (text.empty()) return 0;
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return lead;
    if ((lead != 0xC2 && lead != 0xC3) || text.size() < 2) return 0;
    return ((lead & 0x03u) << 6) | (static_cast<unsigned char>(text[1]) & 0x3Fu);
}

bool is_second_byte(unsigned char lead, char c) {
    const auto second = static_cast<unsigned char>(c);
    const unsigned first = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned last = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= first && second <= last;
}

/// Bytes that gumbo replaces by one U+FFFD: what could begin a character, up to the byte that cannot continue it.
std::size_t broken_size(std::string_view raw) {
    const auto lead = static_cast<unsigned char>(raw.front());
    const std::size_t wanted = lead < 0xC2 || lead > 0xF4 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::size_t size = 1;
    while (size < wanted && size < raw.size() &&
           (size == 1 ? is_second_byte(lead, raw[1]) : utf8::continues(raw[size])))
        ++size;
    return size;
}

/// What became of a NUL: nothing in the body (HTML 13.2.6.4.7), U+FFFD in attributes, <textarea> and foreign content.
enum class Nuls { dropped, replaced };

class Aligner {
public:
    Aligner(std::string_view raw, std::size_t begin, std::string_view decoded, Markup markup, Nuls nuls,
            const TakePiece& take)
        : raw_(raw), begin_(begin), decoded_(decoded), markup_(markup), nuls_(nuls), pieces_(take) {}

    /// False when the two do not fit together; their rests are one piece then.
    bool run() {
        bool fits = true;
        while (at_ < decoded_.size()) {
            literal();
            if (at_ == decoded_.size() || special()) continue;
            emit(decoded_.size() - at_, raw_.size() - from_);
            fits = false;
        }
        pieces_.finish();
        return fits;
    }

private:
    void emit(std::size_t decoded, std::size_t raw) {
        if (decoded > 0) pieces_.add({decoded_.substr(at_, decoded), {begin_ + from_, begin_ + from_ + raw}});
        at_ += decoded;
        from_ += raw;
    }

    bool in_cdata() const { return cdata_end_ != std::string_view::npos; }

    bool is_special(char c) const {
        return c == '\r' ||
               (!in_cdata() && ((c == '&' && markup_ != Markup::raw) || (c == '<' && markup_ == Markup::skipped)));
    }

    /// The stretch where both are the same, ending between two characters.
    void literal() {
        const std::size_t size = std::min(decoded_.size() - at_, std::min(cdata_end_, raw_.size()) - from_);
        const char* raw = raw_.data() + from_;
        const char* decoded = decoded_.data() + at_;
        std::size_t same = 0;
        while (same < size && raw[same] == decoded[same] && !is_special(raw[same])) ++same;
        while (same > 0 && at_ + same < decoded_.size() && utf8::continues(decoded_[at_ + same])) --same;
        emit(same, same);
    }

    /// One thing that is written otherwise than it reads. False when the two do not fit together.
    bool special() {
        if (from_ >= raw_.size()) return false;
        if (from_ == cdata_end_) return leave_cdata();
        const char c = raw_[from_];
        if (c == '\r') return carriage_return();
        if (is_special(c)) return c == '&' ? entity() : less_than();
        if (decoded_.substr(at_, 3) == "\xEF\xBF\xBD" && (c != '\0' || nuls_ == Nuls::replaced)) return replaced();
        return c == '\0' ? skip(1) : long_number();
    }

    /// In raw text and CDATA, digits that gumbo was given otherwise stand for themselves.
    bool long_number() {
        const std::size_t size = std::min(long_number_end(raw_, from_) - from_, decoded_.size() - at_);
        if (size > 0) pieces_.add({raw_.substr(from_, size), {begin_ + from_, begin_ + from_ + size}});
        at_ += size;
        from_ += size;
        return size > 0;
    }

    bool skip(std::size_t raw) {
        from_ += raw;
        return true;
    }

    /// In SVG and MathML this is text (HTML 13.2.5.69); elsewhere the parser makes it a comment, which parts the text.
    bool enter_cdata() {
        cdata_end_ = std::min(raw_.find("]]>", from_), raw_.size());
        return skip(kCdata.size());
    }

    bool leave_cdata() {
        cdata_end_ = std::string_view::npos;
        return skip(3);
    }

    bool less_than() {
        if (raw_.substr(from_).starts_with(kCdata)) return enter_cdata();
        const char next = from_ + 1 < raw_.size() ? raw_[from_ + 1] : '\0';
        const bool last = from_ + 2 == raw_.size();  // "</" is text where the file ends
        if (ascii::is_alpha(next) || (next == '/' && !last) || next == '!' || next == '?')
            return skip(markup_end(raw_, from_) - from_);
        if (decoded_[at_] != '<') return false;
        emit(1, 1);
        return true;
    }

    bool carriage_return() {
        if (decoded_[at_] != '\n') return decoded_[at_] == '\r' ? (emit(1, 1), true) : skip(1);
        emit(1, raw_.substr(from_, 2) == "\r\n" ? 2 : 1);
        return true;
    }

    /// U+FFFD stands for a NUL, for a control character, or for bytes that are no UTF-8.
    bool replaced() {
        emit(3, broken_size(raw_.substr(from_)));
        return true;
    }

    bool entity() { return numeric() || named_without_semicolon() || named() || ampersand(); }

    bool numeric() {
        if (raw_.substr(from_, 2) != "&#") return false;
        const Span digits = digits_at(raw_, from_);
        if (digits.empty()) return false;
        const std::size_t end = digits.end + (raw_.substr(digits.end, 1) == ";" ? 1 : 0);
        emit(character_size(decoded_.substr(at_)), end - from_);
        return true;
    }

    bool named_without_semicolon() {
        const unsigned code = latin1_at(decoded_.substr(at_));
        if (code == 0) return false;
        for (std::size_t size = kLongestLatin1Name; size >= kShortestLatin1Name; --size) {
            const std::string_view name = raw_.substr(from_ + 1, size);
            if (latin1_named(name) != code) continue;
            const std::size_t end = from_ + 1 + name.size();
            const char next = end < raw_.size() ? raw_[end] : '\0';
            if (markup_ == Markup::attribute && (next == '=' || ascii::is_alnum(next))) return false;
            emit(character_size(decoded_.substr(at_)), end - from_ + (next == ';' ? 1 : 0));
            return true;
        }
        return false;
    }

    bool named() {
        std::size_t end = from_ + 1;
        while (end < raw_.size() && end - from_ <= kLongestEntityName && ascii::is_alnum(raw_[end])) ++end;
        if (end >= raw_.size() || raw_[end] != ';' || decoded_[at_] == '&') return false;
        const std::size_t raw = end + 1 - from_;
        const std::size_t first = character_size(decoded_.substr(at_));
        const bool two = stands_for_two_characters(raw_.substr(from_ + 1, raw - 2));
        emit(two ? first + character_size(decoded_.substr(at_ + first)) : first, raw);
        return true;
    }

    bool ampersand() {
        if (decoded_[at_] != '&') return false;
        emit(1, 1);
        return true;
    }

    std::string_view raw_;
    std::size_t begin_;
    std::string_view decoded_;
    Markup markup_;
    Nuls nuls_;
    PieceJoiner pieces_;
    std::size_t cdata_end_ = std::string_view::npos;  // in raw_, of the section that is being read
    std::size_t from_ = 0;                            // in raw_
    std::size_t at_ = 0;                              // in decoded_
};

}  // namespace

void PieceJoiner::add(const AlignedPiece& piece) {
    const auto is_literal = [](const AlignedPiece& one) { return one.decoded.size() == one.source.size(); };
    const bool goes_on = !last_.decoded.empty() && is_literal(last_) && is_literal(piece) &&
                         last_.source.end == piece.source.begin &&
                         last_.decoded.data() + last_.decoded.size() == piece.decoded.data();
    if (!goes_on) {
        finish();
        last_ = piece;
    } else {
        last_.decoded = {last_.decoded.data(), last_.decoded.size() + piece.decoded.size()};
        last_.source.end = piece.source.end;
    }
}

void PieceJoiner::finish() {
    if (!last_.decoded.empty()) take_(last_);
    last_ = {};
}

void align(std::string_view raw, std::size_t source_begin, std::string_view decoded, Markup markup,
           const TakePiece& take) {
    // Taken for dropped where they were replaced, NULs leave more U+FFFD than the source has bytes for.
    const auto fits = [&](Nuls nuls) {
        return Aligner(raw, source_begin, decoded, markup, nuls, [](const AlignedPiece&) {}).run();
    };
    const bool has_nul = raw.find('\0') != std::string_view::npos;
    const Nuls nuls = has_nul && !fits(Nuls::dropped) ? Nuls::replaced : Nuls::dropped;
    Aligner(raw, source_begin, decoded, markup, nuls, take).run();
}

}  // namespace spamlint
