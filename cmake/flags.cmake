# Compiler flags of every target of ours.
add_library(spamlint_flags INTERFACE)
target_include_directories(spamlint_flags INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
target_compile_options(spamlint_flags INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast>)
# g++ 12 warns of impossible overlaps inside its own std::string (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(spamlint_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()
if(SPAMLINT_WERROR)
  target_compile_options(spamlint_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()
if(SPAMLINT_SANITIZE)
  set(sanitize -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(spamlint_flags INTERFACE ${sanitize})
  target_link_options(spamlint_flags INTERFACE ${sanitize})
endif()
find_package(Threads REQUIRED)
target_link_libraries(spamlint_flags INTERFACE Threads::Threads)
