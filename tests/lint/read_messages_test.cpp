#include <doctest/doctest.h>

#include "lint/lint.h"

using namespace spamlint;

namespace {

const std::string mail = "From: a@oakfield-library.org\r\nSubject: Minutes\r\n\r\nHello\r\n";
const std::string mbox =
    "From a@b.org Tue Nov 24 09:00:00 2026\nFrom: a@b.org\nSubject: one\n\nHello\n\n"
    "From a@b.org Tue Nov 24 09:01:00 2026\nFrom: a@b.org\nSubject: two\n\nHello\n";

MessageKind kind(std::string_view name, std::string_view file) {
    const auto found = find_messages(name, file);
    REQUIRE(found.size() == 1);
    return found[0].kind;
}

}  // namespace

TEST_CASE("the name decides where it says something") {
    CHECK(kind("a.eml", "<html>") == MessageKind::message);
    CHECK(kind("A.EML", "") == MessageKind::message);
    CHECK(kind("a.html", mail) == MessageKind::html_template);
    CHECK(kind("dir.eml/a.htm", mail) == MessageKind::html_template);
    CHECK(kind("a.mjml", "x") == MessageKind::html_template);
    CHECK(kind("a.txt", mail) == MessageKind::text_template);
    CHECK(kind("a.md", "<div>") == MessageKind::text_template);
}

TEST_CASE("a template engine's file is what its inner extension or its bytes say") {
    CHECK(kind("a.html.erb", "x") == MessageKind::html_template);
    CHECK(kind("a.txt.j2", "<p>") == MessageKind::text_template);
    CHECK(kind("a.hbs", "<TABLE>{{name}}") == MessageKind::html_template);
    CHECK(kind("a.liquid", "Hello {{ name }}") == MessageKind::text_template);
}

TEST_CASE("a name that says nothing leaves it to the bytes") {
    CHECK(kind("1700000000.M1P2.host:2,S", mail) == MessageKind::message);
    CHECK(kind("", mail) == MessageKind::message);
    CHECK(kind("", "\xEF\xBB\xBF" + mail) == MessageKind::message);
    CHECK(kind("", "Subject: alone\n\nHello\n") == MessageKind::message);
    CHECK(kind("", "<!DOCTYPE html><html>") == MessageKind::html_template);
    CHECK(kind("", "Note: this is no mail\nHello\n") == MessageKind::text_template);
    CHECK(kind("", "") == MessageKind::text_template);
}

TEST_CASE("an mbox gives each of its messages, an .eml only itself") {
    CHECK(find_messages("in.mbox", mbox).size() == 2);
    CHECK(find_messages("", mbox).size() == 2);
    CHECK(find_messages("a.eml", mbox).size() == 1);
    CHECK(find_messages("empty.mbox", "").size() == 1);
    const auto messages = read_messages("in.mbox", mbox);
    REQUIRE(messages.size() == 2);
    CHECK(messages[1].span.begin > messages[0].span.begin);
    CHECK(mbox.substr(messages[1].header().find("subject")->value.begin, 3) == "two");
}

TEST_CASE("folders are searched for mail and templates alone") {
    CHECK(is_mail_file("a.eml"));
    CHECK(is_mail_file("x/a.HTML"));
    CHECK(is_mail_file("a.txt.erb"));
    for (const char* name : {"a.cpp", "README.md", "x/readme.zh-CN.md", "LICENSE.txt", "a.expected.json", "requirements.txt"})
        CHECK_FALSE_MESSAGE(is_mail_file(name), name);
    for (const char* name : {"readme.eml", "license.html", "licensed.txt", "welcome.md"})
        CHECK_MESSAGE(is_mail_file(name), name);
    CHECK_FALSE(is_mail_file("Makefile"));
    CHECK_FALSE(is_mail_file(".eml"));
}

TEST_CASE("a header is known by the names of its fields") {
    CHECK(begins_with_header("Received: from x\r\n\tby y\r\nTo: a\r\n\r\n"));
    CHECK(begins_with_header("\n\nFrom: a@b.org\nX-Any: 1\n"));
    CHECK(begins_with_header("From a@b.org Tue Nov 24 09:00:00 2026\nTo: a\n\nx"));
    CHECK_FALSE(begins_with_header("Hello: world\nFoo: bar\n\n"));
    CHECK_FALSE(begins_with_header("To: everyone who reads this\nplease mind"));
    CHECK_FALSE(begins_with_header(std::string(100000, ':')));
}
