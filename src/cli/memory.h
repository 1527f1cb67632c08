#pragma once

namespace spamlint {

/// Has the system hand over the program's code at once, instead of page by page at the first touch of each. Does
/// nothing where there is no such way.
void take_code_at_once();

}  // namespace spamlint
