#include "facts/url.h"

#include <doctest/doctest.h>

#include "facts/addresses_in_text.h"

using namespace spamlint;

namespace {

std::vector<std::string> urls(const std::string& text) {
    std::vector<std::string> found;
    for (const Span span : urls_in_text(text, 100)) found.push_back(text.substr(span.begin, span.size()));
    return found;
}

}  // namespace

TEST_CASE("a URL comes apart as browsers take it apart") {
    const Url url = parse_url(" HTtps:\\\\user:pw@WWW.Oakfield.CO.UK:8443\\a/b?x=1#frag ");
    CHECK(url.scheme == "https");
    CHECK(url.written_scheme == "HTtps");
    CHECK(url.userinfo == "user:pw");
    CHECK(url.host.name == "www.oakfield.co.uk");
    CHECK(url.host.domain == "oakfield.co.uk");
    CHECK(url.host.main_label == "oakfield");
    CHECK(url.port == 8443);
    CHECK(url.path == "/a/b");
    CHECK(url.query == "x=1");
    CHECK(url.fragment == "frag");
}

TEST_CASE("slashes, tabs and line breaks are forgiven as browsers forgive them") {
    CHECK(parse_url("https:example.com/x").host.name == "example.com");
    CHECK(parse_url("https:///example.com").host.name == "example.com");
    CHECK(parse_url("ht\ntps://exam\tple.com").host.name == "example.com");
    CHECK(parse_url("//example.com/x").host.name == "example.com");
    CHECK(parse_url("/just/a/path").host.name == "");
    CHECK(parse_url("page.html?x=http://a.com").scheme == "");
    CHECK(parse_url("http://example.com:80/").port == 0);
    CHECK(parse_url("http://example.com:99999/").port == 0);
}

TEST_CASE("an IPv4 host is found in every spelling") {
    for (const char* spelling : {"203.0.113.9", "3405803785", "0xCB007109", "0xcb.0.0x71.9", "0313.0.0161.011",
                                 "203.0.28937", "%32%30%33.0.113.9", "203.0.113.9."}) {
        const Host host = read_host(spelling);
        CHECK_MESSAGE(host.ip, spelling);
        CHECK_MESSAGE(host.name == "203.0.113.9", spelling);
    }
    CHECK(parse_url("http://[2001:db8::1]:8080/x").host.name == "2001:db8::1");
    CHECK(parse_url("http://[2001:db8::1]:8080/x").host.ip);
    CHECK(parse_url("http://[2001:db8::1]:8080/x").port == 8080);
    for (const char* name : {"256.1.1.1", "1.2.3.4.5", "3com.com", "0x.example", "09.1.1.1"})
        CHECK_MESSAGE(!read_host(name).ip, name);
}

TEST_CASE("hosts of this machine and of private networks are told in every spelling") {
    for (const char* host : {"127.0.0.1", "0x7f.1", "2130706433", "0177.0.0.1", "10.1", "172.16.0.1", "172.31.255.255",
                             "192.168.1.2", "169.254.1.1", "100.64.0.1", "0.0.0.0", "localhost", "a.localhost", "[::1]",
                             "[0:0:0:0:0:0:0:1]", "[fe80::1]", "[fd00::1]", "[::ffff:10.0.0.1]", "[::ffff:7f00:1]"})
        CHECK_MESSAGE(read_host(host).local, host);
    for (const char* host : {"8.8.8.8", "172.32.0.1", "172.15.0.1", "192.169.1.1", "100.128.0.1", "[2001:db8::1]",
                             "[::ffff:808:808]", "[zz::1]", "10.1.example.org", "localhost.org", ""})
        CHECK_FALSE_MESSAGE(read_host(host).local, host);
}

TEST_CASE("an address inside a host name is found dotted and dashed") {
    CHECK(read_host("203-0-113-9.static.example.com").ip_in_name);
    CHECK(read_host("ip.203.0.113.9.example.com").ip_in_name);
    CHECK_FALSE(read_host("1-2-3.example.com").ip_in_name);
    CHECK_FALSE(read_host("2026-11-24-1430.example.com").ip_in_name);
}

