#include <algorithm>
#include <optional>

#include "message/ascii.h"
#include "message/encoded_word.h"
#include "message/header.h"
#include "message/limits.h"

namespace spamlint {
namespace {

constexpr std::size_t npos = std::string_view::npos;

enum class PieceKind : std::uint8_t { atom, word, quoted, comment };

/// A stretch of a mailbox between white space and special characters.
struct Piece {
    PieceKind kind;
    Span span;   // quotes and brackets included
    Span inner;  // without them
};

class MailboxParser {
public:
    MailboxParser(std::string_view file, Span value, FirstOfKind& anomalies)
        : file_(file), text_(file.substr(0, value.end)), at_(value.begin), anomalies_(anomalies), words_(text_) {}

    std::vector<Mailbox> run() {
        while (at_ < text_.size() && mailboxes_.size() < limits::kMailboxes) take();
        if (at_ < text_.size())
            anomalies_.add(AnomalyKind::limit_mailboxes, {at_, at_ + 1}, std::to_string(limits::kMailboxes));
        finish();
        return std::move(mailboxes_);
    }

private:
    void take() {
        const char c = text_[at_];
        if (ascii::is_space(c)) {
            ++at_;
        } else if (c == ',' || c == ';') {
            finish();
            ++at_;
        } else if (c == ':' && !angle_) {
            // What stands before the colon is the name of a group (RFC 5322 3.4).
            pieces_.clear();
            ++at_;
        } else if (c == '<') {
            angle();
        } else {
            piece(c);
        }
    }

    void piece(char c) {
        if (c == '"' && !no_quotes_) return quoted();
        if (c == '(') return comment();
        if (text_.substr(at_).starts_with("=?"))
            if (const auto word = words_.at(at_)) return add(PieceKind::word, word->whole, word->whole);
        atom();
    }

    void add(PieceKind kind, Span span, Span inner) {
        pieces_.push_back({kind, span, inner});
        at_ = span.end;
    }

    void atom() {
        const std::size_t begin = at_;
        bool in_brackets = false;  // [IPv6:…] holds colons
        do {
            in_brackets = in_brackets || text_[at_] == '[';
            ++at_;
        } while (at_ < text_.size() && !ascii::is_space(text_[at_]) && !ends_atom(text_[at_], in_brackets));
        add(PieceKind::atom, {begin, at_}, {begin, at_});
    }

    static bool ends_atom(char c, bool in_brackets) {
        return c == ',' || c == ';' || c == '<' || c == '"' || c == '(' || (c == ':' && !in_brackets);
    }

    void quoted() {
        const std::size_t begin = at_;
        std::size_t end = begin + 1;
        while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
        // A quote that never ends is a character like others, or the address behind it would be lost.
        if (end >= text_.size()) {
            no_quotes_ = true;
            return atom();
        }
        add(PieceKind::quoted, {begin, end + 1}, {begin + 1, end});
    }

    void comment() {
        const std::size_t end = no_comments_ ? npos : end_of_comment();
        if (end == npos) {
            no_comments_ = true;
            return add(PieceKind::atom, {at_, at_ + 1}, {at_, at_ + 1});
        }
        add(PieceKind::comment, {at_, end}, {at_ + 1, end - 1});
    }

    std::size_t end_of_comment() const {
        int depth = 0;
        for (std::size_t i = at_; i < text_.size(); ++i) {
            if (text_[i] == '\\') ++i;
            else if (text_[i] == '(') ++depth;
            else if (text_[i] == ')' && --depth == 0) return i + 1;
        }
        return npos;
    }

    /// "<local@domain>", "<@relay,@relay:local@domain>" (RFC 5322 4.4), or "<local@domain" that never ends.
    void angle() {
        const std::size_t open = at_;
        std::size_t begin = open + 1;
        while (begin < text_.size() && ascii::is_space(text_[begin])) ++begin;
        const bool route = begin < text_.size() && text_[begin] == '@';
        at_ = begin;
        bool in_quotes = false;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '"') in_quotes = !in_quotes;
            if (in_quotes) continue;
            if (c == '>' || c == '<' || (c == ',' && !route)) break;
            if (route && c == ':') begin = at_ + 1;
        }
        const bool closed = at_ < text_.size() && text_[at_] == '>';
        angle_ = Span{begin, at_};
        at_ += closed ? 1 : 0;
        angle_end_ = at_;
        angle_begin_ = open;
    }

    void finish() {
        if (pieces_.empty() && !angle_) return;
        Mailbox mailbox;
        mailbox.span = whole();
        if (angle_) {
            mailbox.name = phrase(pieces_);
            mailbox.address = address({*angle_});
            if (mailbox.name.empty()) mailbox.name = comment_text();
        } else {
            bare(mailbox);
        }
        split(mailbox);
        mailboxes_.push_back(std::move(mailbox));
        pieces_.clear();
        angle_.reset();
    }

    Span whole() const {
        Span span = angle_ ? Span{angle_begin_, angle_end_} : pieces_.front().span;
        for (const Piece& piece : pieces_) span = hull(span, piece.span);
        return span;
    }

