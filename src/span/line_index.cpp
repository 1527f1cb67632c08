#include "span/line_index.h"

#include <algorithm>

#include "span/byte_set.h"

namespace spamlint {
namespace {

constexpr std::size_t kBlock = 512;  // bytes between marks: what a lookup reads at most, however long the lines are

constexpr ByteSet kLineEnds("\r\n");

}  // namespace

/// The C library looks for one byte many times as fast as for one of two, and most files have no CR.
std::size_t LineIndex::line_end(std::size_t at, std::size_t limit) const {
    const std::string_view before = file_.substr(0, limit);
    return std::min(has_cr_ ? kLineEnds.find(before, at) : before.find('\n', at), before.size());
}

std::size_t LineIndex::next_line(std::size_t at, std::size_t limit) const {
    const std::size_t end = line_end(at, limit);
    if (end >= std::min(limit, file_.size())) return std::string_view::npos;
    const bool crlf = file_[end] == '\r' && end + 1 < file_.size() && file_[end + 1] == '\n';
    return end + (crlf ? 2 : 1);
}

LineIndex::LineIndex(std::string_view file)
    : file_(file), has_cr_(file.find('\r') != std::string_view::npos), marks_{{1, 0}} {
    Mark mark{1, 0};
    for (std::size_t next = next_line(0, file.size()); next != std::string_view::npos;
         next = next_line(next, file.size())) {
        while (marks_.size() * kBlock < next) marks_.push_back(mark);
        mark = {mark.line + 1, next};
    }
    while (marks_.size() * kBlock <= file.size()) marks_.push_back(mark);
    count_ = mark.line;
}

Position LineIndex::position(std::size_t offset) const {
    offset = std::min(offset, file_.size());
    Mark mark = marks_[offset / kBlock];
    std::size_t at = offset / kBlock * kBlock;
    for (at = next_line(at, offset); at <= offset; at = next_line(at, offset)) mark = {mark.line + 1, at};
    return {mark.line, offset - mark.begin + 1};
}

Span LineIndex::line(std::size_t number) const {
    const auto after =
        std::partition_point(marks_.begin(), marks_.end(), [&](const Mark& m) { return m.line <= number; });
    Mark mark = *(after - 1);
    std::size_t at = static_cast<std::size_t>(after - 1 - marks_.begin()) * kBlock;
    for (; mark.line < number; ++mark.line) mark.begin = at = next_line(at, file_.size());
    std::size_t end = line_end(at, file_.size());
    if (end > mark.begin && file_[end - 1] == '\r') --end;  // the block began inside CRLF
    return {mark.begin, end};
}

}  // namespace spamlint
