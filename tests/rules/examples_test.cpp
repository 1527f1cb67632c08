#include "rules/examples.h"

#include <doctest/doctest.h>

#include "rules/pack_under_test.h"

using namespace spamlint;

namespace {

Content content_of(const ExampleMessage& built) {
    return read_content(built.file, built.is_template ? wrap_template(built.file, MessageKind::html_template)
                                                      : parse_message(built.file, {0, built.file.size()}));
}
Example example(std::vector<std::pair<std::string, std::string>> fields) {
    Example made;
    for (auto& [key, value] : fields) made.texts.push_back({key, value, {}, {}, 0});
    return made;
}

}  // namespace

TEST_CASE("the default message is well-formed") {
    const ExampleMessage built = build_message(example({}));
    const Content content = content_of(built);
    for (const Anomaly& anomaly : content.message.anomalies) FAIL_CHECK(name(anomaly.kind));
    CHECK(content.subject.text() == "Minutes of Tuesday");
    CHECK(content.from.size() == 1);
    REQUIRE(content.text_body() != nullptr);
    CHECK(content.html_body() == nullptr);
}

TEST_CASE("the text of each scope arrives in that scope") {
    for (int i = 0; i < static_cast<int>(Scope::html); ++i) {
        const Scope scope = static_cast<Scope>(i);
        const std::string text = "免费 & <b> \"alpha\"";
        const ExampleMessage built = build_message(example({{std::string(name(scope)), text}}));
        const Content content = content_of(built);
        CAPTURE(std::string(name(scope)));
        CHECK(content.message.anomalies.empty());
        bool there = false;
        for (const ScopedText& scoped : content.texts)
            there |= scoped.scope == scope && scoped.text.text().find("免费 & ") != std::string::npos;
        CHECK(there);
    }
}

TEST_CASE("header fields are added, replaced, repeated and left out") {
    const ExampleMessage built = build_message(example({{"header", "X-Mailer: a"},
                                                        {"header", "subject: one"},
                                                        {"header", "Subject: two"},
                                                        {"omit", "date"},
                                                        {"omit", "message-id"}}));
    const Content content = content_of(built);
    CHECK(content.message.header().count("subject") == 2);
    CHECK(content.message.header().count("x-mailer") == 1);
    CHECK(content.message.header().count("date") == 0);
    CHECK(content.message.header().count("message-id") == 0);
}

TEST_CASE("bodies and attachments make the parts that they need") {
    const ExampleMessage both = build_message(example({{"text", "a"},
                                                       {"html", "<p>b</p>"},
                                                       {"attachment", "报告.pdf"},
                                                       {"attachment", "x.bin"},
                                                       {"attachment.type", "application/zip"},
                                                       {"attachment.base64", "AAAA"}}));
    const Content content = content_of(both);
    CHECK(content.message.anomalies.empty());
    CHECK(content.message.root().type == "multipart/mixed");
    CHECK(content.text_body() != nullptr);
    CHECK(content.html_body() != nullptr);
    int attachments = 0;
    for (const Part& part : content.message.parts) attachments += part.is_attachment() ? 1 : 0;
    CHECK(attachments == 2);
    CHECK(content.message.parts.back().declared_type == "application/zip");
}

TEST_CASE("a raw message and a template are taken as they are") {
    CHECK(build_message(example({{"message", "Subject: x\n\ny\n"}})).file == "Subject: x\n\ny\n");
    const ExampleMessage built =
        build_message(example({{"template", "<p>Dear {{name}}</p>"}, {"profile", "marketing"}}));
    CHECK(built.is_template);
    CHECK(built.profile == "marketing");
    CHECK(content_of(built).is_template());
}

TEST_CASE("a repeated text is written once and arrives in full") {
    Example made;
    made.texts.push_back({"text", "begin ", "abc ", "end", 1000});
    const ExampleMessage built = build_message(made);
    CHECK(built.file.size() > 4000);
    CHECK(built.file.ends_with("abc abc end\n"));
}
