#include "facts/attachment.h"

#include <archive.h>
#include <archive_entry.h>

#include <clocale>
#include <ctime>
#include <utility>

#include "facts/archive.h"
#include "facts/file_type.h"
#include "sample.h"

using namespace spamlint;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

struct Form {
    int (*format)(::archive*);
    int (*filter)(::archive*) = archive_write_add_filter_none;
    const char* password = nullptr;
};

std::string pack(const Files& files, Form form) {
    ::archive* writer = archive_write_new();
    form.format(writer);
    form.filter(writer);
    if (form.password) {
        archive_write_set_options(writer, "zip:encryption=traditional");
        archive_write_set_passphrase(writer, form.password);
    }
    std::string bytes(1 << 20, '\0');
    std::size_t used = 0;
    for (const auto& [name, data] : files) bytes.resize(bytes.size() + data.size() + 1024 + name.size());
    archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
    for (const auto& [name, data] : files) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(data.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(writer, entry);
        archive_write_data(writer, data.data(), data.size());
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    bytes.resize(used);
    return bytes;
}

constexpr Form zip_form{archive_write_set_format_zip};
constexpr Form tgz_form{archive_write_set_format_pax_restricted, archive_write_add_filter_gzip};

Archive look(const std::string& bytes, const std::string& name, ArchiveBudget& budget) {
    return read_archive(bytes, name, budget);
}
Archive look(const std::string& bytes, const std::string& name) {
    ArchiveBudget budget;
    return read_archive(bytes, name, budget);
}

double seconds(std::clock_t since) {
    return static_cast<double>(std::clock() - since) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("archives of every common format are looked into") {
    const Files files = {{"bill.pdf.exe", "MZ"}, {"readme.txt", "hello"}};
    const std::pair<const char*, Form> forms[] = {
        {"a.zip", zip_form},
        {"a.tar.gz", tgz_form},
        {"a.7z", {archive_write_set_format_7zip}},
        {"a.tar", {archive_write_set_format_ustar}},
        {"a.iso", {archive_write_set_format_iso9660}},
        {"a.tar.xz", {archive_write_set_format_ustar, archive_write_add_filter_xz}}};
    for (const auto& [name, form] : forms) {
        const Archive archive = look(pack(files, form), name);
        CHECK_MESSAGE(archive.readable, name);
        bool found = false;
        for (const ArchiveEntry& entry : archive.entries) found |= entry.name == "bill.pdf.exe";
        CHECK_MESSAGE(found, name);
    }
    const Archive single =
        look(pack({{"notes", "hello"}}, {archive_write_set_format_raw, archive_write_add_filter_gzip}), "notes.js.gz");
    REQUIRE(single.entries.size() == 1);
    CHECK(single.entries[0].name == "notes.js");
    CHECK_FALSE(look("just a text", "a.zip").readable);
    CHECK_FALSE(look("", "a.zip").readable);
}

TEST_CASE("file names of archives are read in any script") {
    for (const Form& form : {zip_form, tgz_form, Form{archive_write_set_format_7zip}}) {
        // The writer, unlike the reader, needs the locale to turn a name into UTF-16.
        std::setlocale(LC_CTYPE, "C.UTF-8");
        const std::string bytes = pack({{"发票.pdf.exe", "MZ"}}, form);
        std::setlocale(LC_CTYPE, "C");
        const Archive archive = look(bytes, "a");
        REQUIRE(archive.entries.size() == 1);
        CHECK(archive.entries[0].name == "发票.pdf.exe");
        CHECK(extensions(archive.entries[0].name).last == "exe");
        CHECK(extensions(archive.entries[0].name).inner == "pdf");
    }
}

TEST_CASE("an archive inside an archive is read three deep and no deeper") {
    std::string bytes = pack({{"virus.exe", "MZ"}}, zip_form);
    for (int depth = 0; depth < 2; ++depth) bytes = pack({{"inner.zip", bytes}}, zip_form);
    ArchiveBudget budget;
    const Archive three = look(bytes, "a.zip", budget);
    REQUIRE(three.entries.size() == 3);
    CHECK(three.entries[2].name == "virus.exe");
    CHECK(three.entries[2].nesting == 3);
    CHECK(three.limit == ArchiveLimit::none);
    const Archive four = look(pack({{"outer.zip", bytes}}, zip_form), "b.zip", budget);
    CHECK(four.entries.size() == max_archive_nesting);
    CHECK(four.limit == ArchiveLimit::nesting);
}

TEST_CASE("an encrypted archive says so") {
    Form form = zip_form;
    form.password = "secret";
    const Archive archive = look(pack({{"bill.exe", "MZ and more"}}, form), "a.zip");
    CHECK(archive.encrypted);
    REQUIRE(archive.entries.size() == 1);
    CHECK(archive.entries[0].encrypted);
    CHECK_FALSE(look(pack({{"bill.exe", "MZ"}}, zip_form), "a.zip").encrypted);
}

TEST_CASE("archive bombs are given up within the limits") {
    const std::string zeros(24 << 20, '\0');
    const std::clock_t begun = std::clock();
    for (const auto& [name, form] : {std::pair<const char*, Form>{"a.zip", zip_form},
                                     {"a.tar.gz", tgz_form},
                                     {"a.7z", {archive_write_set_format_7zip}}}) {
        const std::string bomb = pack({{"zeros.zip", zeros}, {"after.txt", "x"}}, form);
        CHECK(bomb.size() < (1 << 20));
        ArchiveBudget budget;
        CHECK_MESSAGE(look(bomb, name, budget).limit == ArchiveLimit::bytes, name);
        CHECK_MESSAGE(budget.unpacked > 0, name);
    }
    CHECK(seconds(begun) < 60);  // of the processor, mostly spent on packing them
}

TEST_CASE("the number of entries is bounded") {
    Files files;
    for (int i = 0; i < 1500; ++i) files.push_back({"f" + std::to_string(i), "x"});
    ArchiveBudget budget;
    const Archive archive = look(pack(files, zip_form), "a.zip", budget);
    CHECK(archive.entries.size() == max_archive_entries);
    CHECK(archive.limit == ArchiveLimit::entries);
}

TEST_CASE("macros are found in office documents of both kinds, and their inside is no attachment") {
    const std::string docm = pack({{"[Content_Types].xml", "<x/>"}, {"word/vbaProject.bin", "x"}}, zip_form);
    const Sample message = multipart("mixed", {attached("a.docm", "application/vnd.ms-word", docm)});
    CHECK(message.truth("attachment", 0, "macros"));
    CHECK(message.elements("archive-entry").empty());
    const Sample clean = multipart(
        "mixed", {attached("a.docx", "application/vnd.ms-word", pack({{"[Content_Types].xml", "<x/>"}}, zip_form))});
    CHECK_FALSE(clean.truth("attachment", 0, "macros"));
    CHECK_FALSE(clean.truth("attachment", 0, "disguised_type"));
    std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    ole.resize(1024, '\0');
    CHECK_FALSE(ole_has_macros(ole));
    ole.replace(640, 14, std::string("M\0a\0c\0r\0o\0s\0\0\0", 14));
    CHECK(ole_has_macros(ole));
}

TEST_CASE("a file name comes apart") {
    CHECK(extensions("bill.pdf.exe").last == "exe");
    CHECK(extensions("bill.pdf.exe").inner == "pdf");
    CHECK(extensions("bill.pdf           .EXE").last == "exe");
    CHECK(extensions("bill.pdf           .EXE").inner == "pdf");
    CHECK(extensions("setup.exe.").last == "exe");
    CHECK(extensions("bill.pdf.exe . .").inner == "pdf");
    CHECK(extensions("...").last == "");
    CHECK(extensions("Report v1.2 of May").last == "");
    CHECK(extensions("README").last == "");
    CHECK(extensions(".profile").last == "");
}

TEST_CASE("bytes are held against name and type") {
    const std::string exe = std::string("MZ\x90\0\3\0\0\0\4\0\0\0\xFF\xFF\0\0", 16) + std::string(44, '\0') +
                            std::string("\x40\0\0\0PE\0\0", 8) + std::string(200, '\0');
    CHECK(class_of_type(detected_type(exe)) == FileClass::executable);
    CHECK(is_disguised(detected_type(exe), "application/pdf", "pdf"));
    CHECK_FALSE(is_disguised(detected_type(exe), "application/octet-stream", "exe"));
    CHECK(is_disguised("text/html", "application/pdf", "pdf"));
    CHECK_FALSE(is_disguised("text/html", "text/plain", "txt"));
    CHECK_FALSE(is_disguised("application/zip", "application/octet-stream", "docx"));
    CHECK_FALSE(is_disguised("application/pdf", "application/pdf", "pdf"));
    CHECK_FALSE(is_disguised("", "", ""));
}

TEST_CASE("a file of another kind than declared is told from a kind of text") {
    CHECK(is_misdeclared("application/pdf", "image/jpeg", "jpg"));
    CHECK(is_misdeclared("image/png", "application/pdf", "pdf"));
    CHECK(is_misdeclared("application/pdf", "image/jpeg", "pdf"));
    CHECK(is_misdeclared("text/plain", "image/jpeg", "jpg"));
    CHECK_FALSE(is_misdeclared("image/png", "image/jpeg", "jpg"));
    CHECK_FALSE(is_misdeclared("text/html", "text/plain", "txt"));
    CHECK_FALSE(is_misdeclared("text/plain", "application/msword", "doc"));
    CHECK_FALSE(is_misdeclared("application/zip", "application/octet-stream", "docx"));
    CHECK_FALSE(is_misdeclared("application/pdf", "application/octet-stream", ""));
    CHECK_FALSE(is_misdeclared("application/octet-stream", "image/jpeg", "jpg"));
    CHECK_FALSE(is_misdeclared("", "image/jpeg", "jpg"));
}

TEST_CASE("attachments are listed with what is odd about their names") {
    const Sample message =
        multipart("mixed", {"Content-Type: text/plain\r\n\r\nHello",
                            attached("invoice\xE2\x80\xAEgpj.exe", "application/octet-stream", "MZ"),
                            attached("a.pdf", "application/pdf", "%PDF-1.4\n"),
                            attached("A.pdf", "application/pdf", "%PDF-1.4\n"),
                            attached("bill.zip", "application/zip", pack({{"inside/bill.pdf.scr", "MZ"}}, zip_form))});
    CHECK(message.number("attachments.count") == 4);
    CHECK(message.number("attachments.with_same_name") == 1);
    CHECK(message.cause("attachments.with_same_name") == "A.pdf");
    CHECK(message.truth("attachment", 0, "direction_override"));
    CHECK(message.text("attachment", 0, "extension") == "exe");
    CHECK(message.text("attachment", 1, "detected_type") == "application/pdf");
    CHECK(message.number("attachment", 3, "entries") == 1);
    CHECK(message.text("archive-entry", 0, "extension") == "scr");
    CHECK(message.text("archive-entry", 0, "inner_extension") == "pdf");
    CHECK(message.text("archive-entry", 0, "archive") == "bill.zip");
    CHECK_FALSE(message.truth("attachment", 3, "disguised_type"));
}

TEST_CASE("an archive beyond the limits is an anomaly") {
    const Sample message = multipart(
        "mixed", {attached("a.tgz", "application/gzip", pack({{"zeros", std::string(24 << 20, '\0')}}, tgz_form)),
                  attached("b.txt", "text/plain", "x")});
    REQUIRE(message.elements("anomaly").size() == 1);
    CHECK(message.text("anomaly", 0, "kind") == "limit-archive-bytes");
    CHECK(message.text("anomaly", 0, "detail") == std::to_string(max_unpacked));
    CHECK(message.elements("anomaly")[0].part == "1");
}

TEST_CASE("more files than are looked into are an anomaly at the first that is not") {
    const std::vector<std::string> files(max_inspected + 1, "Content-Disposition: attachment; filename=a.bin\r\n\r\nx");
    const Sample message = multipart("mixed", files);
    REQUIRE(message.elements("anomaly").size() == 1);
    CHECK(message.text("anomaly", 0, "kind") == "limit-attachments");
    CHECK(message.elements("anomaly")[0].part == std::to_string(max_inspected + 1));
    CHECK(multipart("mixed", std::vector<std::string>(files.begin() + 1, files.end())).elements("anomaly").empty());
}

TEST_CASE("entries of archives are judged by their bytes too") {
    const std::string program =
        std::string("MZ") + std::string(58, '\0') + std::string("\x40\0\0\0PE\0\0\x4c\x01", 10) + std::string(60, '\0');
    const std::string page = "<!DOCTYPE html><html><body>x</body></html>";
    for (const Form& form : {zip_form, tgz_form, Form{archive_write_set_format_7zip}}) {
        const Archive archive = look(pack({{"notes.txt", program}, {"a.pdf", page}, {"b.txt", "hello"}}, form), "a");
        REQUIRE(archive.entries.size() == 3);
        CHECK(class_of_type(archive.entries[0].detected_type) == FileClass::executable);
        CHECK(class_of_type(archive.entries[1].detected_type) == FileClass::html);
        CHECK(class_of_type(archive.entries[2].detected_type) == FileClass::text);
    }
}

TEST_CASE("only the first hundred entries of a message are read for their type") {
    Files files;
    for (int i = 0; i < 120; ++i) files.push_back({std::to_string(i) + ".txt", "hello"});
    const Archive archive = look(pack(files, zip_form), "a.zip");
    REQUIRE(archive.entries.size() == 120);
    CHECK(archive.entries[max_sniffed_entries - 1].detected_type == "text/plain");
    CHECK(archive.entries[max_sniffed_entries].detected_type.empty());
    CHECK(archive.limit == ArchiveLimit::none);
}
