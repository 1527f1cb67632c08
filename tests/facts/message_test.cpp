#include "html/limits.h"
#include "message/limits.h"
#include "repeated.h"
#include "sample.h"

using namespace spamlint;
using namespace spamlint::testing;

namespace {

/// How many anomalies of the kind the message has.
std::size_t anomalies(const Sample& message, std::string_view kind) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < message.elements("anomaly").size(); ++i)
        count += message.text("anomaly", i, "kind") == kind;
    return count;
}

}  // namespace

TEST_CASE("message facts describe the shape of a message") {
    const Sample message =
        multipart("mixed", {"Content-Type: text/plain\r\n\r\nHello",
                            "Content-Type: multipart/alternative; boundary=c\r\n\r\n"
                            "--c\r\nContent-Type: text/html\r\n\r\n<table><tr><td>x</td></tr></table>\r\n--c--"});
    CHECK(message.text("message.kind") == "message");
    CHECK(message.number("message.bytes") == static_cast<double>(message.file().size()));
    CHECK(message.number("message.parts") == 4);
    CHECK(message.number("message.depth") == 2);
    CHECK(message.truth("message.has_html"));
    CHECK(message.truth("message.has_text"));
    CHECK(message.truth("message.designed"));
    CHECK_FALSE(message.truth("message.reply"));
    CHECK_FALSE(with_html("<p>Hello</p>").truth("message.designed"));
    CHECK(Sample("In-Reply-To: <a@b>\r\n\r\nx").truth("message.reply"));
    CHECK(with_text("Dies ist ein Brief, und wir sind der Meinung, dass er nicht zu lang ist.")
              .text("message.language") == "de");
}

TEST_CASE("header facts read the fields that mail programs act on") {
    const Sample message(
        "List-Unsubscribe: <mailto:u@x.org>, <https://x.org/u>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
        "Auto-Submitted: auto-generated\r\nPrecedence: Bulk\r\nX-Priority: 1 (Highest)\r\n\r\nx");
    CHECK(message.truth("header.list_unsubscribe"));
    CHECK(message.truth("header.list_unsubscribe_https"));
    CHECK(message.truth("header.list_unsubscribe_mailto"));
    CHECK(message.truth("header.one_click"));
    CHECK(message.truth("header.auto_submitted"));
    CHECK(message.truth("header.precedence_bulk"));
    CHECK(message.truth("header.priority_high"));
    CHECK(message.cause("header.priority_high") == "X-Priority: 1 (Highest)");
    CHECK(message.number("header.fields") == 5);
    const Sample plain = with_text("x");
    for (const char* fact : {"header.list_unsubscribe", "header.one_click", "header.auto_submitted",
                             "header.precedence_bulk", "header.priority_high"})
        CHECK_FALSE_MESSAGE(plain.truth(fact), fact);
}

TEST_CASE("dates keep to RFC 5322 or do not") {
    const auto valid = [](const std::string& date) {
        return Sample("Date: " + date + "\r\n\r\nx").truth("header.date_valid");
    };
    for (const char* date : {"Tue, 24 Nov 2026 09:00:00 +0100", "24 Nov 2026 09:00 GMT",
                             "Tue, 24 Nov 2026 09:00:00 -0000 (CET)", "Tue,24 nov 2026 9:00:00 EST"})
        CHECK_MESSAGE((valid(date) || std::string(date).find(" 9:") != std::string::npos), date);
    for (const char* date :
         {"2026-11-24 09:00:00", "Tue 24 Nov 2026 09:00:00 +0100", "Tue, 31 Nov 2026 09:00:00 +0100",
          "Tue, 24 Nov 2026 25:00:00 +0100", "Tue, 24 Nov 2026 09:00:00", "Tue, 24 Nov 2026 09:00:00 +1",
          "Tue, 24 Nov 26 09:00:00 +0100", "Foo, 24 Nov 2026 09:00:00 +0100", "Tue, 24 Nov 2026 9:00:00 +0100",
          "Tue, 24 Nov 2026 09:00:00 +0100 x", ""})
        CHECK_FALSE_MESSAGE(valid(date), date);
    CHECK(Sample("Subject: x\r\n\r\nx").truth("header.date_valid"));
    CHECK(Sample("Date: Tue, 24 Nov 2026 09:00:00 +0100\r\n\r\n").truth("header.date_weekday_right"));
    CHECK_FALSE(Sample("Date: Mon, 24 Nov 2026 09:00:00 +0100\r\n\r\n").truth("header.date_weekday_right"));
    CHECK(Sample("Date: 24 Nov 2026 09:00:00 +0100\r\n\r\n").truth("header.date_weekday_right"));
}

