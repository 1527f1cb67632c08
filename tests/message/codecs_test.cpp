#include <doctest/doctest.h>

#include "message/base64.h"
#include "message/quoted_printable.h"

using namespace spamlint;

namespace {

using Decode = std::optional<Span> (*)(std::string_view, std::size_t, RunBuilder&);

struct Result {
    MappedText text;
    std::optional<Span> fault;
};

Result decode(Decode how, std::string_view encoded) {
    RunBuilder out;
    const auto fault = how(encoded, 100, out);
    return {std::move(out).build(), fault};
}

std::string base64(std::string_view encoded) { return decode(decode_base64, encoded).text.text(); }
bool faulty64(std::string_view encoded) { return decode(decode_base64, encoded).fault.has_value(); }
std::string qp(std::string_view encoded) { return decode(decode_quoted_printable, encoded).text.text(); }
bool faulty_qp(std::string_view encoded) { return decode(decode_quoted_printable, encoded).fault.has_value(); }

}  // namespace

TEST_CASE("base64 maps three bytes to their four characters, a line to one run") {
    const Result r = decode(decode_base64, "ZnJlZSBm\r\ncmVlIGdpZnQ=\r\n");
    CHECK(r.text.text() == "free free gift");
    CHECK_FALSE(r.fault);
    CHECK(r.text.source({0, 3}) == Span{100, 104});
    CHECK(r.text.source({3, 6}) == Span{104, 108});
    CHECK(r.text.source({6, 7}) == Span{110, 114});
    CHECK(r.text.source({12, 14}) == Span{118, 122});
    CHECK(r.text.map()->runs().size() == 3);
}

TEST_CASE("groups that a line break cuts are whole again") {
    const Result r = decode(decode_base64, "Zn\r\nJlZS\r\nBm");
    CHECK(r.text.text() == "free f");
    CHECK(r.text.source({0, 3}) == Span{100, 106});
    CHECK(r.text.source({3, 6}) == Span{106, 112});
    CHECK_FALSE(r.fault);
}

TEST_CASE("malformed base64 is decoded as far as it goes, and reported") {
    CHECK(base64("ZnJl|ZQ==") == "free");
    CHECK(base64("ZnJlZQ") == "free");
    CHECK(base64("ZnJlZQ=") == "free");
    CHECK(base64("ZnJlZQ==ZnJl") == "freefre");
    CHECK(base64("ZnJlZ") == "fre");
    CHECK(base64("====") == "");
    for (const char* bad : {"ZnJl|ZQ==", "ZnJlZQ", "ZnJlZQ=", "ZnJlZQ==ZnJl", "ZnJlZ", "====", "Z===", "\xFF"}) CHECK(faulty64(bad));
    for (const char* good : {"", "ZnJl", "ZnJlZQ==", "ZnJlZWE=", " Zn Jl\t\r\n"}) CHECK_FALSE(faulty64(good));
    CHECK(*decode(decode_base64, "ZnJl|ZQ==").fault == Span{104, 105});
}

TEST_CASE("quoted-printable maps each byte to its three characters") {
    const Result r = decode(decode_quoted_printable, "a=E5=85=8D=\r\nb\r\n");
    CHECK(r.text.text() == "a免b\r\n");
    CHECK(r.text.source({1, 4}) == Span{101, 110});
    CHECK(r.text.source({4, 5}) == Span{113, 114});
    CHECK_FALSE(r.fault);
}

TEST_CASE("soft line breaks and white space at line ends vanish") {
    CHECK(qp("a=\nb") == "ab");
    CHECK(qp("a=\rb") == "ab");
    CHECK(qp("a=\r\r\nb") == "ab");
    CHECK(qp("a= \t\r\nb") == "ab");
    CHECK(qp("a \t\r\nb ") == "a\r\nb ");
    CHECK(qp("a=20\r\nb") == "a \r\nb");
    CHECK(qp("a=") == "a");
}

TEST_CASE("malformed quoted-printable stays as it is, and is reported") {
    for (const char* bad : {"a=zz", "a=4", "a==41", "100% =?"}) CHECK(faulty_qp(bad));
    CHECK(qp("a=zz=41") == "a=zzA");
    CHECK(qp("a==41") == "a=A");
    for (const char* good : {"", "a=e5", "=3D", "a\x01"}) CHECK_FALSE(faulty_qp(good));
    CHECK(*decode(decode_quoted_printable, "a=zz").fault == Span{101, 102});
}
