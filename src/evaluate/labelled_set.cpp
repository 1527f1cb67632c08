#include "evaluate/labelled_set.h"

#include <optional>

namespace spamlint {
namespace {

std::string stem(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    const std::size_t dot = path.rfind('.');
    return std::string(dot == std::string_view::npos || dot == 0 ? path : path.substr(0, dot));
}

std::optional<bool> label(std::string_view text) {
    if (text == "spam" || text == "1") return true;
    if (text == "ham" || text == "0") return false;
    return std::nullopt;
}

std::string_view take_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace

LabelledSet read_labelled_set(const std::string& path, std::string_view content, std::vector<std::string>& problems) {
    LabelledSet set{stem(path), {}};
    for (std::size_t number = 1; !content.empty(); ++number) {
        const std::string_view line = take_line(content);
        if (line.empty() || line.starts_with('#')) continue;
        const std::size_t tab = line.find('\t');
        const std::size_t label_at = tab == std::string_view::npos ? line.size() : tab + 1;
        const std::string_view rest = line.substr(label_at);
        const auto spam = label(rest.substr(0, rest.find('\t')));
        if (spam)
            set.messages.push_back({std::string(line.substr(0, tab)), *spam});
        else
            problems.push_back(path + ":" + std::to_string(number) + ":" + std::to_string(label_at + 1) +
                               ": no label; write PATH<TAB>spam or PATH<TAB>ham");
    }
    return set;
}

}  // namespace spamlint
