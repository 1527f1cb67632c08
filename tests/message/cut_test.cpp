#include <doctest/doctest.h>

#include "message/messages.h"

using namespace spamlint;
using namespace spamlint::testing;

namespace {

const std::string kNested =
    "From: a@example.org\n"
    "Content-Type: multipart/mixed; boundary=\"out\"\n"
    "\n"
    "preamble\n"
    "--out\n"
    "Content-Type: multipart/alternative; boundary=out-in\n"
    "\n"
    "--out-in\n"
    "\n"
    "plain\n"
    "--out-in \t\n"
    "Content-Type: TEXT/HTML; charset=utf-8\n"
    "\n"
    "<b>html</b>\n"
    "--out-in--\n"
    "--out\n"
    "Content-Type: message/rfc822\n"
    "\n"
    "Subject: inner\n"
    "Content-Type: multipart/mixed; boundary=m\n"
    "\n"
    "--m\n"
    "\n"
    "inner text --out\n"
    "--outside\n"
    "--m--\n"
    "--out\n"
    "Content-Type: application/pdf; name=\"a.pdf\"\n"
    "Content-Disposition: attachment\n"
    "\n"
    "pdf\n"
    "--out--\n";

const Part& part(const Message& message, std::string_view id) {
    return *std::find_if(message.parts.begin(), message.parts.end(), [&](const Part& p) { return p.id == id; });
}

}  // namespace

TEST_CASE("parts are cut, typed and numbered as IMAP does") {
    const Message message = parse(kNested);
    CHECK(outline(message) ==
          " multipart/mixed, 1 multipart/alternative, 1.1 text/plain, 1.2 text/html, 2 message/rfc822, "
          "2.TEXT multipart/mixed, 2.1 text/plain, 3 application/pdf");
    CHECK(bytes(kNested, part(message, "1.1").body) == "plain");
    CHECK(bytes(kNested, part(message, "1.2").body) == "<b>html</b>");
    CHECK(bytes(kNested, part(message, "2.1").body) == "inner text --out\n--outside");
    CHECK(bytes(kNested, part(message, "3").body) == "pdf");
    CHECK(part(message, "2.TEXT").header.find("subject") != nullptr);
    CHECK(part(message, "3").is_attachment());
    CHECK_FALSE(part(message, "3").is_body_text());
    CHECK(part(message, "1.2").is_body_text());
    CHECK(part(message, "1.1").declared_type.empty());
    CHECK(message.anomalies.empty());
}

TEST_CASE("LF, CRLF and bare CR give the same structure") {
    const std::string expected = outline(parse(kNested));
    for (const char* line_end : {"\r\n", "\r", "\r\r\n"}) {
        const std::string file = replaced(kNested, "\n", line_end);
        const Message message = parse(file);
        CHECK(outline(message) == expected);
        CHECK(bytes(file, part(message, "1.2").body) == "<b>html</b>");
        CHECK(bytes(file, message.header().fields.at(0).value) == "a@example.org");
    }
}

TEST_CASE("a leaf at the root is part 1") {
    CHECK(outline(parse("Subject: x\n\nbody")) == "1 text/plain");
    CHECK(outline(parse("")) == "1 text/plain");
    CHECK(outline(parse("Content-Type: message/rfc822\n\nSubject: x\n\nbody")) == "1 message/rfc822, 1.1 text/plain");
}

TEST_CASE("an unclosed inner multipart leaves its later siblings alone") {
    const std::string file =
        "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n1\n"
        "--a\n\n2\n--a\n\n3\n--a--\n";
    const Message message = parse(file);
    CHECK(outline(message) == " multipart/mixed, 1 multipart/mixed, 1.1 text/plain, 2 text/plain, 3 text/plain");
    CHECK(the(message.anomalies, AnomalyKind::unclosed_multipart).part == "1");
    CHECK(bytes(file, part(message, "1.1").body) == "1");
    CHECK(bytes(file, part(message, "3").body) == "3");
}

TEST_CASE("boundaries match whole lines only") {
    const std::string file =
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx--b\n --b\n--bb\n--b-\n--b x\n--b--x\n--b--";
    const Message message = parse(file);
    REQUIRE(message.parts.size() == 2);
    CHECK(bytes(file, message.parts[1].body) == "x--b\n --b\n--bb\n--b-\n--b x\n--b--x");
    CHECK(message.anomalies.empty());
}