TEST_CASE("a Message-ID is left@right in angle brackets") {
    const auto valid = [](const std::string& id) {
        return Sample("Message-ID: " + id + "\r\n\r\nx").truth("header.message_id_valid");
    };
    CHECK(valid("<a.b@c.d>"));
    CHECK(valid("<a@[192.0.2.1]>"));
    for (const char* id : {"a@b", "<a>", "<@b>", "<a@>", "<a b@c>", "<a@b@c>", "<a@b> <c@d>"})
        CHECK_FALSE_MESSAGE(valid(id), id);
}

TEST_CASE("header elements show each field as it stands") {
    const Sample message(
        "Subject: =?utf-8?q?caf=C3=A9?=\r\nX-Empty: \r\nTo: a@x.org\r\nTo: b@x.org\r\nX-Raw: caf\xE9\r\n "
        "folded\r\n\r\nx");
    REQUIRE(message.elements("header").size() == 5);
    CHECK(message.text("header", 0, "name") == "subject");
    CHECK(message.text("header", 0, "value") == "café");
    CHECK(message.number("header", 0, "characters") == 4);
    CHECK(message.truth("header", 0, "encoded"));
    CHECK(message.truth("header", 1, "empty"));
    CHECK(message.number("header", 2, "occurrences") == 2);
    CHECK(message.truth("header", 4, "raw_8bit"));
    CHECK(message.number("header", 4, "longest_line") == 11);
    CHECK(message.raw(message.elements("header")[2].span) == "To: a@x.org");
}

TEST_CASE("parts and their oddities are listed") {
    const Sample message =
        multipart("mixed", {"Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
                                base64("Hello, this is plain ASCII."),
                            "Content-Type: text/html\r\n\r\n<img src=a.png>",
                            attached("a.bin", "application/octet-stream", "abc")});
    REQUIRE(message.elements("part").size() == 4);
    CHECK(message.text("part", 0, "type") == "multipart/mixed");
    CHECK(message.number("part", 0, "children") == 3);
    CHECK(message.truth("part", 1, "needless_base64"));
    CHECK(message.truth("part", 1, "body"));
    CHECK(message.text("part", 1, "charset") == "utf-8");
    CHECK(message.text("part", 1, "encoding") == "base64");
    CHECK(message.text("part", 1, "parent_type") == "multipart/mixed");
    CHECK(message.truth("part", 2, "empty"));
    CHECK(message.truth("part", 3, "attachment"));
    CHECK(message.number("part", 3, "bytes") == 3);
    CHECK_FALSE(message.truth("part", 3, "body"));
}

TEST_CASE("what is wrong with the form is an anomaly element, limits included") {
    const Sample message("Subject: caf\xE9\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx");
    std::vector<std::string> kinds;
    for (std::size_t i = 0; i < message.elements("anomaly").size(); ++i)
        kinds.push_back(message.text("anomaly", i, "kind"));
    CHECK(std::find(kinds.begin(), kinds.end(), "raw-8bit-header") != kinds.end());
    CHECK(std::find(kinds.begin(), kinds.end(), "unclosed-multipart") != kinds.end());
    CHECK(with_text("x\r\n").elements("anomaly").empty());
}

