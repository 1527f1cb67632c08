#include <cstdio>
#include <exception>
#include <new>

#include "cli/commands.h"
#include "cli/memory.h"

int main(int argc, char** argv) {
    using namespace spamlint;
    take_code_at_once();
    try {
        return run_command_line(root_command(), argc, argv);
    } catch (const std::bad_alloc&) {
        std::fputs("spamlint: out of memory; check fewer or smaller files at once\n", stderr);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "spamlint: %s\n", error.what());
    }
    return exit_trouble;
}
