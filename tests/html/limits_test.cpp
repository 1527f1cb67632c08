#include "html/limits.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

#include "html/gumbo_tree.h"
#include "html_fixture.h"
#include "repeated.h"

using namespace spamlint;
using namespace spamlint::testing;

namespace {

bool has_limit(const Document& document, std::string_view wanted) {
    return std::any_of(document.limits.begin(), document.limits.end(),
                       [&](const ReachedLimit& limit) { return limit.name == wanted; });
}

void check_span(Span span, std::size_t size) {
    CHECK(span.begin <= span.end);
    CHECK(span.end <= size);
}

void check_spans(const Document& document, std::size_t size) {
    for (const Link& link : document.links) {
        check_span(link.element, size);
        check_span(link.href_source, size);
        check_span(link.text, document.text.size());
    }
    for (const Image& image : document.images) {
        check_span(image.element, size);
        check_span(image.source_span, size);
        check_span(image.alt.source(), size);
        CHECK(image.link < static_cast<int>(document.links.size()));
    }
    for (const ActiveContent& active : document.active) check_span(active.span, size);
    for (const Span comment : document.comments) check_span(comment, size);
    for (const Span background : document.background_images) check_span(background, size);
    std::size_t end = 0;
    for (const TextRun& run : document.runs) {
        CHECK(run.text.begin == end);
        check_span(document.text.source(run.text), size);
        end = run.text.end;
    }
    CHECK(end == document.text.size());
    check_span(document.visible().source(), size);
    check_span(document.hidden().source(), size);
    check_span(document.title.source(), size);
}

}  // namespace

