# The character table of src/text: made from ICU's data by a program of ours when it or ICU changes.
add_executable(generate-text-tables ${CMAKE_SOURCE_DIR}/tools/generate_text_tables.cpp)
target_link_libraries(generate-text-tables PRIVATE spamlint_flags third_party_icu)
set(text_tables ${CMAKE_BINARY_DIR}/generated/text_tables.h)
add_custom_command(OUTPUT ${text_tables}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
  COMMAND generate-text-tables ${text_tables}
  DEPENDS generate-text-tables VERBATIM)
set_source_files_properties(${CMAKE_SOURCE_DIR}/src/text/character.cpp PROPERTIES OBJECT_DEPENDS ${text_tables})
