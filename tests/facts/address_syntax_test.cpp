#include "facts/address_syntax.h"

#include "sample.h"

using namespace spamlint;

TEST_CASE("an address is a local part and a domain, as RFC 5322 3.4.1 writes them") {
    for (const char* good : {"anna@oakfield-library.org", "\"anna berg\"@b.org", "a+b.c@[192.0.2.1]", "安娜@例子.中国", "a@b"})
        CHECK_MESSAGE(is_mail_address(good), good);
    for (const char* bad : {"", "anna", "anna@", "@b.org", ".a@b.org", "a..b@c.org", "a@b..org", "a b@c.org", "a@b@c.org", "a@b.org."})
        CHECK_MESSAGE(!is_mail_address(bad), bad);
}

TEST_CASE("a mailto link names addresses in its path and in to, cc and bcc") {
    const Url url = parse_url("MAILTO:a@b.org,%20c%40d.org?subject=x@y.org&CC=e@f.org,g@h.org&amp;bcc=i@j.org&to=");
    CHECK(mailto_addresses(url, 9) == std::vector<std::string>{"a@b.org", "c@d.org", "e@f.org", "g@h.org", "i@j.org"});
    CHECK(mailto_addresses(url, 2).size() == 2);
    CHECK(mailto_addresses(parse_url("https://b.org/?to=a@b.org"), 9).empty());
}

TEST_CASE("addresses of mailto links are elements that stand where they are written") {
    const Sample message = with_html("<a href='mailto:tom@Gamil.com?cc=b%40c.org'>x</a>");
    const auto& elements = message.elements("address");
    REQUIRE(elements.size() == 4);  // From, To, and two of the link
    CHECK(message.text("address", 2, "field") == "link");
    CHECK(message.text("address", 2, "domain") == "gamil.com");
    CHECK(message.raw(elements[2].span) == "tom@Gamil.com");
    CHECK(elements[2].part == "1");
    CHECK(message.text("address", 3, "address") == "b@c.org");
    CHECK(message.raw(elements[3].span) == "mailto:tom@Gamil.com?cc=b%40c.org");
}

TEST_CASE("From is valid where one of its mailboxes has an address with brackets that close") {
    CHECK(with_from("Anna <anna@oakfield-library.org>").truth("sender.valid"));
    CHECK(with_from("Support, Anna <anna@oakfield-library.org>").truth("sender.valid"));
    CHECK(with_from("\"Anna <3\" anna@oakfield-library.org").truth("sender.valid"));
    for (const char* from : {"", "Support", "Anna <anna@oakfield-library.org", "Anna <anna@>", "<>"})
        CHECK_MESSAGE(!with_from(from).truth("sender.valid"), from);
}

TEST_CASE("a display name may be there, and may hold an address of another domain") {
    CHECK(!with_from("\" \" <a@b.org>").truth("sender.has_name"));
    CHECK(with_from("Anna <a@b.org>").truth("sender.has_name"));
    CHECK(with_from("\"x@bank.com\" <a@b.org>").truth("sender.name_address_domain_differs"));
    CHECK(!with_from("\"x@mail.b.org\" <a@b.org>").truth("sender.name_address_domain_differs"));
    CHECK(!with_from("Anna <a@b.org>").truth("sender.name_address_domain_differs"));
}
