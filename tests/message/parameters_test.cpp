#include <doctest/doctest.h>

#include "message/header.h"
#include "message/messages.h"

using namespace spamlint;
using namespace spamlint::testing;

namespace {

struct Parsed {
    std::string file;
    ParameterizedValue value;
    std::vector<Anomaly> anomalies;

    explicit Parsed(std::string text) : file(std::move(text)) {
        value = parse_parameters(file, {0, file.size()}, anomalies);
    }
    std::string get(std::string_view name) const {
        const MappedText* found = value.find(name);
        return found == nullptr ? "(none)" : found->text();
    }
};

}  // namespace

TEST_CASE("a value and its parameters") {
    const Parsed p("text/plain (a comment) ; Charset=\"utf-8\" junk;\r\n FORMAT = flowed; x=\"a\\\"b;c\"; =none; flag; y=");
    CHECK(p.value.value.text() == "text/plain");
    CHECK(p.get("charset") == "utf-8");
    CHECK(p.get("format") == "flowed");
    CHECK(p.get("x") == "a\"b;c");
    CHECK(p.get("y") == "");
    CHECK(p.get("flag") == "(none)");
}

TEST_CASE("what senders write against the RFC is read as they mean it") {
    CHECK(Parsed("a; name=my report (1).pdf; b=c").get("name") == "my report (1).pdf");
    CHECK(Parsed("a; name=\"C:\\new\\x.doc\"").get("name") == "C:\\new\\x.doc");
    CHECK(Parsed("a; name=\"=?utf-8?B?5YWN6LS5?=.exe\"").get("name") == "免费.exe");
    CHECK(Parsed("a; name=\"=?utf-8?B?5YWN?=\r\n =?utf-8?B?6LS5?=\"").get("name") == "免费");
    CHECK(Parsed("a; name=\"\xC3\xE2\xB7\xD1.exe\"").get("name") == "免费.exe");
    CHECK(Parsed("a; name=\"open").get("name") == "open");
}

TEST_CASE("RFC 2231: charsets, percent-encoding and continuations") {
    CHECK(Parsed("a; filename*=UTF-8''%E5%85%8D%e8%b4%b9.exe").get("filename") == "免费.exe");
    CHECK(Parsed("a; filename*=gb2312'zh'%C3%E2").get("filename") == "免");
    CHECK(Parsed("a; f*0=one; f*1=\" two\"; f*2=three").get("f") == "one twothree");
    CHECK(Parsed("a; f*1*=%8D.exe; f*0*=utf-8''%E5%85").get("f") == "免.exe");
    CHECK(Parsed("a; f*0*=utf-8''%E5%85%8D; f*1=\"%41.exe\"").get("f") == "免%41.exe");
    CHECK(Parsed("a; f=old.txt; f*=utf-8''new.txt").get("f") == "new.txt");
    CHECK(Parsed("a; f*=100%25%zz").get("f") == "100%%zz");
}

TEST_CASE("decoded parameters map to their bytes") {
    const Parsed p("a; f*0*=utf-8''x%E5%85; f*1*=%8D.exe");
    const MappedText& f = *p.value.find("f");
    REQUIRE(f.text() == "x免.exe");
    CHECK(bytes(p.file, f.source({0, 1})) == "x");
    CHECK(bytes(p.file, f.source({1, 4})) == "%E5%85; f*1*=%8D");
    CHECK(bytes(p.file, f.source({4, 8})) == ".exe");
}

TEST_CASE("the file name of a part") {
    const auto name = [](const std::string& file) { return parse(file).root().filename.text(); };
    CHECK(name("Content-Disposition: attachment; filename=\"a.exe\"\nContent-Type: x/y; name=b.pdf\n\n") == "a.exe");
    CHECK(name("Content-Type: x/y; name=b.pdf\n\n") == "b.pdf");
    const Message plain = parse("Content-Type: text/plain; name=b.txt\n\n");
    CHECK(plain.root().is_attachment());
    CHECK_FALSE(plain.root().is_body_text());
    CHECK(parse("Content-Disposition: x-unknown\n\n").root().disposition == Disposition::attachment);
    const Message picture = parse("Content-Type: image/png; name=a.png\nContent-ID: <a>\nContent-Disposition: inline\n\n");
    CHECK_FALSE(picture.root().is_attachment());
}
