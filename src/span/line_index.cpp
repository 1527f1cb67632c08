#include "span/line_index.h"

#include <algorithm>

namespace spamlint {

LineIndex::LineIndex(std::string_view file) : file_(file), starts_{0} {
    std::size_t at = 0;
    while ((at = file.find_first_of("\r\n", at)) != std::string_view::npos) {
        const bool crlf = file[at] == '\r' && at + 1 < file.size() && file[at + 1] == '\n';
        at += crlf ? 2 : 1;
        starts_.push_back(at);
    }
}

Position LineIndex::position(std::size_t offset) const {
    offset = std::min(offset, file_.size());
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const auto line = static_cast<std::size_t>(after - starts_.begin());
    return {line, offset - starts_[line - 1] + 1};
}

Span LineIndex::line(std::size_t number) const {
    const std::size_t begin = starts_[number - 1];
    std::size_t end = number < starts_.size() ? starts_[number] : file_.size();
    while (end > begin && (file_[end - 1] == '\n' || file_[end - 1] == '\r')) --end;
    return {begin, end};
}

}  // namespace spamlint
