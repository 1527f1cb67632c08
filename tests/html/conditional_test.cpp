// Conditional comments: what Outlook alone shows.
#include "html_fixture.h"

using namespace spamlint;

namespace {

std::string outlook(const std::string& html) {
    return parsed(html).outlook.text();
}

}  // namespace

TEST_CASE("words of conditional comments are Outlook's text, and nobody else's") {
    const std::string html =
        "<p>Hello</p><!--[if mso]><table><tr><td>One <b>w&ouml;rd</b></td></tr></table><![endif]-->";
    const Document document = parsed(html);
    CHECK(document.outlook.text() == "One w\xC3\xB6rd");
    CHECK(source_of(html, document.outlook, "w\xC3\xB6rd") == "w&ouml;rd");
    CHECK(document.visible().text() == "Hello");
    CHECK(document.hidden().empty());
    CHECK(outlook("<!--[if gte mso 9]>a<![endif]--><p>x</p><!--[if (mso)|(IE)]>b<![endif]-->") == "a\nb");
}

TEST_CASE("tables, styles and settings for Outlook are no words") {
    CHECK(
        outlook(
            "<!--[if mso]><table width=600><tr><td><![endif]--><p>x</p><!--[if mso]></td></tr></table><![endif]-->") ==
        "");
    CHECK(outlook("<!--[if mso]><style>td { font: Arial }</style>&nbsp;<![endif]-->x") == "");
    CHECK(outlook("<!--[if gte mso 9]><xml><o:PixelsPerInch>96</o:PixelsPerInch></xml><![endif]-->x") == "");
    CHECK(outlook("<!--[if gte mso 9]><XML><o:P>96</o:P></XML>seen<xml><o:P>97</o:P><![endif]-->x") == "seen");
}

TEST_CASE("what all but Outlook show is text as any other") {
    const Document document = parsed("<!--[if !mso]><!--><p>for all</p><!--<![endif]--><![if !mso]>others<![endif]>");
    CHECK(document.outlook.empty());
    CHECK(document.visible().text() == "for all\nothers");
}

TEST_CASE("Outlook's text has styles of its own, and comments do not nest") {
    CHECK(outlook("<!--[if mso]><p>seen</p><p style='display:none'>secret</p><![endif]-->").find("secret") ==
          std::string::npos);
    CHECK(outlook("<!--[if mso]>a<!--[if mso]>b<![endif]-->c") == "a");
    CHECK(outlook("<!--[if mso]>never closed") == "");
    CHECK(outlook("<!--[if mso") == "");
}