TEST_CASE("a limit of the HTML or of an address list is an anomaly where it was met") {
    const auto anomaly = [](const std::string& file) {
        const Sample message(file);
        std::string limits;
        for (std::size_t i = 0; i < message.elements("anomaly").size(); ++i)
            if (message.text("anomaly", i, "kind").starts_with("limit-"))
                limits += message.text("anomaly", i, "kind") + " " + message.text("anomaly", i, "detail") + " at " +
                          message.raw(message.elements("anomaly")[i].span);
        return limits;
    };
    const std::string html = "Content-Type: text/html; charset=utf-8\r\n\r\n";
    CHECK(anomaly(html + repeated("<div>", kMaxOpenTags) + "<i>x") == "limit-tag-depth 512 at <i>");
    CHECK(anomaly(html + repeated("<a href=u>x</a> ", kMaxLinks) + "<a href=v>x</a>") ==
          "limit-links 10000 at <a href=v>");
    CHECK(anomaly(html + repeated("<img src=u> ", kMaxImages) + "<img src=v>") == "limit-images 10000 at <img src=v>");
    CHECK(anomaly(html + repeated("<form>\r\n</form>", kMaxActive) + "<form a>") == "limit-active 10000 at <form a>");
    CHECK(anomaly(html + repeated("0123456789abcde\n", kMaxHtmlBytes / 16) + "x\n") == "limit-html-size 4194304 at x");
    CHECK(anomaly("\r\n" + repeated("http://a.org/ ", 10'000)) == "");
    CHECK(anomaly("\r\n" + repeated("http://a.org/ ", 10'000) + "http://b.org/") ==
          "limit-links 10000 at http://b.org/");
    CHECK(anomaly("\r\n" + repeated("http://a.org/" + std::string(987, 'a') + " ", 1'100))
              .starts_with("limit-links 2097152 at http://a.org/"));
    CHECK(with_html("<a href=http://a.org/" + std::string(2'200'000, 'a') + ">x</a> <a href=http://b.org/>y</a>")
              .elements("link")
              .size() == 1);
    CHECK(anomaly("\r\n" + repeated("{{a}} ", 10'000)) == "");
    CHECK(anomaly("\r\n" + repeated("{{a}} ", 10'000) + "{{b}}") == "limit-placeholders 10000 at {{b}}");
    const std::string disguised = anomaly("Subject: x\r\n\r\n" + repeated("fr*ee ", 1'200'000));
    CHECK(disguised.starts_with("limit-disguises 1000000 at "));
    CHECK_FALSE(disguised.ends_with("at S"));  // in the body, not in the header that is folded after it
    CHECK(anomaly("To: " + repeated("a@b.org,\r\n ", limits::kMailboxes) + "c@d.org\r\n\r\nx")
              .starts_with("limit-mailboxes 10000 at "));
}

TEST_CASE("a preamble is what stands before the first delimiter line, and is shown where it stands") {
    const auto with = [](const std::string& before) {
        return Sample("From: a@oakfield-library.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + before +
                      "--b\r\n\r\nHello\r\n--b--\r\n");
    };
    const Sample message = with(" \r\nThe boats\r\n-- came home.\r\n\r\n");
    CHECK(message.text("message.preamble") == "The boats\r\n-- came home.");
    CHECK(message.number("message.preamble_words") == 4);
    CHECK(message.cause("message.preamble_words") == "The boats\r\n-- came home.");
    CHECK(with("").text("message.preamble").empty());
    CHECK(with("\r\n").number("message.preamble_words") == 0);
    CHECK(with_text("--b\r\nHello").number("message.preamble_words") == 0);
}

TEST_CASE("the parts of a message share the limits of links, pictures, HTML and disguises") {
    const auto part = [](const std::string& type, const std::string& body) {
        return "Content-Type: " + type + "; charset=utf-8\r\n\r\n" + body;
    };
    const std::string links = part("text/html", repeated("<a href=http://a.org/>x</a> ", 6'000));
    const Sample linked = multipart("mixed", {links, links});
    CHECK(linked.elements("link").size() == kMaxLinks);
    CHECK(anomalies(linked, "limit-links") == 1);
    CHECK(anomalies(multipart("mixed", {links}), "limit-links") == 0);
    const std::string pictures = part("text/html", repeated("<img src=cid:a> ", 6'000));
    CHECK(anomalies(multipart("mixed", {pictures, pictures}), "limit-images") == 1);
    CHECK(anomalies(multipart("mixed", {pictures}), "limit-images") == 0);
    const std::string html = part("text/html", repeated("0123456789abcde\n", kMaxHtmlBytes / 32 + 1000));
    CHECK(anomalies(multipart("mixed", {html, html}), "limit-html-size") == 1);
    CHECK(anomalies(multipart("mixed", {html}), "limit-html-size") == 0);
    const std::string disguised = part("text/plain", repeated("fr*ee ", 600'000));
    CHECK(anomalies(multipart("mixed", {disguised, disguised}), "limit-disguises") == 1);
    CHECK(anomalies(multipart("mixed", {disguised}), "limit-disguises") == 0);
}

TEST_CASE("the parts of a message share what their texts may grow in UTF-8") {
    const std::string euros =
        "Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" +
        repeated("\x80\x80\x80 ", 700'000);
    CHECK(anomalies(multipart("mixed", {euros}), "limit-text") == 0);
    CHECK(anomalies(multipart("mixed", {euros, euros, euros}), "limit-text") > 0);
}

TEST_CASE("of an endless word with strokes the beginning is told") {
    const Sample message = with_text("Hello " + repeated("a\u0336", 5'000));
    REQUIRE(message.elements("disguise").size() == 1);
    const std::string text = message.text("disguise", 0, "text");
    CHECK(text.size() > 1990);
    CHECK(text.size() <= 2000);
    CHECK(text.find("\uFFFD") == std::string::npos);
}
