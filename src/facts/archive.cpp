#include "facts/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "facts/code_points.h"
#include "facts/file_type.h"

namespace spamlint {
namespace {

constexpr std::size_t free_of_ratio = 1024 * 1024;
constexpr std::size_t sniffed_bytes = 4096;  // signatures and the first tags of a page

struct CloseArchive {
    void operator()(::archive* opened) const { archive_read_free(opened); }
};
using Handle = std::unique_ptr<::archive, CloseArchive>;

/// libarchive turns the names of 7z and RAR files into the charset of the thread's locale, and drops them in "C". A
/// fixed one, for this thread and while it lives.
class Utf8Locale {
public:
    Utf8Locale() : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(utf8_ ? uselocale(utf8_) : nullptr) {}
    ~Utf8Locale() {
        if (!utf8_) return;
        uselocale(before_);
        freelocale(utf8_);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t utf8_, before_;
};

/// Formats whose list can be read from memory without files of the machine: no mtree, no raw.
void support_formats(::archive* opened, bool streamed_zip) {
    if (streamed_zip) {
        archive_read_support_format_zip_streamable(opened);
        return;
    }
    archive_read_support_format_zip_seekable(opened);
    archive_read_support_format_rar(opened);
    archive_read_support_format_rar5(opened);
    archive_read_support_format_7zip(opened);
    archive_read_support_format_tar(opened);
    archive_read_support_format_cab(opened);
    archive_read_support_format_iso9660(opened);
    archive_read_support_format_lha(opened);
}

Handle open_listing(std::string_view bytes, bool streamed_zip) {
    Handle opened(archive_read_new());
    support_formats(opened.get(), streamed_zip);
    if (archive_read_open_memory(opened.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return nullptr;
    return opened;
}

/// Has a compression that stands around a single file: gzip, bzip2, xz, zstd, compress, lzip.
bool is_compressed(std::string_view bytes) {
    for (const std::string_view magic :
         {std::string_view("\x1F\x8B"), std::string_view("BZh"),
          std::string_view("\xFD"
                           "7zXZ"),
          std::string_view("\x28\xB5\x2F\xFD"), std::string_view("\x1F\x9D"), std::string_view("LZIP")})
        if (bytes.starts_with(magic)) return true;
    return false;
}

std::string_view base_name(std::string_view path) {
    const auto slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool is_archive_name(std::string_view path) {
    return class_of_extension(extensions(base_name(path)).last) == FileClass::archive;
}

class Reader {
public:
    Reader(Archive& archive, ArchiveBudget& budget) : archive_(archive), budget_(budget) {}

    void read(std::string_view bytes, std::string_view file_name, int nesting) {
        if (is_compressed(bytes)) {
            read_compressed(bytes, file_name, nesting);
            return;
        }
        Handle opened = open_listing(bytes, false);
        if (opened && list(opened.get(), bytes, nesting)) return;
        if (!bytes.starts_with("PK\x03\x04")) return;
        opened = open_listing(bytes, true);  // a ZIP without its directory
        if (opened) list(opened.get(), bytes, nesting);
    }

private:
    /// False when the bytes are no archive.
    bool list(::archive* opened, std::string_view bytes, int nesting) {
        std::size_t unpacked = 0;
        for (bool first = true;; first = false) {
            archive_entry* entry = nullptr;
            const int status = archive_read_next_header(opened, &entry);
            if (archive_read_has_encrypted_entries(opened) > 0) archive_.encrypted = archive_.readable = true;
            if (status == ARCHIVE_EOF) return archive_.readable |= !first, !first;
            if (status == ARCHIVE_FATAL) return !first || archive_.encrypted;
            if (!entry) return !first;
            archive_.readable = true;
            if (!add(entry, nesting) || !pass(opened, bytes, unpacked, nesting)) return true;
        }
    }

    bool add(archive_entry* entry, int nesting) {
        if (budget_.entries == 0) {
            meet(ArchiveLimit::entries);
            return false;
        }
        --budget_.entries;
        const char* path = archive_entry_pathname_utf8(entry);
        if (!path) path = archive_entry_pathname(entry);
        ArchiveEntry& added = archive_.entries.emplace_back();
        added.name = path ? path : "";
        added.nesting = nesting;
        added.encrypted = archive_entry_is_encrypted(entry) == 1;
        if (archive_entry_size_is_set(entry))
            added.bytes = static_cast<std::size_t>(std::max<la_int64_t>(0, archive_entry_size(entry)));
        archive_.encrypted |= added.encrypted;
        archive_.macros |= ascii::equal_ignoring_case(base_name(added.name), "vbaproject.bin");
        archive_.document |= nesting == 1 && (added.name == "[Content_Types].xml" || added.name == "mimetype");
        return true;
    }

    /// Goes to the next entry. A ZIP jumps there by its directory; other formats have to be unpacked to get there, and
    /// that is done here, where it can be counted. An archive inside is kept and read. False when the archive is given
    /// up.
    bool pass(::archive* opened, std::string_view bytes, std::size_t& unpacked, int nesting) {
        const std::size_t index = archive_.entries.size() - 1;
        const ArchiveEntry entry = archive_.entries[index];
        const bool nested = is_archive_name(entry.name) && !entry.encrypted;
        if (nested && nesting == max_archive_nesting) meet(ArchiveLimit::nesting);
        const bool keep = nested && nesting < max_archive_nesting;
        if (!keep && archive_format(opened) == ARCHIVE_FORMAT_ZIP) {
            sniff(index, entry.encrypted ? std::string() : beginning(opened));
            return true;
        }
        std::string kept;
        const bool whole = unpack(opened, bytes.size(), unpacked, kept, keep ? std::string::npos : sniffed_bytes);
        sniff(index, kept);
        if (!whole) return false;
        if (keep && !kept.empty()) read(kept, entry.name, nesting + 1);
        return archive_.limit == ArchiveLimit::none;
    }

    /// The first block of the current entry, as long as it is in the budget. A ZIP need not be read to its end, so that
    /// its size is no limit that was met.
    std::string beginning(::archive* opened) {
        const void* block = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        if (budget_.sniffed == 0 || archive_.document) return {};
        if (archive_read_data_block(opened, &block, &size, &offset) != ARCHIVE_OK || size > budget_.unpacked) return {};
        budget_.unpacked -= size;
        return {static_cast<const char*>(block), std::min(size, sniffed_bytes)};
    }

    void sniff(std::size_t index, std::string_view begin) {
        if (begin.empty() || budget_.sniffed == 0 || archive_.document) return;
        --budget_.sniffed;
        archive_.entries[index].detected_type = detected_type(begin.substr(0, sniffed_bytes));
    }

    /// Reads the current entry to its end, and keeps its first `most` bytes. False when a limit is reached or the
    /// archive is broken.
    bool unpack(::archive* opened, std::size_t packed, std::size_t& unpacked, std::string& kept, std::size_t most) {
        for (;;) {
            const void* block = nullptr;
            std::size_t size = 0;
            la_int64_t offset = 0;
            const int status = archive_read_data_block(opened, &block, &size, &offset);
            if (status == ARCHIVE_EOF || status == ARCHIVE_FAILED) return true;
            if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return false;
            unpacked += size;
            if (size > budget_.unpacked || unpacked > free_of_ratio + packed * max_unpacked_ratio) {
                meet(ArchiveLimit::bytes);
                return false;
            }
            budget_.unpacked -= size;
            kept.append(static_cast<const char*>(block), std::min(size, most - kept.size()));
        }
    }

    /// Unpacks the one file inside, within the limits, and looks into it: a tar, or a file of the name without ".gz".
    void read_compressed(std::string_view bytes, std::string_view file_name, int nesting) {
        Handle opened(archive_read_new());
        archive_read_support_filter_gzip(opened.get());
        archive_read_support_filter_bzip2(opened.get());
        archive_read_support_filter_xz(opened.get());
        archive_read_support_filter_zstd(opened.get());
        archive_read_support_filter_compress(opened.get());
        archive_read_support_filter_lzip(opened.get());
        archive_read_support_format_raw(opened.get());
        archive_entry* entry = nullptr;
        if (archive_read_open_memory(opened.get(), bytes.data(), bytes.size()) != ARCHIVE_OK ||
            archive_read_next_header(opened.get(), &entry) != ARCHIVE_OK)
            return;
        archive_.readable = true;
        std::string inside;
        std::size_t unpacked = 0;
        unpack(opened.get(), bytes.size(), unpacked, inside, std::string::npos);
        const std::size_t known = archive_.entries.size();
        if (!is_compressed(inside)) {
            if (Handle listing = open_listing(inside, false)) list(listing.get(), inside, nesting);
        } else if (nesting < max_archive_nesting) {
            read_compressed(inside, base_name(file_name), nesting + 1);
        } else {
            meet(ArchiveLimit::nesting);
        }
        if (archive_.entries.size() == known) add_single(file_name, inside, nesting);
    }

    void add_single(std::string_view file_name, std::string_view inside, int nesting) {
        if (budget_.entries == 0) return meet(ArchiveLimit::entries);
        --budget_.entries;
        std::string_view stem = base_name(file_name);
        if (const auto dot = stem.rfind('.'); dot != std::string_view::npos) stem = stem.substr(0, dot);
        archive_.entries.push_back({std::string(stem), nesting, false, inside.size(), {}});
        sniff(archive_.entries.size() - 1, inside);
    }

    void meet(ArchiveLimit limit) {
        if (archive_.limit == ArchiveLimit::none) archive_.limit = limit;
    }

    Archive& archive_;
    ArchiveBudget& budget_;
};

}  // namespace

Archive read_archive(std::string_view bytes, std::string_view file_name, ArchiveBudget& budget) {
    const Utf8Locale locale;
    Archive archive;
    Reader(archive, budget).read(bytes, file_name, 1);
    return archive;
}

bool ole_has_macros(std::string_view bytes) {
    if (!bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return false;
    // [MS-CFB] 2.6.1: directory entries of 128 bytes in sectors of 512 or 4,096, the name in UTF-16LE at the front.
    constexpr std::string_view project("_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0\0\0", 26);
    constexpr std::string_view macros("M\0a\0c\0r\0o\0s\0\0\0", 14);
    for (std::size_t entry = 512; entry + 128 <= bytes.size(); entry += 128) {
        const std::string_view name = bytes.substr(entry, 64);
        if (name.starts_with(project) || name.starts_with(macros)) return true;
    }
    return false;
}

}  // namespace spamlint