TEST_CASE("a part without header, without blank line or without body keeps its place") {
    const std::string file =
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nno header\n--b\nContent-Type: text/html\n--b\n--b\n\n--b--\n";
    const Message message = parse(file);
    REQUIRE(message.parts.size() == 5);
    CHECK(bytes(file, message.parts[1].body) == "no header");
    CHECK(message.parts[2].type == "text/html");
    for (int i = 2; i < 5; ++i) CHECK(message.parts[static_cast<std::size_t>(i)].body.empty());
    for (const Part& p : message.parts) CHECK(message.root().span.contains(p.span));
    CHECK(has(message.anomalies, AnomalyKind::missing_header_end));
}

TEST_CASE("a multipart that cannot be cut is read as text") {
    for (const char* type : {"multipart/mixed", "multipart/mixed; boundary=\"\"", "multipart/mixed; boundary=x"}) {
        const std::string file = std::string("Content-Type: ") + type + "\n\nvisible -- text\n";
        const Message message = parse(file);
        CHECK(outline(message) == "1 text/plain");
        CHECK(message.root().declared_type == "multipart/mixed");
        CHECK(text_of(file) == "visible -- text\n");
    }
    CHECK(has(parse("Content-Type: multipart/mixed\n\nx").anomalies, AnomalyKind::missing_boundary));
    CHECK(has(parse("Content-Type: multipart/mixed; boundary=x\n\nx").anomalies, AnomalyKind::empty_multipart));
}

TEST_CASE("text after the close delimiter is reported, white space is not") {
    const std::string file = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--\n\n  footer \n";
    const Message message = parse(file);
    CHECK(bytes(file, the(message.anomalies, AnomalyKind::text_after_close).span) == "footer");
    CHECK(parse("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--\n \n").anomalies.empty());
}

TEST_CASE("the parts of a digest are messages") {
    const std::string file =
        "Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: one\n\ntext\n--b\nContent-Type: text/plain\n\nx\n--b--\n";
    CHECK(outline(parse(file)) == " multipart/digest, 1 message/rfc822, 1.1 text/plain, 2 text/plain");
}

TEST_CASE("an encoded message or multipart is reported") {
    const Message message = parse("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogeAo=\n");
    CHECK(outline(message) == "1 message/rfc822");
    CHECK(has(message.anomalies, AnomalyKind::bad_transfer_encoding));
    CHECK(part_bytes("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogeAo=\n",
                     message.root()) == "Subject: x\n");
    CHECK(has(parse("Content-Transfer-Encoding: rot13\n\nx").anomalies, AnomalyKind::bad_transfer_encoding));
    CHECK(has(parse("Content-Type: html\n\nx").anomalies, AnomalyKind::bad_content_type));
}

TEST_CASE("a boundary is found in continuations, and cut free of white space") {
    CHECK(parse("Content-Type: multipart/mixed; boundary*0=\"a\";\n boundary*1=b\n\n--ab\n\nx\n--ab--\n").parts.size() == 2);
    CHECK(parse("Content-Type: multipart/mixed; boundary=\"a b \"\n\n--a b\n\nx\n--a b--\n").parts.size() == 2);
    CHECK(parse("Content-Type: multipart/mixed; boundary=\"=?x?q?y?=\"\n\n--=?x?q?y?=\n\nx\n--=?x?q?y?=--\n").parts.size() == 2);
}

TEST_CASE("a message inside a larger file keeps the file's offsets") {
    const std::string file = "junk\n" + kNested + "\n--out\nmore junk";
    const Message message = parse_message(file, {5, 5 + kNested.size()});
    CHECK(outline(message) == outline(parse(kNested)));
    CHECK(bytes(file, part(message, "3").body) == "pdf");
    CHECK(message.span == Span{5, 5 + kNested.size()});
}

TEST_CASE("a template is one part without a header") {
    const std::string file = "\xEF\xBB\xBF<p>\xE5\x85\x8D\xE8\xB4\xB9</p>";
    const Message message = wrap_template(file, MessageKind::html_template);
    std::vector<Anomaly> anomalies;
    CHECK(outline(message) == "1 text/html");
    CHECK(message.root().is_body_text());
    CHECK(part_text(file, message.root(), anomalies).text() == "<p>\xE5\x85\x8D\xE8\xB4\xB9</p>");
    CHECK(anomalies.empty());
    CHECK(wrap_template(file, MessageKind::text_template).root().type == "text/plain");
}
