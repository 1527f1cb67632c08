#include "sample.h"

using namespace spamlint;

TEST_CASE("subject facts count what makes a subject loud") {
    const Sample message = with_subject("FREE Money!!! really? GET 50 OK");
    CHECK(message.truth("subject.present"));
    CHECK(message.number("subject.upper_words") == 2);
    CHECK(message.cause("subject.upper_words") == "FREE");
    CHECK(message.number("subject.exclamations") == 3);
    CHECK(message.cause("subject.exclamations") == "!!!");
    CHECK(message.number("subject.questions") == 1);
    CHECK(message.number("subject.punctuation_run") == 3);
    CHECK(message.number("subject.digits") == 2);
    CHECK(message.number("subject.upper_ratio") == doctest::Approx(10.0 / 20));
    CHECK(with_subject("免费领取大奖").number("subject.upper_ratio") == 0);
    CHECK_FALSE(Sample("From: a@x.org\r\n\r\nx").truth("subject.present"));
}

TEST_CASE("spaces in a subject are padding, a fold is not") {
    CHECK(with_subject("Hello          world").number("subject.padding") == 10);
    CHECK(with_subject("Hello\r\n        world").number("subject.padding") == 1);
    CHECK(with_subject("=?utf-8?q?Hello____________world?=").number("subject.padding") == 12);
    CHECK(with_subject("Hello world").number("subject.padding") == 1);
}

TEST_CASE("spaces in From are padding too") {
    CHECK(with_from("\"Oakfield      \" <a@x.org>").number("sender.padding") == 6);
    CHECK(with_from("Oakfield Library\r\n      <a@x.org>").number("sender.padding") == 1);
}

TEST_CASE("disguises in a subject are counted") {
    CHECK(with_subject("F R E E E money").number("subject.spaced_out") == 1);
    CHECK(with_subject("P\xD0\xB0ypal notice").number("subject.mixed_script_words") == 1);
    CHECK(with_subject("\xF0\x9D\x90\x85ree").number("subject.styled_letters") == 1);
    const Sample styled("Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nplain \xF0\x9D\x90\x85ree");
    CHECK(styled.fact("text.styled_letters").causes.front().size() == 4);
    CHECK(with_subject("fr\xE2\x80\x8B"
                       "ee")
              .number("subject.ignorables") == 1);
    CHECK(with_subject("caf\xC3\xA9").truth("subject.raw_8bit"));
    CHECK_FALSE(with_subject("=?utf-8?q?caf=C3=A9?=").truth("subject.raw_8bit"));
    CHECK(with_subject("For anna@example.com today").truth("subject.has_address"));
}

TEST_CASE("a subject is held against the text below it") {
    CHECK(with_subject("Meeting minutes", "The minutes of our meeting").number("subject.in_text") == 1);
    CHECK(with_subject("Winner prize", "The minutes of our meeting").number("subject.in_text") == 0);
    CHECK(with_subject("!!", "x").number("subject.in_text") == 1);
}

TEST_CASE("the sender comes apart") {
    const Sample message = with_from("\"Oakfield Library\" <news@mail.oakfield-library.org>");
    CHECK(message.truth("sender.present"));
    CHECK(message.text("sender.name") == "Oakfield Library");
    CHECK(message.text("sender.address") == "news@mail.oakfield-library.org");
    CHECK(message.text("sender.local") == "news");
    CHECK(message.text("sender.host") == "mail.oakfield-library.org");
    CHECK(message.text("sender.domain") == "oakfield-library.org");
    CHECK(message.text("sender.tld") == "org");
    CHECK(message.text("sender.domain_words") == "oakfield-library");
    CHECK(message.number("sender.addresses") == 1);
    CHECK(with_from("a@x.org, b@y.org").number("sender.addresses") == 2);
    CHECK(with_from("newsletterfromthelibrary@x.org").number("sender.local_longest_letters") == 24);
    CHECK(with_from("a@xn--mnchen-3ya.de").truth("sender.punycode"));
}

TEST_CASE("a display name agrees with its domain by word, by label or by initials") {
    const auto named = [](const std::string& from) { return with_from(from).truth("sender.name_in_domain"); };
    CHECK(named("Oakfield Library <a@oakfield-library.org>"));
    CHECK(named("The Oak Field <a@oakfield.org>"));
    CHECK(named("New York Times <a@nytimes.com>"));
    CHECK(named("Café Müller <a@cafemuller.de>"));
    CHECK(named("BBC <a@mail.bbc.co.uk>"));
    CHECK_FALSE(named("a@unrelated.com"));
    CHECK(named("张伟 <a@unrelated.com>"));
    CHECK_FALSE(named("Costco Rewards <a@qkzt-mail.shop>"));
    CHECK_FALSE(named("Al <a@also.org>"));
}

