#include "html/short_html.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "html/html_fixture.h"
#include "html/tag_scanner.h"

namespace spamlint {
namespace {

std::string shortened(std::string_view html) {
    return std::string(ShortHtml(html, scan_tags(html).texts).text());
}

TEST_CASE("stretches of plain text are one character to gumbo") {
    CHECK(shortened("<p>You have won a prize</p>") == "<p>.</p>");
    CHECK(shortened("<p>恭喜您中奖了</p>") == "<p>.</p>");
    CHECK(shortened("<p>Hi!</p>") == "<p>Hi!</p>");
}

TEST_CASE("white space in front of words stays white space, its first byte what it is") {
    CHECK(shortened("<td>\n          </td><td>\n          Free gift</td>") == "<td>\n </td><td>\n .</td>");
}

TEST_CASE("character references and what gumbo replaces stay as they are") {
    CHECK(shortened("<p>free gift&nbsp;inside&ampnow and then</p>") == "<p>.&nbsp;inside&ampnow .</p>");
    CHECK(shortened("<p>free for \xEF\xBF\xBE a gift or\r\ntwo of them</p>") == "<p>.\xEF\xBF\xBE .\r\n.</p>");
}

TEST_CASE("tags, comments and raw text keep their bytes") {
    const std::string html =
        "<a href=\"https://oakfield.example/prize\" title='a > b'><!-- one two three --><title>Prizes</title>";
    CHECK(shortened(html) == html);
}

TEST_CASE("nothing is shortened where gumbo may see markup in what looks like text") {
    for (const std::string tag : {"svg", "math", "select", "frameset", "script", "template", "plaintext"}) {
        const std::string html = "<" + tag + ">some text</" + tag + "> and more text";
        CHECK(shortened(html) == html);
    }
}

TEST_CASE("spans of the short text lead back to the HTML") {
    const std::string_view html = "<p>You have won</p><b>a prize</b>";
    const ShortHtml text(html, scan_tags(html).texts);
    const std::size_t bold = text.text().find("<b>");
    const Span source = text.source(Span{bold, bold + 3});
    CHECK(html.substr(source.begin, source.size()) == "<b>");
    const Span words = text.source(Span{3, 4});
    CHECK(html.substr(words.begin, words.size()) == "You have won");
}

TEST_CASE("text reads as it stands, and each word leads to its bytes") {
    const std::string html =
        "<pre>\n\n      two lines</pre><table>  misplaced words  <tr><td>Tom &amp; Ann won &#49;00 euros</table>";
    const Document document = parsed(html);
    CHECK(document.text.text() == "two lines\nmisplaced words\nTom & Ann won 100 euros");
    for (const std::string_view word : {"two lines", "misplaced", "Ann won", "00 euros"})
        CHECK(source_of(html, document.text, word) == word);
}

/// gumbo reads such text as mere bytes, which its elements hold twice.
TEST_CASE("a plaintext element in a broken table reads as it stands") {
    const std::string html =
        "<table><strike><table><plaintext>Dear friend <b>win free money now</b> &amp; claim your prize";
    CHECK(parsed(html).text.text() == "Dear friend <b>win free money now</b> &amp; claim your prize");
}

TEST_CASE("raw text ends at its end tag, not at a longer name") {
    const Document document = parsed("<title>Notice</titlefirm your <b>identity</b> now</title>Hello");
    CHECK(document.text.text() == "Hello");
    CHECK(document.title.text() == "Notice</titlefirm your <b>identity</b> now");
}

TEST_CASE("</html> that is text ends nothing, numbers too long for gumbo or not") {
    for (const std::string& between : {std::string("&#12345678901234567890;"), std::string("a\0b", 3)}) {
        const Document document = parsed("<p>Hello there.</p><plaintext>one </html> " + between + " more words follow");
        CHECK(document.after_end.empty());
    }
}

TEST_CASE("a long text is one piece again") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "ten words & more ";
    const ShortHtml html(text, std::vector<Span>{{0, text.size()}});
    std::vector<AlignedPiece> pieces;
    const TakePiece keep = [&](const AlignedPiece& piece) { pieces.push_back(piece); };
    PieceJoiner joined(keep);
    align(html.text(), 0, html.text(), Markup::skipped,
          [&](const AlignedPiece& piece) { html.restore(piece, joined); });
    joined.finish();
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0].decoded == text);
}

}  // namespace
}  // namespace spamlint
