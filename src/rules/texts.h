#pragma once

#include <string_view>

namespace spamlint {

/// An equal text that lives as long as the process; equal ones are kept once. For the texts of packs, which rules view
/// wherever they lie: those of the default packs in the binary itself, those of YAML files here.
std::string_view keep(std::string_view text);

}  // namespace spamlint
