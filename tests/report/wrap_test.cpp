#include "report/wrap.h"

#include <doctest/doctest.h>

#include <sstream>

#include "report/display.h"

using namespace spamlint;

namespace {

std::size_t widest_line(const std::string& text) {
    std::istringstream in(text);
    std::size_t widest = 0;
    for (std::string line; std::getline(in, line);) widest = std::max(widest, display_width(line));
    return widest;
}

}  // namespace

TEST_CASE("English breaks between words and indents what follows") {
    CHECK(wrapped("one two three four", 9, 2) == "one two\n  three\n  four");
    CHECK(wrapped("short", 20, 2) == "short");
    CHECK(wrapped("", 20, 2).empty());
}

TEST_CASE("Chinese breaks between characters, not before its punctuation") {
    const std::string lines = wrapped("过滤系统从大量邮件中学会了这个词，不论上下文如何。", 20, 0);
    CHECK(widest_line(lines) <= 20);
    CHECK(lines.find("\n，") == std::string::npos);
    CHECK(lines.find('\n') != std::string::npos);
}

TEST_CASE("a word longer than the line stays whole") {
    CHECK(wrapped("see https://example.org/a-very-long-path/without-end here", 10, 0).find("…") == std::string::npos);
}

TEST_CASE("line breaks of the text are kept") {
    CHECK(wrapped("one\ntwo", 20, 1) == "one\n two");
}
