#include <doctest/doctest.h>

#include "html_fixture.h"

using namespace spamlint;
using namespace std::string_literals;

TEST_CASE("blocks and <br> part lines, cells part words, white space collapses") {
    CHECK(parsed("<p>One</p> \n <p>two  three<br>four").text.text() == "One\ntwo three\nfour");
    CHECK(parsed("  <div>  a  </div>  ").text.text() == "a");
    CHECK(parsed("<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>").text.text() == "a b\nc");
    CHECK(parsed("a&nbsp;&nbsp;b\xC2\xA0 c").text.text() == "a b c");
    CHECK(parsed("<ul><li>a<li>b</ul>c").text.text() == "a\nb\nc");
    CHECK(parsed("<pre>a  b\nc</pre>").text.text() == "a b\nc");
    CHECK(parsed("a<span style='display:block'>b</span>c").text.text() == "a\nb\nc");
    CHECK(parsed("a<div style='display:inline'>b</div>c").text.text() == "abc");
    CHECK(parsed("Buy<img src=x>now<img src=p width=1 height=1>!").text.text() == "Buy now!");
}

TEST_CASE("characters without width stay") {
    CHECK(parsed("fr\xE2\x80\x8B"
                 "ee&zwnj;")
              .text.text() ==
          "fr\xE2\x80\x8B"
          "ee\xE2\x80\x8C");
}

TEST_CASE("a word split by tags is one word and maps to the hull") {
    const std::string html = "<p>get <b>fr</b><i>e</i>e now";
    const Document document = parsed(html);
    CHECK(document.text.text() == "get free now");
    CHECK(source_of(html, document.text, "free") == "fr</b><i>e</i>e");
    CHECK(source_of(html, document.text, "now") == "now");
}

TEST_CASE("a word split by hidden text is whole in the visible text") {
    const std::string html =
        "<div>fr<span style='display:none'> zz </span>ee x<div style='display:none'>y</div>z</div>";
    const Document document = parsed(html);
    CHECK(document.visible().text() == "free xz");
    CHECK(source_of(html, document.visible(), "free") == "fr<span style='display:none'> zz </span>ee");
    CHECK(document.text.text() == "fr zz ee xyz");
}

TEST_CASE("what stands behind </html> is told apart") {
    const auto after = [](const std::string& html) {
        const Document document = parsed(html);
        std::string text;
        for (const Span span : document.after_end)
            text += "[" + document.text.text().substr(span.begin, span.size()) + "]";
        return text;
    };
    CHECK(after("<html><body><p>a</p></body></html><p>b <b>c</b></p>d") == "[b c\nd]");
    CHECK(after("<html><p>a</html>\n") == "");
    CHECK(after("<html><p>a") == "");
    CHECK(after("<p>a</p></html>b</html>c") == "[bc]");
    CHECK(after("<html>a</html><html>b</html>") == "");  // a mail inside a mail
    CHECK(after("<html>a</html>b<html>c</html>d") == "[d]");
}

TEST_CASE("comments and elements of nothing leave their place") {
    const Document document = parsed("fr<b></b>ee<!-- x --> <a href='/x'></a>a<img src=x>b");
    std::vector<std::size_t> places;
    CHECK(document.visible(&places).text() == "free a b");
    CHECK(places == std::vector<std::size_t>{2, 4, 4});
}

TEST_CASE("runs cover the text without gaps") {
    const Document document =
        parsed("<p>a <b style='color:red'>b</b> c<i style='display:none'>d</i> <u style='font-size:0'> e </u>f");
    std::size_t end = 0;
    for (const TextRun& run : document.runs) {
        CHECK(run.text.begin == end);
        CHECK(run.text.size() > 0);
        end = run.text.end;
    }
    CHECK(end == document.text.size());
    CHECK(document.runs[1].colour == 0xff0000);
}

