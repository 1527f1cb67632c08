#pragma once

namespace spamlint {

/// Has the system hand over at once the program's code and the memory that one small message needs, instead of page by
/// page at the first touch of each: 1.2 ms of 21 on a virtual machine. Does nothing where there is no such way.
void take_memory_at_once();

}  // namespace spamlint
