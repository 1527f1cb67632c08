#include <doctest/doctest.h>

#include <array>
#include <random>

#include "message/messages.h"

using namespace spamlint;
using namespace spamlint::testing;

namespace {

/// A word in UTF-8 and in the charset's own bytes.
struct Word {
    std::string_view utf8;
    std::string_view encoded;
};

struct CharsetWords {
    std::string_view label;
    std::vector<Word> words;  // the first is what is planted
    std::string_view before;  // escape sequences around each word
    std::string_view after;
};

const std::vector<CharsetWords> kCharsets = {
    {"utf-8", {{"免费", "免费"}, {"gift", "gift"}, {"领取", "领取"}, {"é", "é"}, {"😀", "😀"}}, "", ""},
    {"gbk", {{"免费", "\xC3\xE2\xB7\xD1"}, {"gift", "gift"}, {"中奖", "\xD6\xD0\xBD\xB1"}, {"a", "a"}}, "", ""},
    {"gb18030", {{"免费", "\xC3\xE2\xB7\xD1"}, {"𠀀", "\x95\x32\x82\x36"}, {"x", "x"}, {"€", "\xA2\xE3"}}, "", ""},
    {"big5", {{"免費", "\xA7K\xB6O"}, {"gift", "gift"}, {"中", "\xA4\xA4"}}, "", ""},
    {"iso-8859-1", {{"café", "caf\xE9"}, {"gift", "gift"}, {"ü", "\xFC"}}, "", ""},
    {"iso-2022-jp", {{"無料", "L5NA"}, {"日本", "F|K\\"}}, "\x1B$B", "\x1B(B"},
};

std::string base64(std::string_view bytes) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out += i + k <= bytes.size() ? kLetters[group >> (18 - 6 * k) & 63] : '=';
        if (out.size() % 78 == 76) out += "\r\n";
    }
    return out;
}

/// Encoded text, and where each byte of the plain one stands in it.
struct Encoded {
    std::string text;
    std::vector<Span> places;
};

Encoded quoted_printable(std::string_view bytes, std::mt19937& random) {
    Encoded out;
    for (const char c : bytes) {
        if (random() % 40 == 0) out.text += "=\r\n";
        const bool plain = c > ' ' && c < 127 && c != '=';
        const std::size_t begin = out.text.size();
        if (plain) {
            out.text += c;
        } else {
            constexpr std::string_view kDigits = "0123456789ABCDEF";
            out.text += '=';
            out.text += kDigits[static_cast<unsigned char>(c) >> 4];
            out.text += kDigits[static_cast<unsigned char>(c) & 15];
        }
        out.places.push_back({begin, out.text.size()});
    }
    return out;
}

Encoded encode(std::string_view encoding, std::string_view bytes, std::mt19937& random) {
    if (encoding == "quoted-printable") return quoted_printable(bytes, random);
    Encoded out;
    out.text = encoding == "base64" ? base64(bytes) : std::string(bytes);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::size_t group = i / 3 * 4;
        const std::size_t begin = group + group / 76 * 2;
        out.places.push_back(encoding == "base64" ? Span{begin, begin + 4} : Span{i, i + 1});
    }
    return out;
}

}  // namespace

TEST_CASE("planted words come back to exactly their bytes") {
    std::mt19937 random(20261124);
    int planted = 0;
    for (const CharsetWords& charset : kCharsets) {
        for (const char* encoding : {"base64", "quoted-printable", "8bit"}) {
            for (int round = 0; round < 60; ++round) {
                std::string bytes;
                std::string expected;
                std::vector<std::pair<Span, Span>> words;  // in the text and in the bytes
                for (int i = 0; i < 50; ++i) {
                    const std::size_t pick = random() % charset.words.size();
                    const Word& word = charset.words[pick];
                    bytes += charset.before;
                    if (pick == 0)
                        words.push_back({{expected.size(), expected.size() + word.utf8.size()},
                                         {bytes.size(), bytes.size() + word.encoded.size()}});
                    bytes += word.encoded;
                    bytes += charset.after;
                    expected += word.utf8;
                    if (random() % 3 == 0) {
                        bytes += random() % 2 == 0 ? "\r\n" : " .";
                        expected += bytes.back() == '\n' ? "\n" : " .";
                    }
                }
                const std::string header = "Content-Type: text/plain; charset=\"" + std::string(charset.label) +
                                           "\"\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n";
                const Encoded encoded = encode(encoding, bytes, random);
                const std::string file = header + encoded.text;
                const Message message = parse(file);
                std::vector<Anomaly> anomalies;
                const MappedText text = part_text(file, message.root(), anomalies);
                REQUIRE(text.text() == expected);
                REQUIRE(part_bytes(file, message.root()) == bytes);
                REQUIRE(anomalies.empty());
                for (const auto& [in_text, in_bytes] : words) {
                    const Span place = hull(encoded.places[in_bytes.begin], encoded.places[in_bytes.end - 1]);
                    REQUIRE(text.source(in_text) == Span{header.size() + place.begin, header.size() + place.end});
                    ++planted;
                }
            }
        }
    }
    CHECK(planted > 5000);
}