TEST_CASE("entities map to exactly their bytes") {
    const std::string html =
        "<p>a&#x514D;&#36153;b &amp; &copy; &copy2 &hellip; &lt;x&gt; &NotEqualTilde;q &notit; &bogus; &# &#; & &ampx";
    const Document document = parsed(html);
    const MappedText& text = document.text;
    CHECK(text.text() == "a免费b & © ©2 … <x> ≂̸q ¬it; &bogus; &# &#; & &x");
    CHECK(source_of(html, text, "免") == "&#x514D;");
    CHECK(source_of(html, text, "费") == "&#36153;");
    CHECK(source_of(html, text, "免费b") == "&#x514D;&#36153;b");
    CHECK(source_of(html, text, "& ") == "&amp; ");
    CHECK(source_of(html, text, "©2") == "&copy2");
    CHECK(source_of(html, text, "…") == "&hellip;");
    CHECK(source_of(html, text, "x>") == "x&gt;");
    CHECK(source_of(html, text, "q") == "q");
    CHECK(source_of(html, text, "¬") == "&not");
    CHECK(source_of(html, text, "it;") == "it;");
    CHECK(source_of(html, text, "bogus;") == "bogus;");
    CHECK(source_of(html, text, "&x") == "&ampx");
}

TEST_CASE("names of two characters are told from one before another character, whatever follows") {
    const std::string html = "<p>&NotEqualTilde;\xFFp &NotEqualTilde;&amp;q &esim;&#x338;r &ne;\u0338s &fjlig;&lt;t"s;
    const MappedText text = parsed(html).text;
    CHECK(text.text() == "\u2242\u0338\uFFFDp \u2242\u0338&q \u2242\u0338r \u2260\u0338s fj<t");
    CHECK(source_of(html, text, "\uFFFDp") == "\xFFp");
    CHECK(source_of(html, text, "&q") == "&amp;q");
    CHECK(source_of(html, text, "\u0338r") == "&#x338;r");
    CHECK(source_of(html, text, "\u0338s") == "\u0338s");
    CHECK(source_of(html, text, "<t") == "&lt;t");
}

TEST_CASE("entities without an end, in the Windows code page, and of nothing") {
    const std::string html = "<p>&#x514Dz &#128;5 &#0; &#xD800;y &#99999999;w &nbsp;v";
    const Document document = parsed(html);
    CHECK(source_of(html, document.text, "免z") == "&#x514Dz");
    CHECK(source_of(html, document.text, "€5") == "&#128;5");
    for (const char* word : {"y", "w", "v"}) CHECK(source_of(html, document.text, word) == word);
}

TEST_CASE("numbers beyond 32 bits are U+FFFD, end no text, and stand for themselves where no references are read") {
    const std::string html =
        "<p title='&#4294967295;'>a&#6666666666\xC5=b&#4294967295;c&#xFFFFFFFFFF;d&#000000000065;e<xmp>&#99966666660z"
        "</xmp><svg><![CDATA[&#x123456789;f]]></svg>g";
    const MappedText text = parsed(html).text;
    CHECK(text.text() == "a\uFFFD\uFFFD=b\uFFFDc\uFFFDdAe\n&#99966666660z\n&#x123456789;fg");
    CHECK(source_of(html, text, "a\uFFFD") == "a&#6666666666");
    CHECK(source_of(html, text, "\uFFFD=") == "\xC5=");
    CHECK(source_of(html, text, "&#99966666660z") == "&#99966666660z");
    for (const char* word : {"b", "c", "d", "e", "666", "660z", "9;f", "g"}) CHECK(source_of(html, text, word) == word);
}

TEST_CASE("text merges over tags that the parser ignores") {
    const std::string html = "<p>fr</bogus>ee <tbody>x</p y=\"a>b\">z";
    const Document document = parsed(html);
    CHECK(source_of(html, document.text, "free") == "fr</bogus>ee");
    CHECK(source_of(html, document.text, "x") == "x");
    CHECK(source_of(html, document.text, "z") == "z");
}

TEST_CASE("an end tag cut off behind its slash is text") {
    const std::string html = "free</";
    const MappedText text = parsed(html).text;
    CHECK(text.text() == "free</");
    CHECK(source_of(html, text, "<") == "<");
    CHECK(source_of(html, text, "/") == "/");
    CHECK(parsed("free</a").text.text() == "free");
}

