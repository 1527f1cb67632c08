#include "facts/entity_words.h"

#include "sample.h"

namespace {

std::string found(std::string_view html) {
    std::string all;
    for (const spamlint::Span span : spamlint::entity_words(html, 100))
        all += (all.empty() ? "" : "|") + std::string(html.substr(span.begin, span.size()));
    return all;
}

}  // namespace

TEST_CASE("words of three and more letters spelled as numeric entities are found") {
    CHECK(found("<p>so &#119;&#101;t and &#x77;&#x65;&#116;!</p>") == "&#x77;&#x65;&#116;!");
    CHECK(found("<p>&#119;&#101&#116</p>") == "&#119;&#101&#116");
}

TEST_CASE("signs, other letters, attributes and addresses may be entities") {
    CHECK(found("caf&#233; &#8211; &#38; &#20250;&#35758;&#32426; &# &#; &#x;").empty());
    CHECK(found("<a href=\"&#109;&#97;&#105;&#108;&#116;&#111;:a\">x</a>").empty());
    CHECK(found("<p>&#97;&#98;&#99;&#64;&#97;&#98;.org</p>").empty());
    CHECK(found("&#119;&#101;&#32;&#97;&#32;&#98;").empty());
}

TEST_CASE("many entities, brackets and half entities take linear time") {
    std::string html;
    for (int i = 0; i < 100000; ++i) html += "&#119;<&#";
    CHECK(found(html).empty());
}

TEST_CASE("a disguise has its kind, its scope and its place") {
    const Sample message = Sample(
        "From: GoogIe Team <a@oakfield-library.org>\r\nSubject: 1OO seats\r\n"
        "Content-Type: text/html; charset=utf-8\r\n\r\n<p>the &#119;&#101;&#116; fiIe</p>");
    REQUIRE(message.elements("disguise").size() == 4);
    const char* expected[][3] = {{"lettered-number", "subject", "1OO"},
                                 {"capital-i", "from-name", "GoogIe"},
                                 {"capital-i", "text", "fiIe"},
                                 {"entities", "text", "&#119;&#101;&#116;"}};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(message.text("disguise", i, "kind") == expected[i][0]);
        CHECK(message.text("disguise", i, "in") == expected[i][1]);
        CHECK(message.text("disguise", i, "text") == expected[i][2]);
        CHECK(message.raw(message.elements("disguise")[i].span) == expected[i][2]);
    }
}

TEST_CASE("disguises are looked for in what is shown, not in the other alternative") {
    const Sample message = multipart(
        "alternative", {"Content-Type: text/plain\r\n\r\nthe fiIe", "Content-Type: text/html\r\n\r\n<p>the file</p>"});
    CHECK(message.elements("disguise").empty());
}
