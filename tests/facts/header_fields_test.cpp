#include "sample.h"

TEST_CASE("a field shows an encoded-word that does not end, and a continuation line that is blank") {
    const Sample message(
        "Subject: =?utf-8?B?5Lya?= =?utf-8?Q?of Tues\r\nX-A: b\r\n \t\r\n c\r\nX-B: b\r\n c\r\nX-C: a =? b\r\n\r\nx");
    CHECK(message.truth("header", 0, "open_encoded_word"));
    CHECK(!message.truth("header", 0, "blank_fold"));
    CHECK(message.truth("header", 1, "blank_fold"));
    CHECK(!message.truth("header", 2, "blank_fold"));
    CHECK(!message.truth("header", 3, "open_encoded_word"));
    CHECK(message.text("header", 2, "source") == "X-B: b\r\n c");
    CHECK(!message.truth("header.received"));
    CHECK(Sample("Received: from a\r\n\r\nx").truth("header.received"));
}

TEST_CASE("quoted lines are those behind > and between dashes") {
    CHECK(with_text("Yes.\r\n> Shall we?\r\n >> No\r\n-----Original Message-----\r\n").number("text.quoted_lines") == 3);
    CHECK(with_text("Yes -> no\r\n----------\r\n-- \r\n").number("text.quoted_lines") == 0);
}
