#include "message/header.h"

#include <algorithm>

namespace spamlint {

const HeaderField* Header::find(std::string_view name) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const HeaderField& f) { return f.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::size_t Header::count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::count_if(fields.begin(), fields.end(), [&](const HeaderField& f) { return f.name == name; }));
}

const MappedText* ParameterizedValue::find(std::string_view name) const {
    const auto found =
        std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& p) { return p.name == name; });
    return found == parameters.end() ? nullptr : &found->value;
}

}  // namespace spamlint