TEST_CASE("CDATA sections of SVG and MathML are text, and read as written") {
    const std::string html = "<math>fr<![CDATA[e<b&amp;z]]>e]]>x</math><svg><textarea>p</y>q<![CDATA[r";
    const MappedText text = parsed(html).text;
    CHECK(text.text() == "fre<b&amp;ze]]>xpqr");
    CHECK(source_of(html, text, "fre") == "fr<![CDATA[e");
    CHECK(source_of(html, text, "<b&amp;z") == "<b&amp;z");
    CHECK(source_of(html, text, "ze") == "z]]>e");
    for (const char* word : {"x", "q", "r"}) CHECK(source_of(html, text, word) == word);
}

TEST_CASE("line ends, NULs and bytes that are no UTF-8 keep the rest in step") {
    const std::string html = "<p>a\r\nb\rc\0d \xFF\xE5\x85 e \xE5\x85\x8Dz<p>tail"s;
    const Document document = parsed(html);
    CHECK(source_of(html, document.text, "b c") == "b\rc");
    CHECK(source_of(html, document.text, "e ") == "e ");
    CHECK(source_of(html, document.text, "免") == "\xE5\x85\x8D");
    CHECK(source_of(html, document.text, "tail") == "tail");
}

TEST_CASE("a NUL that the parser drops is not taken for the U+FFFD of what stands behind it") {
    const auto source = [](const std::string& html, std::size_t at) {
        const MappedText text = parsed(html).text;
        return text.source({at, at + 3});
    };
    CHECK(source("s\0\0\x05t"s, 1) == Span{3, 4});
    CHECK(source("s\0\xFFt"s, 1) == Span{2, 3});
    CHECK(source("s\0\xEF\xBF\xBDt"s, 1) == Span{2, 5});
    CHECK(source("<svg>\0a"s, 0) == Span{5, 6});
    CHECK(source("<textarea>\0\x01"s, 0) == Span{10, 11});
    CHECK(source("<textarea>\0\x01"s, 3) == Span{11, 12});
}

TEST_CASE(
    "scripts, styles and frames are no text; templates are hidden; noscript shows, for no mail program runs scripts") {
    const Document document = parsed(
        "<head><title> The  &amp; Title </title><style>p{}</style></head><body>a<script>var "
        "b;</script><template>c</template>"
        "<noscript>d</noscript><iframe src=x>e</iframe><textarea>f</textarea>");
    CHECK(document.text.text() == "acdf");
    CHECK(document.visible().text() == "adf");
    CHECK(document.title.text() == "The & Title");
}

TEST_CASE("the title maps to the file") {
    const std::string html = "<title>Get it fr&#101;e</title>x";
    CHECK(source_of(html, parsed(html).title, "free") == "fr&#101;e");
}

TEST_CASE("the map stands on the part's own") {
    MappedTextBuilder quoted_printable;
    quoted_printable.append("<p>", Span{100, 103});
    quoted_printable.append("\xE5\x85\x8D", 103, 1, 3);
    quoted_printable.append("</p>", Span{112, 116});
    HtmlBudget budget;
    const Document document = parse_html(std::move(quoted_printable).build(), budget);
    CHECK(document.text.text() == "免");
    CHECK(document.text.source() == Span{103, 112});
    CHECK(document.visible().source() == Span{103, 112});
}

TEST_CASE("MSO conditionals are neither text nor comments, what they reveal is text") {
    const Document document = parsed(
        "<!-- plain --><!--[if mso]><p>outlook</p><![endif]-->a<![if !mso]>b<![endif]><!--[if "
        "!mso]><!-->c<!--<![endif]--><!---->");
    CHECK(document.text.text() == "abc");
    CHECK(document.has_mso_conditional);
    REQUIRE(document.comments.size() == 2);
    CHECK(document.comments[0] == Span{0, 14});
    CHECK(document.largest_comment == Span{0, 14});
    CHECK_FALSE(parsed("<!-- [x] -->a").has_mso_conditional);
}

TEST_CASE("a stretch of the text is a text of its own") {
    const std::string html = "<p>a <b>b&amp;</b>c";
    const Document document = parsed(html);
    CHECK(document.slice({2, 4}).text() == "b&");
    CHECK(cut(html, document.slice({2, 4}).source()) == "b&amp;");
    CHECK(document.slice({3, 99}).text() == "&c");
    CHECK(document.slice({99, 3}).empty());
}