    /// "local@domain (Name)" without angle brackets, or something that is no address at all.
    void bare(Mailbox& mailbox) {
        const auto has_at = [&](const Piece& p) {
            return p.kind == PieceKind::atom && file_.substr(p.span.begin, p.span.size()).find('@') != npos;
        };
        const auto at = std::find_if(pieces_.begin(), pieces_.end(), has_at);
        if (at == pieces_.end()) return no_address(mailbox);
        auto first = at;
        auto last = at;
        if (first != pieces_.begin() && file_[at->span.begin] == '@') --first;
        while (last + 1 != pieces_.end() && joins(*last, *(last + 1))) ++last;
        std::vector<Span> spans;
        for (auto piece = first; piece <= last; ++piece)
            if (piece->kind != PieceKind::comment) spans.push_back(piece->span);
        mailbox.address = address(spans);
        pieces_.erase(first, last + 1);
        mailbox.name = phrase(pieces_);
        if (mailbox.name.empty()) mailbox.name = comment_text();
    }

    bool joins(const Piece& left, const Piece& right) const {
        return right.kind == PieceKind::atom &&
               (file_[left.span.end - 1] == '@' || left.span.end == right.span.begin);
    }

    void no_address(Mailbox& mailbox) {
        const bool single = pieces_.size() == 1 && pieces_.front().kind == PieceKind::atom;
        if (single)
            mailbox.address = address({pieces_.front().span});
        else
            mailbox.name = phrase(pieces_);
    }

    /// The display name: words with the white space between them, unquoted and decoded.
    MappedText phrase(const std::vector<Piece>& pieces) {
        MappedTextBuilder out;
        const Piece* before = nullptr;
        for (const Piece& piece : pieces) {
            if (piece.kind == PieceKind::comment) continue;
            if (before != nullptr && piece.span.begin > before->span.end)
                out.append(" ", {before->span.end, piece.span.begin});
            if (piece.kind == PieceKind::quoted)
                append_unquoted(piece.inner, out);
            else
                out.append(file_.substr(piece.inner.begin, piece.inner.size()), piece.inner.begin, 1, 1);
            before = &piece;
        }
        return decode_words(std::move(out).build(), anomalies_);
    }

    void append_unquoted(Span inner, MappedTextBuilder& out) const {
        for (std::size_t i = inner.begin; i < inner.end; ++i) {
            const std::size_t begin = i;
            if (file_[i] == '\\' && i + 1 < inner.end) ++i;
            if (!ascii::is_break(file_[i])) out.append(file_.substr(i, 1), {begin, i + 1});
        }
    }

    /// RFC 822 had the name in a comment after the address.
    MappedText comment_text() {
        const auto found = std::find_if(pieces_.begin(), pieces_.end(),
                                        [](const Piece& piece) { return piece.kind == PieceKind::comment; });
        if (found == pieces_.end()) return {};
        MappedTextBuilder out;
        append_unquoted(found->inner, out);
        return decode_words(std::move(out).build(), anomalies_);
    }

    /// The spans' text without white space and comments.
    MappedText address(const std::vector<Span>& spans) {
        MappedTextBuilder out;
        for (const Span& span : spans) {
            bool in_quotes = false;
            std::size_t comment_depth = 0;
            for (std::size_t i = span.begin; i < span.end; ++i) {
                const char c = file_[i];
                if (c == '"' && comment_depth == 0) in_quotes = !in_quotes;
                if (!in_quotes && c == '(') ++comment_depth;
                const bool text = comment_depth == 0 && (in_quotes ? !ascii::is_break(c) : !ascii::is_space(c));
                if (text) out.append(file_.substr(i, 1), i, 1, 1);
                if (!in_quotes && c == ')' && comment_depth > 0) --comment_depth;
            }
        }
        MappedText raw = std::move(out).build();
        return ascii::is_ascii(raw.text()) ? raw : decode_words(raw, anomalies_);
    }

    static MappedText part_of(const MappedText& text, std::size_t begin, std::size_t end) {
        MappedTextBuilder out(text.map());
        out.append(std::string_view(text.text()).substr(begin, end - begin), begin, 1, 1);
        return std::move(out).build();
    }

    static void split(Mailbox& mailbox) {
        const std::size_t at = mailbox.address.text().rfind('@');
        mailbox.local = at == npos ? mailbox.address : part_of(mailbox.address, 0, at);
        if (at != npos) mailbox.domain = part_of(mailbox.address, at + 1, mailbox.address.size());
    }

    std::string_view file_;
    std::string_view text_;
    std::size_t at_;
    FirstOfKind& anomalies_;
    EncodedWordFinder words_;
    std::vector<Mailbox> mailboxes_;
    std::vector<Piece> pieces_;
    std::optional<Span> angle_;
    std::size_t angle_begin_ = 0;
    std::size_t angle_end_ = 0;
    bool no_comments_ = false;  // one has no end, so no later one has: they are not looked for again
    bool no_quotes_ = false;
};

}  // namespace

std::vector<Mailbox> parse_mailboxes(std::string_view file, Span value, std::vector<Anomaly>& anomalies) {
    FirstOfKind first(anomalies);
    return MailboxParser(file, value, first).run();
}

}  // namespace spamlint
