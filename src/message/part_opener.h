#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "message/delimiters.h"
#include "message/lines.h"
#include "message/message.h"

namespace spamlint {

/// Makes the parts while a message is cut: reads their headers, numbers them, keeps which are open and where they end,
/// and holds back what would go beyond the limits.
class PartOpener {
public:
    PartOpener(std::string_view text, LineStyle style, const Delimiters& delimiters, std::vector<Anomaly>& anomalies)
        : text_(text), style_(style), delimiters_(delimiters), anomalies_(anomalies) {}

    /// A part begins at `begin`; where it is a message, the part inside it begins too, and so on.
    void open(std::size_t begin);
    /// Header blocks, one for each part that open() opened, that say to mimetic what the part is and no more.
    std::string_view digest() const { return digest_; }
    /// Where the body of the innermost open part begins.
    std::size_t body() const { return parts_[open_.back()].body.begin; }

    /// False, and reported, when there are too many parts already.
    bool may_open(Span delimiter);

    /// The innermost open part is a multipart whose preamble begins. Returns its boundary.
    std::string enter_multipart();
    void leave_multipart();
    /// The close delimiter of the innermost multipart ends at `end`.
    void mark_closed(std::size_t end);

    /// Ends the parts that are open inside the multipart of that level (from 0), or all.
    void close_inside(std::size_t level, std::size_t end);
    void close_all(std::size_t end);

    /// The parts, when all are closed.
    std::vector<Part> parts() &&;

private:
    struct Level {
        std::size_t part;
        std::size_t open;  // parts that are open while no child of this multipart is
    };
    enum class Sort { leaf, multipart, message };

    Sort open_one(std::size_t& begin);
    Sort sort_of(Part& part, const std::string& boundary);
    bool is_beyond_limits(const Part& part);
    bool in_message() const;
    std::string_view default_type() const;
    void number(Part& part);
    void add_digest(Sort sort);
    void close_down_to(std::size_t count, std::size_t end);
    void check_multipart(std::size_t index);

    std::string_view text_;
    LineStyle style_;
    const Delimiters& delimiters_;
    std::vector<Anomaly>& anomalies_;
    std::vector<Part> parts_;
    std::vector<std::string> prefixes_;    // of the numbers of a part's children
    std::vector<std::size_t> epilogues_;   // where a part's epilogue begins; 0 without close delimiter
    std::vector<std::size_t> open_;
    std::vector<Level> levels_;
    std::string boundary_;
    std::string digest_;
    bool parts_reported_ = false;
};

}  // namespace spamlint
