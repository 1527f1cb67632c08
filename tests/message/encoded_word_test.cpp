#include <doctest/doctest.h>

#include "message/header.h"
#include "message/messages.h"

using namespace spamlint;
using namespace spamlint::testing;

namespace {

struct Value {
    std::string file;
    MappedText text;
    std::vector<Anomaly> anomalies;

    explicit Value(std::string value) : file("  " + std::move(value)) {
        text = decode_value(file, {2, file.size()}, anomalies);
    }
    /// The raw bytes behind a word of the decoded text.
    std::string_view raw(std::string_view word) const {
        const std::size_t at = text.text().find(word);
        REQUIRE(at != std::string::npos);
        return bytes(file, text.source({at, at + word.size()}));
    }
};

std::string decoded(std::string value) { return Value(std::move(value)).text.text(); }

}  // namespace

TEST_CASE("encoded-words are decoded and mapped to their bytes") {
    const Value b("Re: =?UTF-8?B?5YWN6LS5?= now");
    CHECK(b.text.text() == "Re: 免费 now");
    CHECK(b.raw("免") == "5YWN");
    CHECK(b.raw("费") == "6LS5");
    CHECK(b.raw("now") == "now");
    CHECK(b.anomalies.empty());
    const Value q("=?gb2312?Q?a_=C3=E2b?=");
    CHECK(q.text.text() == "a 免b");
    CHECK(q.raw("免") == "=C3=E2");
    CHECK(q.raw("b") == "b");
    const Value g("=?GBK?B?w+K30Q==?=");
    CHECK(g.text.text() == "免费");
    CHECK(g.raw("费") == "w+K30Q==");
    CHECK(g.raw("免") == "w+K3");
}

TEST_CASE("white space between two encoded-words is dropped, other white space stays") {
    CHECK(decoded("=?utf-8?Q?a?=  =?utf-8?Q?b?=\n =?us-ascii?q?c?= d =?utf-8*en?Q?e?=") == "abc d e");
    CHECK(decoded("(=?utf-8?Q?a?=)\"=?utf-8?Q?b?=\"x=?utf-8?Q?c?==?utf-8?Q?d?=") == "(a)\"b\"xcd");
}

TEST_CASE("a character cut by two encoded-words is joined and reported") {
    const Value value("=?utf-8?B?5YU=?= =?utf-8?Q?=8Dx?=");
    CHECK(value.text.text() == "免x");
    CHECK(value.raw("x") == "x");
    CHECK(the(value.anomalies, AnomalyKind::split_character).span == Span{2, value.file.size()});
    const Value gbk("=?gbk?Q?=C3?=\r\n =?GBK?Q?=E2=B7=D1?=");
    CHECK(gbk.text.text() == "免费");
    CHECK(has(gbk.anomalies, AnomalyKind::split_character));
    CHECK_FALSE(has(Value("=?utf-8?B?5YWN?= =?utf-8?B?6LS5?=").anomalies, AnomalyKind::split_character));
}

TEST_CASE("each Japanese encoded-word begins in ASCII") {
    CHECK(decoded("=?ISO-2022-JP?B?GyRCRnwbKEI=?= =?iso-2022-jp?B?GyRCS1w=?= =?ISO-2022-JP?Q?x?=") == "日本x");
}

TEST_CASE("broken encoded-words are read as mail clients read them, and reported") {
    for (const auto& [value, text] : std::vector<std::pair<std::string, std::string>>{
             {"=?utf-8?B?5YWN6LS?=", "免\xEF\xBF\xBD"},
             {"=?utf-8?B?5YWNYQ?=", "免a"},
             {"=?utf-8?Q?free gift?=", "free gift"},
             {"=?utf-8?B?5YWN 6LS5?=", "免费"},
             {"=?utf-8?Q?a=zz?=", "a=zz"},
             {"=?utf-8?Q?" + std::string(80, 'x') + "?=", std::string(80, 'x')}}) {
        CHECK(decoded(value) == text);
        CHECK(has(Value(value).anomalies, AnomalyKind::bad_encoded_word));
    }
}

TEST_CASE("an unknown charset leaves the raw text") {
    const Value value("a =?klingon?Q?b?= =?klingon?Q?c?= d");
    CHECK(value.text.text() == "a =?klingon?Q?b?= =?klingon?Q?c?= d");
    CHECK(the(value.anomalies, AnomalyKind::unknown_charset).detail == "klingon");
}

TEST_CASE("what is no encoded-word stays as it is") {
    for (const char* value : {"=?", "=?utf-8", "=?utf-8?B", "=?utf-8?B?", "=?utf-8?X?a?=", "=? ?Q?a?=", "=??Q?a?=", "a?=",
                              "=?utf-8?B?5YWN", "=?utf-8?Q?abc ="})
        CHECK(decoded(value) == value);
    CHECK(decoded("=?utf-8?Q?never =?utf-8?Q?ends?=") == "=?utf-8?Q?never ends");
    CHECK(decoded("=?utf-8?Q?" "?=") == "");
}

TEST_CASE("raw bytes in a header are UTF-8, else GB18030, else windows-1252") {
    CHECK(decoded("免费 x") == "免费 x");
    const Value gbk("\xC3\xE2\xB7\xD1 =?utf-8?Q?x?=");
    CHECK(gbk.text.text() == "免费 x");
    CHECK(gbk.raw("费") == "\xB7\xD1");
    CHECK(decoded("caf\xE9") == "café");
}