TEST_CASE("valid UTF-8 without CR is one run") {
    const std::string file = "Content-Type: text/plain; charset=utf-8\n\n免费\ntext\n";
    std::vector<Anomaly> anomalies;
    const MappedText text = part_text(file, parse(file).root(), anomalies);
    CHECK(text.text() == "免费\ntext\n");
    CHECK(text.map()->runs().size() == 1);
    CHECK(the(anomalies, AnomalyKind::unencoded_8bit).detail == "no Content-Transfer-Encoding");
}

TEST_CASE("faults of the encoding are anomalies of the part") {
    const auto faults = [](const std::string& file) {
        std::vector<Anomaly> anomalies;
        part_text(file, parse(file).root(), anomalies);
        return anomalies;
    };
    const std::string header = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ";
    CHECK(has(faults(header + "base64\n\nZnJlZ!Q==\n"), AnomalyKind::bad_base64));
    CHECK(has(faults(header + "quoted-printable\n\na=zz\n"), AnomalyKind::bad_quoted_printable));
    CHECK(has(faults(header + "7bit\n\n免\n"), AnomalyKind::unencoded_8bit));
    CHECK(faults(header + "8bit\n\n免\n").empty());
    const auto anomalies = faults(header + "base64\n\n5YWN5YWN5YWN5YWN5YWN/w==\n");
    REQUIRE(anomalies.size() == 1);
    CHECK(anomalies[0].kind == AnomalyKind::bad_charset_bytes);
    CHECK(anomalies[0].part == "1");
    CHECK(anomalies[0].span.size() == 4);
}

TEST_CASE("8-bit bytes lack a charset or an encoding, and each is named by itself") {
    const auto kinds = [](const std::string& fields) {
        const std::string file = fields + "\n免\n";
        std::vector<Anomaly> anomalies;
        part_text(file, parse(file).root(), anomalies);
        std::vector<AnomalyKind> found;
        for (const Anomaly& anomaly : anomalies) found.push_back(anomaly.kind);
        return found;
    };
    using Kinds = std::vector<AnomalyKind>;
    CHECK(kinds("Content-Type: text/plain\n") == Kinds{AnomalyKind::undeclared_8bit});
    CHECK(kinds("Content-Type: text/plain\nContent-Transfer-Encoding: 7bit\n") == Kinds{AnomalyKind::undeclared_8bit});
    CHECK(kinds("Content-Type: text/plain; charset=utf-8\n") == Kinds{AnomalyKind::unencoded_8bit});
    CHECK(kinds("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n").empty());
}

TEST_CASE("text that only says it is base64 is read as it stands") {
    CHECK(text_of("Content-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: base64\n\n\xC3\xE2\xB7\xD1 free, gift!\n") ==
          "免费 free, gift!\n");
}

TEST_CASE("line ends do not decide whether a damaged body is base64") {
    std::string lf = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n";
    for (int line = 0; line < 10; ++line) lf += "5YWN\n6LS5\n";
    lf += "\xC3\xE2\xB7\xD1\xC3\xE2\xB7\xD1\xC3\xE2\xB7\xD1";  // 12 of 92, or of 112 or 132 with line ends
    std::string crlf;
    for (const char c : lf) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    CHECK(text_of(lf) == text_of(crlf));
}