TEST_CASE("a display name is looked for in the links, and the domain in the text") {
    const std::string from = "Costco Rewards <a@qkzt-mail.shop>";
    CHECK(with_from(from, "<a href='https://www.costco.com/x'>go</a>").truth("sender.name_in_links"));
    CHECK_FALSE(with_from(from, "<a href='https://qkzt-mail.shop/x'>go</a>").truth("sender.name_in_links"));
    CHECK(with_from(from, "<a href='https://qkzt-mail.shop/x'>go</a>").truth("sender.in_links"));
    CHECK(with_from("a@oakfield-library.org", "<p>Oakfield Library news</p>").truth("sender.named_in_text"));
    CHECK(with_from("a@oakfieldlibrary.org", "<p>Oakfield Library news</p>").truth("sender.named_in_text"));
    CHECK_FALSE(with_from(from, "<p>Your reward is waiting</p>").truth("sender.named_in_text"));
    CHECK(with_from("a@hm.com", "<p>New at HM today</p>").truth("sender.named_in_text"));
    CHECK_FALSE(with_from("a@ew.com", "<p>New at HM today</p>").truth("sender.named_in_text"));
}

TEST_CASE("addresses and domains in a display name are held against the real one") {
    const Sample other = with_from("\"service@paypal.com\" <x@qkzt.shop>");
    CHECK(other.truth("sender.name_address"));
    CHECK(other.truth("sender.name_address_differs"));
    const Sample same = with_from("\"X@qkzt.shop\" <x@qkzt.shop>");
    CHECK_FALSE(same.truth("sender.name_address_differs"));
    const Sample domain = with_from("\"PayPal.com\" <x@qkzt.shop>");
    CHECK(domain.text("sender.name_domain") == "paypal.com");
    CHECK(domain.truth("sender.name_domain_differs"));
    CHECK_FALSE(with_from("\"Booking.com\" <x@mail.booking.com>").truth("sender.name_domain_differs"));
    const auto named = [](const std::string& name) {
        return with_from("\"" + name + "\" <x@qkzt.shop>").text("sender.name_domain");
    };
    CHECK(named("Amazon.de Support") == "amazon.de");
    CHECK(named("The PayPal.com Service") == "paypal.com");
    for (const char* no_host : {"St. Mary.Smith", "The Dr.No Club", "Node.js Weekly", "J.R.R. Tolkien", "Mary B.Sc."})
        CHECK(named(no_host).empty());
}

TEST_CASE("Reply-To and Message-ID are held against From") {
    const Sample message("From: a@oakfield.org\r\nReply-To: b@other.com\r\nMessage-ID: <1@mail.oakfield.org>\r\n\r\nx");
    CHECK(message.truth("sender.reply_to_present"));
    CHECK(message.text("sender.reply_to_domain") == "other.com");
    CHECK(message.truth("sender.reply_to_differs"));
    CHECK(message.text("sender.message_id_domain") == "oakfield.org");
    CHECK_FALSE(message.truth("sender.message_id_differs"));
}

TEST_CASE("each mailbox is an address element") {
    const Sample message(
        "From: Anna <anna@oakfield.org>\r\nTo: \"x@y.com\" <tom@gamil.com>, b@xn--pypal-4ve.com\r\n\r\nx");
    REQUIRE(message.elements("address").size() == 3);
    CHECK(message.text("address", 0, "field") == "from");
    CHECK(message.text("address", 1, "field") == "to");
    CHECK(message.text("address", 1, "domain") == "gamil.com");
    CHECK(message.text("address", 1, "name_address") == "x@y.com");
    CHECK(message.truth("address", 2, "punycode"));
    CHECK(message.truth("address", 2, "idn_suspicious"));
}

TEST_CASE("an address that is made of the display name is told") {
    const auto told = [](const std::string& from) { return with_from(from).truth("sender.local_is_name"); };
    for (const char* from : {"Anna Berg <anna@a.org>", "Anna Berg <anna.berg@a.org>", "\"Berg, Anna\" <a.berg@a.org>",
                             "Anna Berg <aberg@a.org>", "Anna Berg <bergA@a.org>", "Änna M. Berg <anna.m.berg@a.org>"})
        CHECK_MESSAGE(told(from), from);
    for (const char* from : {"Harbour Bank <info@a.org>", "Anna Berg <anna.info@a.org>", "Offers <offers@a.org>",
                             "Good Drink <good_drink@a.org>", "Anna Berg <a.b@a.org>", "Anna Berg <@a.org>"})
        CHECK_MESSAGE(!told(from), from);
}

TEST_CASE("a display name in the text is told where it stands as words") {
    const std::string from = "Harbour Bank <info@hbgroup-mail.net>";
    CHECK(with_from(from, "<p>HARBOUR BANK plc, 2 Mill Lane</p>").truth("sender.name_in_text"));
    CHECK_FALSE(with_from(from, "<p>Harbour Banking in 2 Mill Lane</p>").truth("sender.name_in_text"));
    CHECK_FALSE(with_from("A <a@a.org>", "<p>A letter</p>").truth("sender.name_in_text"));
}

TEST_CASE("the From domain's label in a link's host is told") {
    const auto told = [](const std::string& from, const std::string& link) {
        return with_from("News <n@" + from + ">", "<a href='" + link + "'>x</a>").truth("sender.label_in_links");
    };
    CHECK(told("filmletter.net", "https://filmletter.substack.com/p/a"));
    CHECK(told("mail.filmletter.net", "https://www.filmletter.net/"));
    CHECK_FALSE(told("filmletter.net", "https://films.substack.com/filmletter.x"));
    CHECK_FALSE(told("t.co", "https://t.substack.com/p/a"));
}
