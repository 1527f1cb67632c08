#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spamlint {

/// One message of a labelled list.
struct Labelled {
    std::string path;
    bool spam = false;
};

/// A list of labelled messages: one set, named after its file.
struct LabelledSet {
    std::string name;
    std::vector<Labelled> messages;
};

/// Reads "path<TAB>spam|ham" lines (also 1|0); empty lines and lines that begin with # are skipped. A relative path is
/// relative to the working directory. What cannot be read goes to `problems`, one "LIST:LINE:COLUMN: what; what to do"
/// each.
LabelledSet read_labelled_set(const std::string& path, std::string_view content, std::vector<std::string>& problems);

}  // namespace spamlint
