#include "message/mbox.h"

#include <doctest/doctest.h>

#include "message/messages.h"

using namespace spamlint;
using namespace spamlint::testing;

TEST_CASE("an mbox is split at its From lines") {
    const std::string file =
        "From a@b Thu Jan  1 00:00:00 2026\nSubject: one\n\nFrom here on\n>From quoted\n\nFrom the start\n\n"
        "From c@d Thu Jan  1 00:00:00 2026\nSubject: two\n\nlast\n";
    for (const char* line_end : {"\n", "\r\n", "\r"}) {
        const std::string mbox = replaced(file, "\n", line_end);
        CHECK(looks_like_mbox(mbox));
        const auto messages = split_mbox(mbox);
        REQUIRE(messages.size() == 2);
        CHECK(replaced(std::string(bytes(mbox, messages[0])), line_end, "\n") ==
              "Subject: one\n\nFrom here on\n>From quoted\n\nFrom the start\n");
        CHECK(replaced(std::string(bytes(mbox, messages[1])), line_end, "\n") == "Subject: two\n\nlast\n");
        const Message second = parse_message(mbox, messages[1]);
        CHECK(second.anomalies.empty() == (std::string_view(line_end) != "\r"));
        CHECK(bytes(mbox, second.header().fields.at(0).value) == "two");
    }
}

TEST_CASE("what is no mbox is one message") {
    CHECK_FALSE(looks_like_mbox("Subject: x\n\nFrom a\nTo: b\n"));
    CHECK_FALSE(looks_like_mbox("From a@b"));
    CHECK_FALSE(looks_like_mbox("From the text\nno field\n"));
    CHECK_FALSE(looks_like_mbox(""));
    CHECK(split_mbox("Subject: x\n\nbody") == std::vector<Span>{{0, 16}});
    const std::string prefaced = "Subject: a\n\nx\n\nFrom a@b\nSubject: b\n\ny\n";
    REQUIRE(split_mbox(prefaced).size() == 2);
    CHECK(bytes(prefaced, split_mbox(prefaced)[0]) == "Subject: a\n\nx\n");
}
