#include "message/quoted_printable.h"

#include "message/ascii.h"

namespace spamlint {
namespace {

/// The byte that the two digits after `at` spell, or -1.
int escaped_byte(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size()) return -1;
    const int high = ascii::hex(text[at + 1]);
    const int low = ascii::hex(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

void append_escaped(int byte, std::size_t source, RunBuilder& out) {
    const char c = static_cast<char>(byte);
    out.append({&c, 1}, source, 1, 3);
}

/// After the "=" at `at`: where the next line begins when only white space stands before the break, else `at`.
std::size_t after_soft_break(std::string_view text, std::size_t at) {
    std::size_t next = at + 1;
    while (next < text.size() && ascii::is_blank(text[next])) ++next;
    if (next == text.size()) return next;
    if (!ascii::is_break(text[next])) return at;
    const std::size_t first = next;
    while (next < text.size() && text[next] == '\r') ++next;
    // CR, CRLF or CR CR LF; of several bare CR only the first is the break.
    return next < text.size() && text[next] == '\n' ? next + 1 : first + 1;
}

class QuotedPrintableDecoder {
public:
    QuotedPrintableDecoder(std::string_view encoded, std::size_t offset, RunBuilder& out)
        : encoded_(encoded), offset_(offset), out_(out) {}

    std::optional<Span> run() {
        std::size_t at = 0;
        while (at < encoded_.size()) {
            if (encoded_[at] == '=')
                at = escape(at);
            else if (ascii::is_break(encoded_[at]))
                at = line_break(at);
            else
                ++at;
        }
        literal(encoded_.size(), encoded_.size());
        return fault_;
    }

private:
    /// Hands over the plain text from the last hand-over up to `end`; goes on at `next`.
    void literal(std::size_t end, std::size_t next) {
        if (end > begin_) out_.append(encoded_.substr(begin_, end - begin_), offset_ + begin_, 1, 1);
        begin_ = next;
    }

    std::size_t escape(std::size_t at) {
        const int byte = escaped_byte(encoded_, at);
        if (byte >= 0) {
            literal(at, at + 3);
            append_escaped(byte, offset_ + at, out_);
            return at + 3;
        }
        const std::size_t next = after_soft_break(encoded_, at);
        if (next > at) {
            literal(at, next);
            return next;
        }
        if (!fault_) fault_ = Span{offset_ + at, offset_ + at + 1};
        return at + 1;
    }

    /// White space before a break was added on the way (RFC 2045 6.7, rule 3).
    std::size_t line_break(std::size_t at) {
        std::size_t end = at;
        while (end > begin_ && ascii::is_blank(encoded_[end - 1])) --end;
        literal(end, at);
        return at + 1;
    }

    std::string_view encoded_;
    std::size_t offset_;
    RunBuilder& out_;
    std::optional<Span> fault_;
    std::size_t begin_ = 0;
};

/// Text in which `mark` and two digits spell a byte.
std::optional<Span> decode_escapes(std::string_view encoded, std::size_t offset, char mark, RunBuilder& out) {
    std::optional<Span> fault;
    for (std::size_t at = 0; at < encoded.size();) {
        const int byte = encoded[at] == mark ? escaped_byte(encoded, at) : -1;
        if (byte >= 0) {
            append_escaped(byte, offset + at, out);
            at += 3;
            continue;
        }
        if (encoded[at] == mark && !fault) fault = Span{offset + at, offset + at + 1};
        const bool space = mark == '=' && encoded[at] == '_';
        out.append(space ? std::string_view(" ") : encoded.substr(at, 1), offset + at, 1, 1);
        ++at;
    }
    return fault;
}

}  // namespace

std::optional<Span> decode_quoted_printable(std::string_view encoded, std::size_t offset, RunBuilder& out) {
    return QuotedPrintableDecoder(encoded, offset, out).run();
}

std::optional<Span> decode_q(std::string_view encoded, std::size_t offset, RunBuilder& out) {
    return decode_escapes(encoded, offset, '=', out);
}

std::optional<Span> decode_percent(std::string_view encoded, std::size_t offset, RunBuilder& out) {
    return decode_escapes(encoded, offset, '%', out);
}

}  // namespace spamlint
