#include "report/decoded.h"

#include <doctest/doctest.h>

#include "report/finding_text.h"
#include "report/sample.h"

using namespace spamlint;

TEST_CASE("a word that stands in the file as it is needs no decoding") {
    const LintedMessage message = sample::failing();
    CHECK_FALSE(is_encoded(message, sample::finding("免费", "免费", "text")));
    CHECK(is_encoded(message, sample::finding("5YWN6LS5", "免费", "text")));
    CHECK(is_encoded(message, sample::finding("\xC3\xE2\xB7\xD1", "免费", "text")));
}

TEST_CASE("folds and line breaks are no encoding") {
    LintedMessage message;
    message.file = "act\r\n now";
    Finding finding;
    finding.span = {0, message.file.size()};
    finding.text = "act now";
    CHECK_FALSE(is_encoded(message, finding));
}

TEST_CASE("decoded text is shown with what stands around it") {
    // 亲爱的用户，免费领取大奖！ in base64, as one text of the message.
    const std::string base64 = "5Lqy54ix55qE55So5oi377yM5YWN6LS56aKG5Y+W5aSn5aWW77yB";
    const std::string text = "亲爱的用户，免费领取大奖！";
    SourceMap map;
    map.append(text.size(), 0, 3, 4);
    Content content;
    content.file = base64;
    content.texts.emplace_back(Scope::text, "1", MappedText(text, map), std::vector<std::size_t>(),
                               *content.fold_budget);
    LintedMessage message;
    message.file = base64;
    message.content = &content;
    Finding finding;
    finding.text = "免费";
    finding.in = "text";
    finding.part = "1";
    const std::size_t at = text.find("免费");
    finding.span = content.texts[0].text.source({at, at + 6});

    CHECK(is_encoded(message, finding));
    const Excerpt cut = decoded_excerpt(message, finding, 80);
    CHECK(cut.line() == text);
    CHECK(cut.hit == "免费");

    finding.part = "2";  // another part: no text around it is known
    CHECK(decoded_excerpt(message, finding, 80).line() == "免费");
}

TEST_CASE("a line in GBK is shown as a reader sees it, at the columns of its bytes") {
    const std::string gbk = "\xD7\xDC\xC3\xE2\xB7\xD1\n";  // 总免费
    const std::string text = "总免费";
    SourceMap map;
    map.append(text.size(), 0, 3, 2);
    Content content;
    content.file = gbk;
    content.texts.emplace_back(Scope::text, "1", MappedText(text, map), std::vector<std::size_t>(),
                               *content.fold_budget);
    const LineIndex lines(gbk);
    LintedMessage message;
    message.file_path = "a.eml";
    message.file = gbk;
    message.content = &content;
    message.lines = &lines;
    Finding finding;
    finding.text = "免费";
    finding.in = "text";
    finding.part = "1";
    finding.span = {2, 6};
    const std::string shown = finding_text(message, Rule{}, finding, {}, 0);
    CHECK(shown == "a.eml:1:3  免费, text, part 1\n  1 | 总免费\n    |   ^^^^\n");
}
