#include "message/charset.h"

#include <doctest/doctest.h>

#include "message/messages.h"
#include "message/reading.h"

using namespace spamlint;
using namespace spamlint::testing;

namespace {

Reading read(std::string_view bytes, std::string_view label) { return read_text(bytes, label, {10, LineEnds::to_lf}); }
std::string text(std::string_view bytes, std::string_view label) { return read(bytes, label).converted.text; }

constexpr std::string_view kFreeGbk = "\xC3\xE2\xB7\xD1";

}  // namespace

TEST_CASE("charset labels as mail writes them") {
    for (const char* label : {"utf8", "UTF-8", "Utf_8", "unicode-1-1-utf-8", "\"utf-8\"", "utf-8*en"})
        CHECK(find_charset(label).kind == CharsetKind::utf8);
    for (const char* label : {"gb2312", "GBK", "cp936", "x-gbk", "GB18030", "gb_2312-80", "windows-936"})
        CHECK(find_charset(label).converter == "gb18030");
    for (const char* label : {"ks_c_5601-1987", "unicode-1-1-utf-7", "'iso-2022-jp'", "big5", "koi8-r", "Shift_JIS", "euc-jp",
                              "windows-1251", "iso-8859-15", "UTF-16LE", "utf-32", "hz-gb-2312", "x-mac-cyrillic"})
        CHECK(find_charset(label).kind == CharsetKind::converter);
    for (const char* label : {"klingon", "utf-8,option=1", "../etc", "ibm-1047,swaplfnl"})
        CHECK(find_charset(label).kind == CharsetKind::unknown);
    CHECK(find_charset("").kind == CharsetKind::undeclared);
    CHECK(find_charset("us-ascii").kind == CharsetKind::ascii);
}

TEST_CASE("a declared charset is decoded with its places") {
    const Reading r = read(kFreeGbk, "gb2312");
    CHECK(r.converted.text == "免费");
    CHECK_FALSE(r.doubt);
    CHECK(r.converted.map.source({0, 3}) == Span{10, 12});
    CHECK(r.converted.map.source({3, 6}) == Span{12, 14});
    CHECK(r.converted.map.runs().size() == 1);
    CHECK(text("\xA7K\xB6O", "big5") == "免費");
    CHECK(text("\xC7\xD1\xB1\xB9", "ks_c_5601-1987") == "한국");
    CHECK(text("\xF2\xF3", "windows-1251") == "ту");
    CHECK(text("\x1B$BL5NA\x1B(B free", "ISO-2022-JP") == "無料 free");
    CHECK(text("\x93quoted\x94", "iso-8859-1") == "“quoted”");
    CHECK(text("a+AOk-b", "unicode-1-1-utf-7") == "aéb");
    CHECK(text("~{Cb7Q~}x", "hz-gb-2312") == "免费x");
}

TEST_CASE("the escape sequences of ISO-2022-JP belong to no character") {
    const std::string_view raw = "x\x1B$BL5NA\x1B(By";
    const Reading r = read(raw, "iso-2022-jp");
    REQUIRE(r.converted.text == "x無料y");
    CHECK(r.converted.map.source({0, 1}) == Span{10, 11});
    CHECK(r.converted.map.source({1, 7}) == Span{14, 18});
    CHECK(r.converted.map.source({7, 8}) == Span{21, 22});
}

TEST_CASE("UTF-16 and UTF-32, with and without byte order mark") {
    CHECK(text(std::string_view("\xFF\xFE\x4D\x51\r\0\n\0", 8), "utf-16") == "免\n");
    CHECK(text("\x51\x4D", "utf-16be") == "免");
    CHECK(text(std::string_view("\0\0\x51\x4D", 4), "utf-32be") == "免");
    CHECK(text("\xFE\xFF\x51\x4D", "") == "免");
    CHECK(text(std::string_view("\xD8\x3D\xDE\0", 4), "utf-16be") == "😀");
    CHECK(read(std::string_view("\xD8\x3D\xDE\0", 4), "utf-16be").converted.map.source({0, 4}) == Span{10, 14});
}

TEST_CASE("undeclared bytes are UTF-8, else GB18030, else windows-1252") {
    CHECK(text("免费", "") == "免费");
    CHECK(text(kFreeGbk, "") == "免费");
    CHECK(text("caf\xE9!", "") == "café!");
    CHECK(read("免", "").doubt == AnomalyKind::undeclared_8bit);
    CHECK(read("免", "us-ascii").doubt == AnomalyKind::charset_mismatch);
    CHECK_FALSE(read("plain", "").doubt);
    CHECK(text("\x1B$BL5NA\x1B(B", "") == "無料");
}

