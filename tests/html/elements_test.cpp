#include <doctest/doctest.h>

#include <algorithm>

#include "html_fixture.h"

using namespace spamlint;

namespace {

std::vector<std::string> kinds(const Document& document) {
    std::vector<std::string> all;
    for (const ActiveContent& active : document.active) all.emplace_back(name(active.kind));
    return all;
}

const ActiveContent& only_active(const Document& document) {
    REQUIRE(document.active.size() == 1);
    return document.active[0];
}

}  // namespace

TEST_CASE("a link has its address, its text and their places") {
    const std::string html = "<p>See <a class=x href=\" http://a.example/?x=1&amp;y=\n2 \"> our <b>shop</b> </a>.";
    const Document document = parsed(html);
    REQUIRE(document.links.size() == 1);
    const Link& link = document.links[0];
    CHECK(link.href == "http://a.example/?x=1&y=2");
    CHECK(cut(html, link.href_source) == " http://a.example/?x=1&amp;y=\n2 ");
    CHECK(cut(html, link.element) == html.substr(7, html.size() - 8));
    CHECK(document.slice(link.text).text() == "our shop");
    CHECK_FALSE(link.hidden);
    CHECK_FALSE(link.has_image);
}

TEST_CASE("anchors without address are no links, areas are, empty ones too") {
    const Document document = parsed("<a name=x>y</a><map><area href=u></map><a href>z</a><a href=#>w</a>");
    REQUIRE(document.links.size() == 3);
    CHECK(document.links[0].href == "u");
    CHECK(document.links[1].href == "");
    CHECK(document.links[2].href == "#");
}

TEST_CASE("a link around images, and the images' own facts") {
    const std::string html =
        "<a href=u><img src='a&amp;b.png' alt='Fr&#101;e &amp; easy' width=600 height=\"40px\"></a><img "
        "style='width:1px;height:1px' src=t>";
    const Document document = parsed(html);
    REQUIRE(document.links.size() == 1);
    CHECK(document.links[0].has_image);
    CHECK(document.links[0].text.empty());
    REQUIRE(document.images.size() == 2);
    const Image& image = document.images[0];
    CHECK(image.source == "a&b.png");
    CHECK(cut(html, image.source_span) == "a&amp;b.png");
    CHECK(image.source_bytes == 7);
    CHECK(image.alt.text() == "Free & easy");
    CHECK(source_of(html, image.alt, "Free") == "Fr&#101;e");
    CHECK(image.has_alt);
    CHECK(image.width == 600);
    CHECK(image.height == 40);
    CHECK(image.link == 0);
    CHECK(document.images[1].width == 1);
    CHECK(document.images[1].link == -1);
    CHECK_FALSE(document.images[1].has_alt);
}

TEST_CASE("in an alternative text, \"&amp\" before a letter or \"=\" is text") {
    const std::string html = "<img alt='&ampx free &amp= &lt;b &amp win&nbsp'>";
    const MappedText alt = parsed(html).images[0].alt;
    CHECK(alt.text() == "&ampx free &amp= <b & win");
    CHECK(source_of(html, alt, "&ampx") == "&ampx");
    CHECK(source_of(html, alt, "free &amp=") == "free &amp=");
    CHECK(source_of(html, alt, "<b") == "&lt;b");
    CHECK(source_of(html, alt, "& win") == "&amp win");
}

TEST_CASE("sizes in percent say nothing, styles in px beat attributes, empty alternatives exist") {
    const Document document =
        parsed("<img width='100%' height=x alt=''><img width=10 style='width:20px'><img width=10 style='width:100%'>");
    CHECK(document.images[0].width == -1);
    CHECK(document.images[0].height == -1);
    CHECK(document.images[0].has_alt);
    CHECK(document.images[0].alt.empty());
    CHECK(document.images[1].width == 20);
    CHECK(document.images[2].width == 10);
}

TEST_CASE("data URIs are counted, not kept") {
    const Document document = parsed("<img src='data:image/png;base64," + std::string(1000, 'A') + "'>");
    CHECK(document.images[0].source.size() == 64);
    CHECK(document.images[0].source_bytes == 1022);
}

TEST_CASE("hidden links and images are called so") {
    const Document document = parsed(
        "<a href=a style='display:none'>x</a><a href=b><span style='font-size:0'>x</span></a><a href=c><i "
        "style='font-size:0'>x</i>y</a>"
        "<a href=d><i style='font-size:0'>x</i><img src=i></a><div style='display:none'><img src=j></div>");
    REQUIRE(document.links.size() == 4);
    CHECK(document.links[0].hidden);
    CHECK(document.links[1].hidden);
    CHECK_FALSE(document.links[2].hidden);
    CHECK_FALSE(document.links[3].hidden);
    CHECK_FALSE(document.images[0].hidden);
    CHECK(document.images[1].hidden);
}

TEST_CASE("a link that reaches over blocks is one link") {
    const std::string html =
        "<p><a href=u onclick=f()>one<p>two</p><table><tr><td>x</td></tr></table></a><a href=v>three</a>";
    const Document document = parsed(html);
    REQUIRE(document.links.size() == 2);
    CHECK(document.slice(document.links[0].text).text().starts_with("one\ntwo"));
    CHECK(document.links[1].href == "v");
    CHECK(document.active.size() == 1);
}

