#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace spamlint {

/// A file inside an archive.
struct ArchiveEntry {
    std::string name;
    int nesting = 1;  // 1: in the archive itself, 2: in an archive inside it …
    bool encrypted = false;
    std::size_t bytes = 0;  // unpacked, as the archive declares it; 0 when it does not
};

/// What is left of the limits that one message may use up. An archive beyond them is described as far as it was read.
struct ArchiveBudget {
    std::size_t entries = 1000;
    std::size_t unpacked = 64 * 1024 * 1024;  // bytes
    bool exhausted = false;                   // a limit was reached
};

struct Archive {
    std::vector<ArchiveEntry> entries;
    bool readable = false;   // it is an archive of a known format
    bool encrypted = false;  // an entry, or the list of entries, is
    bool document = false;   // an office document or e-book: its entries are its inside, not attachments
    bool macros = false;     // it holds a VBA project
};

/// Looks into ZIP, RAR, 7z, tar, CAB, ISO 9660 and LHA files, compressed by gzip, bzip2, xz, zstd … or not, and into
/// archives inside them, three deep. Nothing is written anywhere. Memory: at most `budget.unpacked`.
Archive read_archive(std::string_view bytes, std::string_view file_name, ArchiveBudget& budget);

/// Does an OLE2 file (Word 97 …) hold a VBA project?
bool ole_has_macros(std::string_view bytes);

}  // namespace spamlint