TEST_CASE("bytes that are not the declared charset's") {
    CHECK(text(kFreeGbk, "utf-8") == "免费");
    CHECK(read(kFreeGbk, "utf-8").doubt == AnomalyKind::charset_mismatch);
    CHECK(text("免费领取大奖\xE5\x85", "utf-8") == "免费领取大奖\xEF\xBF\xBD");
    CHECK(read("免费领取大奖\xE5\x85", "utf-8").doubt == AnomalyKind::bad_charset_bytes);
    CHECK(read("免费领取大奖\xE5\x85", "utf-8").where == Span{28, 30});
    CHECK(read("a\xFF", "gb2312").doubt == AnomalyKind::bad_charset_bytes);
    CHECK(text("a\xFF\x62", "gb2312") == "a\xEF\xBF\xBD" "b");
    CHECK(read("免费领取", "big5").doubt == AnomalyKind::charset_mismatch);
    CHECK(read("x免", "klingon").doubt == AnomalyKind::unknown_charset);
    CHECK(text("x免", "klingon") == "x免");
    CHECK_FALSE(read("x\xEF\xBF\xBD", "utf-8").doubt);
}

TEST_CASE("line ends become LF, also where characters are converted") {
    for (const char* label : {"utf-8", "gb2312", "iso-2022-jp"}) {
        const Reading r = read("a\r\nb\rc\nd\r\r\ne\r", label);
        CHECK(r.converted.text == "a\nb\nc\nd\ne\n");
        CHECK(r.converted.map.source({1, 2}) == Span{11, 13});
        CHECK(r.converted.map.source({3, 4}) == Span{14, 15});
        CHECK(r.converted.map.source({7, 8}) == Span{18, 21});
        CHECK(r.converted.map.source({8, 9}) == Span{21, 22});
    }
    CHECK(text("\xEF\xBB\xBF" "a", "utf-8") == "a");
    CHECK(text("\xEF\xBB\xBF", "utf-8") == "");
}

TEST_CASE("a character cut short at a line's end takes no line end with it, in LF as in CRLF") {
    for (const std::string line_end : {"\n", "\r\n"}) {
        const std::string bytes = "\x1B$BL5NA\x42" + line_end + "free\x1B$BL5" + line_end + line_end + "x";
        const Reading r = read(bytes, "iso-2022-jp");
        CHECK(r.converted.text == "無料\uFFFD\nfree無\n\nx");
        CHECK(r.converted.fault == Span{17, 18});
        CHECK(r.converted.map.source({9, 10}) == Span{18, 18 + line_end.size()});
        CHECK(r.doubt == AnomalyKind::bad_charset_bytes);
        CHECK(text("~{Cb7Q" "7" + line_end + "~}free", "hz-gb-2312") == "免费\uFFFDfree");
        CHECK(text("fr~" + line_end + "ee ~{Cb7Q~}", "hz-gb-2312") == "free 免费");  // RFC 1843: "~\n" goes on
    }
}

TEST_CASE("characters across the converter's chunks keep their places") {
    for (std::size_t before = 4090; before < 4098; ++before) {
        const std::string bytes = std::string(before, 'x') + std::string(kFreeGbk) + "\x81\x30\x84\x36y\xFFz";
        const Reading r = read(bytes, "gb18030");
        const std::size_t at = r.converted.text.find("免费");
        REQUIRE(at == before);
        CHECK(r.converted.map.source({at, at + 6}) == Span{10 + before, 14 + before});
        const std::size_t y = r.converted.text.find('y');
        CHECK(r.converted.map.source({y, y + 1}) == Span{18 + before, 19 + before});
        CHECK(r.converted.map.source({y - 2, y}) == Span{14 + before, 18 + before});
        CHECK(r.doubt == AnomalyKind::bad_charset_bytes);
    }
}

TEST_CASE("ill-formed characters across the converter's chunks lead to no place outside the text") {
    // ICU 72 gives offsets from nowhere for what follows; found by fuzzing.
    for (const std::string_view filler : {"x", " "}) {
        for (std::size_t before = 4088; before < 4100; ++before) {
            std::string bytes(before, filler[0]);
            bytes += "\xBE" "9=\nA6=E9=A6=86\xFF\xFF\xFF\xEF" "9=\nA6=E8=8D=81yz";
            const Converted converted =
                convert(find_charset("gb18030"), bytes, {10, LineEnds::to_lf}, Faults::replace);
            for (std::size_t i = 0; i < converted.text.size(); ++i) {
                const Span source = converted.map.source({i, i + 1});
                CHECK(source.begin >= 10);
                CHECK(source.end <= 10 + bytes.size());
                CHECK(source.begin < source.end);
            }
            CHECK(converted.text.ends_with("yz"));
        }
    }
}
