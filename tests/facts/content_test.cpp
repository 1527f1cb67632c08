#include "sample.h"

using namespace spamlint;

namespace {

const ScopedText* find(const Sample& sample, Scope scope, std::size_t index = 0) {
    for (const ScopedText& text : sample.content().texts)
        if (text.scope == scope && index-- == 0) return &text;
    return nullptr;
}

std::string text_of(const Sample& sample, Scope scope, std::size_t index = 0) {
    const ScopedText* found = find(sample, scope, index);
    return found ? found->text.text() : "(none)";
}

}  // namespace

TEST_CASE("scopes have the names that rules use") {
    for (const std::string_view scope :
         {"subject", "from-name", "reply-to-name", "preheader", "text", "hidden", "link-text", "image-alt",
          "attachment-name", "title", "html", "header", "outlook"}) {
        REQUIRE(scope_by_name(scope).has_value());
        CHECK(name(*scope_by_name(scope)) == scope);
    }
    CHECK_FALSE(scope_by_name("body").has_value());
}

TEST_CASE("a message's texts are decoded once and sorted by scope") {
    const Sample message = sample(
        "From: =?utf-8?q?M=C3=BCller?= <a@x.org>\r\nReply-To: Office <b@x.org>\r\nSubject: =?gb2312?B?w+K30Q==?=\r\n",
        "text/html",
        "<html><head><title>News</title></head><body><div style='display:none'>Open me</div><p>Seen "
        "<a href='https://x.org'>here</a> <img src='a.png' alt='Tree'></p>"
        "<p style='display:none'>secret words</p></body></html>");
    CHECK(text_of(message, Scope::subject) == "免费");
    CHECK(text_of(message, Scope::from_name) == "Müller");
    CHECK(text_of(message, Scope::reply_to_name) == "Office");
    CHECK(text_of(message, Scope::preheader).find("Open me") != std::string::npos);
    CHECK(text_of(message, Scope::text).find("Seen here") != std::string::npos);
    CHECK(text_of(message, Scope::text).find("secret") == std::string::npos);
    CHECK(text_of(message, Scope::hidden).find("secret words") != std::string::npos);
    CHECK(text_of(message, Scope::hidden).find("Open me") == std::string::npos);
    CHECK(text_of(message, Scope::link_text) == "here");
    CHECK(text_of(message, Scope::image_alt) == "Tree");
    CHECK(text_of(message, Scope::title) == "News");
    CHECK(text_of(message, Scope::html).starts_with("<html>"));
    CHECK(text_of(message, Scope::header, 2) == "subject: 免费");
    CHECK(message.raw(find(message, Scope::link_text)->text.source()) == "here");
}

TEST_CASE("a header text maps to its bytes, folded or encoded") {
    const Sample message("Subject: one\r\n two =?utf-8?B?5YWN6LS5?= three\r\n\r\n");
    const ScopedText& subject = *find(message, Scope::header);
    CHECK(subject.text.text() == "subject: one two 免费 three");
    const std::string& text = subject.text.text();
    CHECK(message.raw(subject.text.source({text.find("one"), text.find("one") + 3})) == "one");
    CHECK(message.raw(subject.text.source({text.find("two"), text.find("two") + 3})) == "two");
    CHECK(message.raw(subject.text.source({text.find("three"), text.size()})) == "three");
    CHECK(message.raw(subject.text.source({text.find("费"), text.find("费") + 3})) == "6LS5");
    CHECK(message.raw(subject.text.source({0, 7})) == "Subject");
}

TEST_CASE("a nested message's bodies are read, and its own are shown first") {
    const Sample message = multipart("mixed", {"Content-Type: text/plain\r\n\r\nSee below",
                                               "Content-Type: message/rfc822\r\n\r\n"
                                               "Subject: inner\r\nContent-Type: text/html\r\n\r\n<p>inner words</p>"});
    REQUIRE(message.content().bodies.size() == 2);
    CHECK(message.content().bodies[1].nested);
    CHECK(message.content().shown_body() == &message.content().bodies[0]);
    CHECK(text_of(message, Scope::text, 1).find("inner words") != std::string::npos);
}

TEST_CASE("a template is one body of its kind") {
    const Sample html("<p>Hello</p>", MessageKind::html_template);
    REQUIRE(html.content().html_body());
    CHECK(html.content().header_values.empty());
    CHECK(html.truth("message.template"));
    const Sample text("Hello <b>", MessageKind::text_template);
    REQUIRE(text.content().text_body());
    CHECK(text.content().text_body()->visible.text() == "Hello <b>");
}

TEST_CASE("an anomaly is reported once though its field is decoded twice") {
    const Sample message("From: =?utf-8?q?bad<a@x.org>\r\nSubject: caf\xE9\r\n\r\nx");
    std::size_t raw = 0;
    for (const Anomaly& anomaly : message.content().message.anomalies)
        raw += anomaly.kind == AnomalyKind::raw_8bit_header;
    CHECK(raw == 1);
}
