# Third-party libraries, all from the distribution; third_party_NAME is what a folder links.
find_package(PkgConfig REQUIRED)

# The dynamic loader would take longer than linting a message: 27 libraries, 5,700 relocations, most of them of code
# that no message reaches. What an archive needs in turn is named here, since no loader finds it. At a fixed address the
# 13,600 tables of addresses that archives bring need no relocation, which would copy 45 pages; code that nobody calls
# is left out. Together 3 of 20 ms for a message; the C library, stack and heap keep their random addresses.
if(SPAMLINT_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a .so)
  add_link_options(-static-libstdc++ -static-libgcc -no-pie LINKER:--gc-sections)
endif()

function(third_party_needs name)
  if(NOT SPAMLINT_STATIC)
    return()
  endif()
  foreach(needed ${ARGN})
    find_library(NEEDED_${needed} ${needed} REQUIRED)
    target_link_libraries(third_party_${name} INTERFACE ${NEEDED_${needed}})
  endforeach()
endfunction()

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

# Mail is many small strings: with glibc's allocator a batch takes 8 % longer.
add_library(third_party_allocator INTERFACE)
if(SPAMLINT_STATIC)
  third_party(jemalloc jemalloc)
  target_link_libraries(third_party_allocator INTERFACE third_party_jemalloc)
endif()

third_party(gumbo gumbo)
third_party(re2 re2)
third_party(icu icu-uc icu-i18n)
third_party(yaml yaml-cpp)
if(SPAMLINT_STATIC)  # Debian has no archive of fmt
  third_party_header(fmt fmt/core.h)
  target_compile_definitions(third_party_fmt INTERFACE FMT_HEADER_ONLY)
else()
  third_party(fmt fmt)
endif()
third_party(magic libmagic)
third_party(archive libarchive)
third_party(psl libpsl)
third_party(nlopt nlopt)
third_party_header(cli11 CLI/CLI.hpp)
third_party_header(json nlohmann/json.hpp)
third_party_header(doctest doctest/doctest.h)

# mimetic ships neither a pkg-config file nor a CMake package.
find_library(MIMETIC_LIBRARY mimetic REQUIRED)
third_party_header(mimetic mimetic/mimetic.h)
target_link_libraries(third_party_mimetic INTERFACE ${MIMETIC_LIBRARY})

third_party_needs(archive xml2 nettle acl lzma zstd lz4 bz2 z)
third_party_needs(magic lzma bz2 z)
third_party_needs(psl idn2 unistring)
third_party_needs(icu icudata)
