# The default packs: rules/**/*.yaml read, checked and written as one blob at build time by the same code that reads a
# user's packs, then assembled into the binary. A pack whose own examples fail breaks the build.
file(GLOB_RECURSE pack_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/rules/*.yaml)
add_executable(compile-packs ${CMAKE_SOURCE_DIR}/tools/compile_packs.cpp)
target_link_libraries(compile-packs PRIVATE spamlint_rules)
set(blob ${CMAKE_BINARY_DIR}/generated/default_packs.blob)
add_custom_command(OUTPUT ${blob}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
  COMMAND compile-packs ${CMAKE_SOURCE_DIR}/rules ${blob}
  DEPENDS compile-packs ${pack_files} VERBATIM)
set_source_files_properties(${CMAKE_SOURCE_DIR}/src/lint/default_packs.S PROPERTIES
  OBJECT_DEPENDS ${blob} COMPILE_OPTIONS "-I${CMAKE_BINARY_DIR}/generated")
add_library(spamlint_default_packs STATIC ${CMAKE_SOURCE_DIR}/src/lint/default_packs.S)