TEST_CASE("domains come from the ICANN section of the public suffix list") {
    CHECK(registrable_domain("a.b.oakfield.co.uk") == "oakfield.co.uk");
    CHECK(registrable_domain("shop.blogspot.com") == "blogspot.com");
    CHECK(registrable_domain("www.ck") == "www.ck");
    CHECK(registrable_domain("a.foo.ck") == "a.foo.ck");
    CHECK(registrable_domain("co.uk") == "");
    CHECK(registrable_domain("localhost") == "");
    CHECK(registrable_domain("203.0.113.9") == "");
    CHECK(registrable_domain("") == "");
    CHECK(registrable_domain("a..") == "");
    CHECK(read_host("localhost").domain == "localhost");
}

TEST_CASE("international host names are decoded and held against UTS #39") {
    const Host decoded = read_host("xn--mnchen-3ya.de");
    CHECK(decoded.name == "münchen.de");
    CHECK(decoded.punycode);
    CHECK_FALSE(decoded.idn_suspicious);
    CHECK(read_host("xn--fiqs8s").tld == "中国");
    CHECK(read_host("p\xD0\xB0ypal.com").idn_suspicious);  // Cyrillic а
    CHECK_FALSE(read_host("пример.рф").idn_suspicious);
    CHECK_FALSE(read_host("中国银行.cn").idn_suspicious);
    CHECK(read_host("p\xD0\xB0ypal.com").skeleton == read_host("paypal.com").skeleton);
    CHECK(read_host("paypa1.com").skeleton == read_host("paypal.com").skeleton);
}

TEST_CASE("a URL inside a URL is found, encoded once or twice") {
    CHECK(parse_url(nested_url(parse_url("https://a.com/r?u=https%3A%2F%2Fb.co.uk%2Fx"))).host.domain == "b.co.uk");
    CHECK(parse_url(nested_url(parse_url("https://a.com/r?u=https%253A%252F%252Fb.com"))).host.domain == "b.com");
    CHECK(parse_url(nested_url(parse_url("https://a.com/http://b.com/"))).host.domain == "b.com");
    CHECK(nested_url(parse_url("https://a.com/x?y=1#http://b.com")) == "");
}

TEST_CASE("URLs in text end where mail clients end them") {
    CHECK(urls("See https://a.com/x. Then (http://b.com/y) and \"http://c.com\".") ==
          std::vector<std::string>{"https://a.com/x", "http://b.com/y", "http://c.com"});
    CHECK(urls("https://en.example.org/wiki/A_(b)") == std::vector<std::string>{"https://en.example.org/wiki/A_(b)"});
    CHECK(urls("请访问http://a.com/x查看，或 www.b.com。《http://c.com》＜http://d.com＞") ==
          std::vector<std::string>{"http://a.com/x", "www.b.com", "http://c.com", "http://d.com"});
    CHECK(urls("<http://a.com/x>") == std::vector<std::string>{"http://a.com/x"});
    CHECK(urls("http://例子.中国/x") == std::vector<std::string>{"http://例子.中国/x"});
    CHECK(urls("whatever http:// www. awww.x.com xhttp://a.com").empty());
}

TEST_CASE("e-mail addresses in text need a domain of the public suffix list") {
    CHECK(mail_addresses_in_text("write to a.b+c@oakfield.co.uk, or x@y", 9) == std::vector<Span>{{9, 29}});
    CHECK(mail_addresses_in_text("@home and foo@bar.notatld", 9).empty());
}

TEST_CASE("a host is found in short texts, and file names and abbreviations are left alone") {
    CHECK(host_in_text("https://www.PayPal.com/login") == "www.paypal.com");
    CHECK(host_in_text("www.paypal.com") == "www.paypal.com");
    CHECK(host_in_text("PayPal.com") == "paypal.com");
    CHECK(host_in_text("Log in to paypal.com now") == "paypal.com");
    CHECK(host_in_text("Node.js and St.John") == "");
    CHECK(host_in_text("Click here. Now") == "");
    CHECK(host_in_text("anna@oakfield.org") == "");
    CHECK(host_in_text("") == "");
}