TEST_CASE("100,000 nested elements are cut at the depth limit, and what follows is read") {
    for (const std::string tags :
         {"<div>", "<b>", "<table>", "<font color=red>", "<foo>", "<table><tr><td>", "<svg><g>"}) {
        CAPTURE(tags);
        const auto elements = static_cast<std::size_t>(std::count(tags.begin(), tags.end(), '<'));
        const std::string html = repeated(tags, 100'000 / elements) + "tail";
        const Document document = parsed(html);
        CHECK(has_limit(document, "tag-depth"));
        CHECK(source_of(html, document.text, "tail") == "tail");
    }
}

TEST_CASE("tags that hide in what looks like raw text do not pass the depth limit") {
    for (const char* start :
         {"<svg><style>", "<svg><title>", "<select><textarea>", "<math><title>", "<svg></svg><svg><script>"}) {
        CAPTURE(start);
        CHECK(has_limit(parsed(start + repeated("<g>", 100'000)), "tag-depth"));
    }
}

TEST_CASE("elements that end by themselves do not pile up") {
    CHECK(parsed(repeated("<p>x", 2'000)).limits.empty());
    CHECK(parsed("<ul>" + repeated("<li>x", 2'000)).limits.empty());
    CHECK(parsed("<table>" + repeated("<tr><td>x<td>y", 2'000)).limits.empty());
    CHECK(parsed(repeated("<br><img src=x><hr>", 2'000)).limits.empty());
}

TEST_CASE("30,000 attributes of a tag are cut") {
    std::string html = "<p id=first ";
    for (int i = 0; i < 30'000; ++i) html += "a" + std::to_string(i) + "=1 ";
    html += ">tail";
    const Document document = parsed(html);
    CHECK(has_limit(document, "attributes"));
    CHECK(source_of(html, document.text, "tail") == "tail");
}

TEST_CASE("attributes of an end tag are cut too") {
    // gumbo compares each with all before it: 10 MB took 17 s.
    const std::string html = "<p>head</p " + repeated("</b ", 500'000) + ">tail";
    const Document document = parsed(html);
    CHECK(has_limit(document, "attributes"));
    CHECK(source_of(html, document.text, "tail") == "tail");
}

TEST_CASE("HTML beyond the size limit is cut") {
    const Document document = parsed(repeated("<p>word</p> ", kMaxHtmlBytes / 12 + 1000) + "tail");
    CHECK(has_limit(document, "html-size"));
    CHECK(document.bytes > kMaxHtmlBytes);
    CHECK(document.text.text().find("tail") == std::string::npos);
}

TEST_CASE("links beyond the limit are cut") {
    const Document document = parsed(repeated("<a href=u>x</a> ", kMaxLinks + 10));
    CHECK(has_limit(document, "links"));
    CHECK(document.links.size() == kMaxLinks);
}

TEST_CASE("formatting that would be copied into each of many paragraphs is cut at the tree's memory") {
    std::string html = "<p>";
    for (int i = 0; i < 50; ++i) html += "<font a" + std::to_string(i) + "=1>";
    const Document document = parsed(html + repeated("<p>x", 500'000));
    CHECK(has_limit(document, "tree-size"));
    CHECK(document.text.text().starts_with("x\nx"));
}

TEST_CASE("more style rules than can be tried are given up") {
    std::string css;
    for (int i = 0; i < 20'000; ++i) css += "div p b,";
    const Document document =
        parsed("<style>" + css + "i{display:none}</style>" + repeated("<b>x</b>", 20'000) + "tail");
    CHECK(has_limit(document, "style-rules"));
    CHECK(document.text.text().ends_with("tail"));
}

TEST_CASE("ends in the middle of anything are read") {
    const std::string html =
        "<!DOCTYPE html><style media='x'>@media x{p{background:url(a)}} /* c */ .a{color:#fff}</style><p class=a "
        "style=\"font:1px 'a;b'\">"
        "a&amp;b &#x514D; <a href='u'><img src=data:x alt='&copy'></a><!-- c --><!--[if "
        "mso]>x<![endif]--><script>s</script>";
    for (std::size_t size = 0; size <= html.size(); ++size) {
        const Document document = parsed(html.substr(0, size));
        check_spans(document, size);
    }
}

TEST_CASE("random bytes and broken tags are read, and every span lies in the file") {
    std::mt19937 random(7);
    static constexpr std::array<std::string_view, 44> kBits{"<p>",
                                                            "</p>",
                                                            "<table>",
                                                            "<tr>",
                                                            "<td style='font-size:0'>",
                                                            "</table>",
                                                            "<a href=x>",
                                                            "</a>",
                                                            "<b>",
                                                            "</b>",
                                                            "<i>",
                                                            "</i>",
                                                            "<font color=white>",
                                                            "</font>",
                                                            "<!--",
                                                            "-->",
                                                            "<style>",
                                                            "</style>",
                                                            ".a{display:none}",
                                                            "<p class=a id=",
                                                            "\"",
                                                            "'",
                                                            ">",
                                                            "<",
                                                            "&amp;",
                                                            "&#x514D",
                                                            "&copy",
                                                            "&",
                                                            "\r\n",
                                                            "\xFF",
                                                            "\xE5\x85",
                                                            "\xE5\x85\x8D",
                                                            "text",
                                                            " ",
                                                            "<svg>",
                                                            "<select>",
                                                            "<title>",
                                                            "<img src=x alt='a&lt;'>",
                                                            "<![if !mso]>",
                                                            "<![endif]>",
                                                            "<div style=\"display:none;",
                                                            "<template>",
                                                            "<form action=x>",
                                                            "</body>"};
    for (int round = 0; round < 3'000; ++round) {
        std::string html;
        for (int i = 0; i < 40; ++i) {
            html += kBits[random() % kBits.size()];
            if (random() % 20 == 0) html += static_cast<char>(random() % 256);
        }
        CAPTURE(html);
        check_spans(parsed(html), html.size());
    }
}

TEST_CASE("a CDATA section of SVG in a table is read, and HTML that breaks gumbo's own checks ends nothing") {
    for (const char* start : {"<table><svg><title>", "<table><svg><desc>", "<table><math><mi>"}) {
        const std::string html = std::string(start) + "<![CDATA[head]]>tail";
        CAPTURE(html);
        CHECK_FALSE(has_limit(parsed(html), "tree-size"));
        const GumboTree tree(html);
        CHECK(tree.bytes_read() < html.size());
    }
}

TEST_CASE("CDATA outside of SVG is a comment, after SVG and tables too") {
    const Document document = parsed("<svg></svg><table></table><select></select>a<![CDATA[ hidden ]]> b");
    CHECK(document.text.text() == "a b");
}
