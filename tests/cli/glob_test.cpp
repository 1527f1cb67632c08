#include "cli/glob.h"

#include <doctest/doctest.h>

using namespace spamlint;

namespace {
bool fits(const std::string& glob, const std::string& path) { return Globs({glob}).fit(path); }
}  // namespace

TEST_CASE("a glob without a slash is for names at any depth, one with a slash for paths") {
    CHECK(fits("*.eml", "a.eml"));
    CHECK(fits("*.eml", "mails/2026/a.eml"));
    CHECK_FALSE(fits("*.eml", "a.eml.txt"));
    CHECK(fits("mails/*.eml", "mails/a.eml"));
    CHECK_FALSE(fits("mails/*.eml", "mails/2026/a.eml"));
    CHECK_FALSE(fits("mails/*.eml", "old/mails/a.eml"));
    CHECK(fits("/a.eml", "a.eml"));
    CHECK(fits("./mails/a.eml", "mails/a.eml"));
}

TEST_CASE("two stars cross folders, a folder stands for what is in it") {
    CHECK(fits("mails/**/a.eml", "mails/a.eml"));
    CHECK(fits("mails/**/a.eml", "mails/2026/11/a.eml"));
    CHECK(fits("mails/**", "mails/2026/a.eml"));
    CHECK(fits("mails/", "mails/2026/a.eml"));
    CHECK(fits("old", "mails/old/a.eml"));
    CHECK_FALSE(fits("old", "mails/older/a.eml"));
}

TEST_CASE("a question mark is one character, all else stands for itself") {
    CHECK(fits("a?.eml", "ab.eml"));
    CHECK(fits("信?.eml", "信件.eml"));
    CHECK_FALSE(fits("a?.eml", "a/.eml"));
    CHECK(fits("a+(1).eml", "a+(1).eml"));
    CHECK_FALSE(fits("a.eml", "aXeml"));
    CHECK_FALSE(fits("A.eml", "a.eml"));
    CHECK_FALSE(Globs({}).fit("a.eml"));
}
