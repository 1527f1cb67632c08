#include "message/cut.h"

#include <mimetic/mimetic.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "message/ascii.h"
#include "message/delimiters.h"
#include "message/part_opener.h"

namespace spamlint {
namespace {

using MimeticParser = mimetic::IteratorParser<const char*, std::input_iterator_tag>;

/// mimetic walks the tree of entities; what it reads are digests of the headers (see PartOpener), and where bodies end
/// is decided here. So it never sees a byte of the message, and its recursion is as deep as PartOpener lets it be.
class Cutter : public MimeticParser {
public:
    Cutter(mimetic::MimeEntity& entity, PartOpener& opener, Delimiters& delimiters, std::string_view text,
           LineStyle style)
        : MimeticParser(entity), opener_(opener), delimiters_(delimiters), text_(text), style_(style) {}

    void cut(std::size_t begin) {
        opener_.open(begin);
        const std::string_view digest = opener_.digest();
        run(digest.data(), digest.data() + digest.size());
        opener_.close_all(text_.size());
    }

protected:
    /// Called where a body, preamble or epilogue begins. Looks for whole delimiter lines only (RFC 2046 5.1.1). That
    /// of an outer level ends the inner one as if it had been closed, and is left for the outer level to find.
    void copy_until_boundary(mimetic::ParsingElem element) override {
        const bool preamble = element == mimetic::ParsingElem{pePreamble};
        follow_mimetic(preamble);
        std::size_t at = element == mimetic::ParsingElem{peEpilogue} ? at_ : opener_.body();
        if (delimiters_.size() == 0) at = text_.size();
        while (at < text_.size()) {
            const Line line = line_at(text_, at, style_);
            const auto match = delimiters_.match(line.in(text_));
            if (match && stop(match, line)) return;
            at = line.next;
        }
        opener_.close_all(text_.size());
        stop_reading(NoBoundary);
    }

private:
    /// mimetic leaves multiparts when they end; the boundaries that we look for must be those it still holds.
    void follow_mimetic(bool preamble) {
        const std::size_t known = m_boundaryList.size() - (preamble ? 1 : 0);
        while (delimiters_.size() > known) {
            delimiters_.pop();
            opener_.leave_multipart();
        }
        if (preamble) delimiters_.push(opener_.enter_multipart());
    }

    /// False when the line is to be read as body after all.
    bool stop(const Delimiters::Match& match, const Line& line) {
        const auto level = static_cast<std::size_t>(match.level);
        const bool own = level + 1 == delimiters_.size();
        if (own && !match.closing && !opener_.may_open(line.span())) return false;
        opener_.close_inside(delimiters_.size() - 1, before_break(text_, line.begin, 0));
        if (!own) {
            at_ = line.begin;
            read_on(ClosingBoundary);
        } else if (match.closing) {
            opener_.mark_closed(line.next);
            at_ = line.next;
            if (at_ < text_.size())
                read_on(ClosingBoundary);
            else
                stop_reading(ClosingBoundary);
        } else {
            opener_.open(line.next);
            m_lastBoundary = Boundary;
            const std::string_view digest = opener_.digest();
            m_bit = digest.data();
            m_eit = digest.data() + digest.size();
        }
        return true;
    }

    /// mimetic goes on as long as its iterators differ.
    void read_on(BoundaryType boundary) {
        m_lastBoundary = boundary;
        m_bit = text_.data();
        m_eit = text_.data() + text_.size();
    }

    void stop_reading(BoundaryType boundary) {
        m_lastBoundary = boundary;
        m_bit = m_eit;
    }

    PartOpener& opener_;
    Delimiters& delimiters_;
    std::string_view text_;
    LineStyle style_;
    std::size_t at_ = 0;  // where an epilogue begins
};

}  // namespace

std::vector<Part> cut_message(std::string_view text, std::size_t begin, LineStyle style,
                              std::vector<Anomaly>& anomalies) {
    Delimiters delimiters;
    PartOpener opener(text, style, delimiters, anomalies);
    mimetic::MimeEntity entity;
    Cutter cutter(entity, opener, delimiters, text, style);
    cutter.cut(begin);
    return std::move(opener).parts();
}

}  // namespace spamlint
