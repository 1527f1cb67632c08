# Third-party libraries, all from the distribution; third_party_NAME is what a folder links.
find_package(PkgConfig REQUIRED)

function(third_party name)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${ARGN})
  add_library(third_party_${name} INTERFACE)
  target_link_libraries(third_party_${name} INTERFACE PkgConfig::${name})
endfunction()

function(third_party_header name header)
  find_path(${name}_INCLUDE ${header} REQUIRED)
  add_library(third_party_${name} INTERFACE)
  target_include_directories(third_party_${name} SYSTEM INTERFACE ${${name}_INCLUDE})
endfunction()

third_party(gumbo gumbo)
third_party(re2 re2)
third_party(icu icu-uc icu-i18n)
third_party(yaml yaml-cpp)
third_party(fmt fmt)
third_party(magic libmagic)
third_party(archive libarchive)
third_party(psl libpsl)
third_party_header(cli11 CLI/CLI.hpp)
third_party_header(json nlohmann/json.hpp)
third_party_header(doctest doctest/doctest.h)

# mimetic ships neither a pkg-config file nor a CMake package.
find_library(MIMETIC_LIBRARY mimetic REQUIRED)
third_party_header(mimetic mimetic/mimetic.h)
target_link_libraries(third_party_mimetic INTERFACE ${MIMETIC_LIBRARY})
