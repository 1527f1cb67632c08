#include <doctest/doctest.h>

#include "message/header.h"
#include "message/messages.h"

using namespace spamlint;
using namespace spamlint::testing;

namespace {

struct Addresses {
    std::string file;
    std::vector<Mailbox> list;

    explicit Addresses(std::string text) : file(std::move(text)) {
        std::vector<Anomaly> ignored;
        list = parse_mailboxes(file, {0, file.size()}, ignored);
    }
    /// "[name]<local|domain> …"
    std::string shown() const {
        std::string out;
        for (const Mailbox& m : list)
            out += "[" + m.name.text() + "]<" + m.local.text() + "|" + m.domain.text() + ">";
        return out;
    }
};

std::string shown(std::string text) { return Addresses(std::move(text)).shown(); }

}  // namespace

TEST_CASE("mailboxes with and without display names") {
    CHECK(shown("a@b.example") == "[]<a|b.example>");
    CHECK(shown("Ann Lee <a@b.example>, \"Lee, Ann\" <c@d.example>") == "[Ann Lee]<a|b.example>[Lee, Ann]<c|d.example>");
    CHECK(shown("a@b.example (Ann \\(Lee\\))") == "[Ann (Lee)]<a|b.example>");
    CHECK(shown("Ann (the (boss)) <a@(x)b.example> (y)") == "[Ann]<a|b.example>");
    CHECK(shown("\"a b\"@c.example") == "[]<\"a b\"|c.example>");
    CHECK(shown("<\"x@y\"@c.example>") == "[]<\"x@y\"|c.example>");
    CHECK(shown("a@[IPv6:::1]") == "[]<a|[IPv6:::1]>");
    CHECK(shown("a @ b.example") == "[]<a|b.example>");
    CHECK(shown("Ann.Lee\r\n <a@\r\n b.example>") == "[Ann.Lee]<a|b.example>");
}

TEST_CASE("encoded display names, also in quotes and with commas inside") {
    CHECK(shown("=?utf-8?B?5YWN6LS5?= <a@b>") == "[免费]<a|b>");
    CHECK(shown("\"=?utf-8?B?5YWN?= =?utf-8?B?6LS5?=\" <a@b>") == "[免费]<a|b>");
    CHECK(shown("=?utf-8?Q?Lee,_Ann_<x@y>?= <a@b>, c@d") == "[Lee, Ann <x@y>]<a|b>[]<c|d>");
    CHECK(shown("\xC3\xE2\xB7\xD1 <a@b>") == "[免费]<a|b>");
}

TEST_CASE("groups are flattened and obsolete routes dropped") {
    CHECK(shown("Friends: a@b, Ann <c@d>;, e@f") == "[]<a|b>[Ann]<c|d>[]<e|f>");
    CHECK(shown("undisclosed-recipients:;") == "");
    CHECK(shown("<@relay.example,@x.example:a@b>") == "[]<a|b>");
}

TEST_CASE("what is no address has no domain") {
    CHECK(shown("undisclosed-recipients") == "[]<undisclosed-recipients|>");
    CHECK(shown("Your Bank") == "[Your Bank]<|>");
    CHECK(shown("Bank <>") == "[Bank]<|>");
    CHECK(shown("") == "");
    CHECK(shown(",;,") == "");
}

TEST_CASE("broken lists lose no address") {
    CHECK(shown("\"Ann <a@b.example>") == "[\"Ann]<a|b.example>");
    CHECK(shown("Ann <a@b, Bob <c@d>") == "[Ann]<a|b>[Bob]<c|d>");
    CHECK(shown("Ann (x <a@b>") == "[Ann (x]<a|b>");
    CHECK(shown("Ann a@b") == "[Ann]<a|b>");
}

TEST_CASE("mailboxes map to their bytes") {
    const Addresses a("x@y, \"Ann\\\"s\" <ann(c)@b.example>");
    REQUIRE(a.list.size() == 2);
    const Mailbox& m = a.list[1];
    CHECK(bytes(a.file, m.span) == "\"Ann\\\"s\" <ann(c)@b.example>");
    CHECK(m.address.text() == "ann@b.example");
    CHECK(bytes(a.file, m.domain.source()) == "b.example");
    CHECK(bytes(a.file, m.local.source()) == "ann");
    CHECK(bytes(a.file, m.name.source({3, 4})) == "\\\"");
}