TEST_CASE("active content of every kind") {
    const auto kind_of = [](const char* html) { return std::string(name(only_active(parsed(html)).kind)); };
    CHECK(kind_of("<script src=x></script>") == "script");
    CHECK(kind_of("<p onclick='f()'>x") == "event-handler");
    CHECK(kind_of("<form action=/a></form>") == "form");
    CHECK(kind_of("<input type=password>") == "input");
    CHECK(kind_of("<textarea></textarea>") == "input");
    CHECK(kind_of("<iframe src=x></iframe>") == "iframe");
    CHECK(kind_of("<object data=x></object>") == "object");
    CHECK(kind_of("<embed src=x>") == "embed");
    CHECK(kind_of("<applet></applet>") == "applet");
    CHECK(kind_of("<meta http-equiv=Refresh content='0;url=x'>") == "meta-refresh");
    CHECK(kind_of("<link rel='StyleSheet' href=x>") == "external-css");
    CHECK(kind_of("<link rel=icon href=x>") == "link-tag");
    CHECK(kind_of("<base href=x>") == "base");
    CHECK(kind_of("<svg><path/></svg>") == "svg");
    CHECK(kind_of("<video src=x></video>") == "video");
    CHECK(kind_of("<audio src=x></audio>") == "audio");
    CHECK(kind_of("<a href=' javascript:f()'>x</a>") == "javascript-uri");
    CHECK(kind_of("<style>@import 'x.css'; p{}</style>") == "import-css");
    CHECK(kinds(parsed("<frameset><frame src=x></frameset>")) == std::vector<std::string>{"frame", "frame"});
    CHECK(parsed("<meta charset=utf-8><p one=1 only=2 data-onclick=3>on").active.empty());
}

TEST_CASE("active content has its place and its detail") {
    const std::string html = "<p>a</p><form class=b action='http://x/?a&amp;b'><b onmouseover = \"f()\">c</b></form>";
    const Document document = parsed(html);
    REQUIRE(document.active.size() == 2);
    CHECK(cut(html, document.active[0].span) == "<form class=b action='http://x/?a&amp;b'>");
    CHECK(document.active[0].detail == "http://x/?a&b");
    CHECK(cut(html, document.active[1].span) == "onmouseover = \"f()\"");
    CHECK(document.active[1].detail == "onmouseover");
    const std::string css = "<style>p{color:red}\n@import url(x);\n</style>";
    CHECK(cut(css, only_active(parsed(css)).span) == "@import url(x);");
}

TEST_CASE("background images from attributes, inline styles and rules") {
    const std::string html =
        "<style>.a{background:url(r.png) no-repeat}</style><table background=t.png><td "
        "style='color:red;background-image:url(\"i.png\")'>";
    const Document document = parsed(html);
    REQUIRE(document.background_images.size() == 3);
    CHECK(cut(html, document.background_images[0]) == "url(r.png)");
    CHECK(cut(html, document.background_images[1]) == "t.png");
    CHECK(cut(html, document.background_images[2]) == "url(\"i.png\")");
}

TEST_CASE("designed: what no letter typed by hand has") {
    for (const char* html :
         {"<table><td>x</table>", "<img src=x>", "<p style='background:#eee'>x", "<p style='border-radius:3px'>x",
          "<center>x</center>", "<body bgcolor=white>x", "<style>.x{background-color:red}</style>x"}) {
        CAPTURE(html);
        CHECK(parsed(html).designed);
    }
    CHECK_FALSE(parsed("<html><body><p style='color:red;font-family:Arial'>Dear <b>Ann</b>,<br>hi</p><a href=x>y</a>")
                    .designed);
}

TEST_CASE("the document's own facts") {
    const Document document = parsed("<!DOCTYPE html><html lang='zh-CN'><body><p>x</p></body></html>");
    CHECK(document.has_doctype);
    CHECK(document.has_html_tag);
    CHECK(document.lang == "zh-CN");
    CHECK(document.tags == 3);
    CHECK(document.bytes == 62);
    CHECK(document.stray_tags == 0);
    CHECK(document.limits.empty());
    const Document bare = parsed("x");
    CHECK_FALSE(bare.has_doctype);
    CHECK_FALSE(bare.has_html_tag);
    CHECK(bare.lang.empty());
}

TEST_CASE("tables that are never closed are counted") {
    CHECK(parsed("<table><tr><td>a</table>").unclosed_tables == 0);
    CHECK(parsed("<table><tr><td>a").unclosed_tables == 1);
    CHECK(parsed("<table><tr><td><table><tr><td>a</td></tr></td></tr></table>").unclosed_tables == 1);
}

TEST_CASE("stray tags: unknown, never opened, never closed") {
    CHECK(parsed("<p>a<p>b<ul><li>c<li>d</ul><table><tr><td>e<tr><td>f</table><br><img src=x>").stray_tags == 0);
    CHECK(parsed("<o:p>x</o:p><svg><path d=x /><g></g></svg>").stray_tags == 0);
    CHECK(parsed("<foo>x</foo>").stray_tags == 1);
    CHECK(parsed("x</div>y</b>").stray_tags == 2);
    CHECK(parsed("<div><b>x</div>").stray_tags == 1);
    CHECK(parsed("<div><span>").stray_tags == 2);
    CHECK(parsed("<!-- </div> --><script>'</div>'</script><title></b></title>").stray_tags == 0);
}

TEST_CASE("a script tells the media type it names, and an attribute that holds code its begin") {
    CHECK(only_active(parsed("<script type=' Application/LD+JSON; charset=utf-8'>{}</script>")).type ==
          "application/ld+json");
    CHECK(only_active(parsed("<script>x()</script>")).type == "");
    const ActiveContent empty = only_active(parsed("<a href=' javascript:; '>x</a>"));
    CHECK(empty.type == "");
    CHECK(empty.code == "javascript:;");
    CHECK(only_active(parsed("<p onclick='" + std::string(200, 'x') + "'>")).code == std::string(100, 'x'));
}
