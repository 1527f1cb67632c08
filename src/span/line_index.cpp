#include "span/line_index.h"

#include <algorithm>

#include "span/byte_set.h"

namespace spamlint {
namespace {

constexpr std::size_t kBlock = 512;  // bytes between marks: what a lookup reads at most, however long the lines are

constexpr ByteSet kLineEnds("\r\n");

/// Where the line after the one that holds `at` begins, if its break begins before `limit`; else npos.
std::size_t next_line(std::string_view file, std::size_t at, std::size_t limit) {
    const std::string_view before = file.substr(0, limit);
    const std::size_t end = kLineEnds.find(before, at);
    if (end >= before.size()) return std::string_view::npos;
    const bool crlf = file[end] == '\r' && end + 1 < file.size() && file[end + 1] == '\n';
    return end + (crlf ? 2 : 1);
}

}  // namespace

LineIndex::LineIndex(std::string_view file) : file_(file), marks_{{1, 0}} {
    Mark mark{1, 0};
    for (std::size_t next = next_line(file, 0, file.size()); next != std::string_view::npos;
         next = next_line(file, next, file.size())) {
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
    for (at = next_line(file_, at, offset); at <= offset; at = next_line(file_, at, offset)) mark = {mark.line + 1, at};
    return {mark.line, offset - mark.begin + 1};
}

Span LineIndex::line(std::size_t number) const {
    const auto after =
        std::partition_point(marks_.begin(), marks_.end(), [&](const Mark& m) { return m.line <= number; });
    Mark mark = *(after - 1);
    std::size_t at = static_cast<std::size_t>(after - 1 - marks_.begin()) * kBlock;
    for (; mark.line < number; ++mark.line) mark.begin = at = next_line(file_, at, file_.size());
    std::size_t end = std::min(kLineEnds.find(file_, at), file_.size());
    if (end > mark.begin && file_[end - 1] == '\r') --end;  // the block began inside CRLF
    return {mark.begin, end};
}

}  // namespace spamlint
