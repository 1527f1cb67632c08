#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace spamlint {

// What one message may make us unpack. Text shrinks to a tenth, logs to a fiftieth; beyond 200 to 1 (and the first
// megabyte) a file was made to grow.
inline constexpr std::size_t max_archive_entries = 1000;
inline constexpr std::size_t max_unpacked = std::size_t{64} * 1024 * 1024;  // bytes
inline constexpr std::size_t max_unpacked_ratio = 200;
inline constexpr int max_archive_nesting = 3;
// Beginnings of entries that are looked at: each costs up to a quarter megabyte of inflating and libmagic's tenth of a
// millisecond.
inline constexpr std::size_t max_sniffed_entries = 100;
enum class ArchiveLimit : std::uint8_t { none, entries, bytes, nesting };

/// A file inside an archive.
struct ArchiveEntry {
    std::string name;
    int nesting = 1;  // 1: in the archive itself, 2: in an archive inside it …
    bool encrypted = false;
    std::size_t bytes = 0;      // unpacked, as the archive declares it; 0 when it does not
    std::string detected_type;  // by libmagic of its first 4 KB; "" where they were not read
};

/// What is left of the limits that one message may use up. An archive beyond them is described as far as it was read.
struct ArchiveBudget {
    std::size_t entries = max_archive_entries;
    std::size_t unpacked = max_unpacked;  // bytes
    std::size_t sniffed = max_sniffed_entries;
};

struct Archive {
    std::vector<ArchiveEntry> entries;
    bool readable = false;   // it is an archive of a known format
    bool encrypted = false;  // an entry, or the list of entries, is
    bool document = false;   // an office document or e-book: its entries are its inside, not attachments
    bool macros = false;     // it holds a VBA project
    ArchiveLimit limit = ArchiveLimit::none;  // the first that was met in it
};

/// Looks into ZIP, RAR, 7z, tar, CAB, ISO 9660 and LHA files, compressed by gzip, bzip2, xz, zstd … or not, and into
/// archives inside them, three deep. Nothing is written anywhere. Memory: at most `budget.unpacked`.
Archive read_archive(std::string_view bytes, std::string_view file_name, ArchiveBudget& budget);

/// Does an OLE2 file (Word 97 …) hold a VBA project?
bool ole_has_macros(std::string_view bytes);

}  // namespace spamlint
