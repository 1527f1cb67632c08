#include "message/header.h"

#include <doctest/doctest.h>

#include "message/messages.h"

using namespace spamlint;
using namespace spamlint::testing;

namespace {

std::vector<Anomaly> anomalies_of(std::string_view file) { return parse(file).anomalies; }

std::string decoded(const std::string& file, const HeaderField& field) {
    std::vector<Anomaly> ignored;
    return decode_value(file, field.value, ignored).text();
}

}  // namespace

TEST_CASE("fields are indexed with their spans") {
    const std::string file = "From: a@example.org\nSubject:  folded\n\ttext \nX-Empty:\nX-Late:\n value\n\nbody";
    const Message message = parse(file);
    const Header& header = message.header();
    REQUIRE(header.fields.size() == 4);
    CHECK(header.fields[1].name == "subject");
    CHECK(bytes(file, header.fields[1].span) == "Subject:  folded\n\ttext ");
    CHECK(bytes(file, header.fields[1].name_span) == "Subject");
    CHECK(bytes(file, header.fields[1].value) == "folded\n\ttext");
    CHECK(decoded(file, header.fields[1]) == "folded\ttext");
    CHECK(header.fields[2].value.empty());
    CHECK(bytes(file, header.fields[3].value) == "value");
    CHECK(bytes(file, header.span) == "From: a@example.org\nSubject:  folded\n\ttext \nX-Empty:\nX-Late:\n value\n");
    CHECK(header.find("x-empty") == &header.fields[2]);
    CHECK(header.find("date") == nullptr);
    CHECK(header.count("from") == 1);
    CHECK(message.anomalies.empty());
}

TEST_CASE("what stands before the header is passed over and reported") {
    for (const char* before : {"\xEF\xBB\xBF", "\n\n", " \r\n", "\xEF\xBB\xBF\n"}) {
        const std::string file = std::string(before) + "Subject: x\n\nbody";
        const Message message = parse(file);
        REQUIRE(message.header().fields.size() == 1);
        CHECK(bytes(file, message.header().fields[0].value) == "x");
        CHECK(has(message.anomalies, AnomalyKind::leading_blank_lines));
    }
    const std::string file = "From a@example.org Thu Jan  1 00:00:00 2026\nSubject: x\n\nbody";
    CHECK(parse(file).header().find("subject") != nullptr);
    CHECK(bytes(file, the(anomalies_of(file), AnomalyKind::mbox_line_in_message).span).starts_with("From a@"));
}

TEST_CASE("a blank line that no header follows ends an empty header") {
    const std::string file = "\nbody text\n";
    CHECK(parse(file).header().fields.empty());
    CHECK(text_of(file) == "body text\n");
}

TEST_CASE("the header may end without a blank line") {
    CHECK(has(anomalies_of("Subject: x"), AnomalyKind::missing_header_end));
    const std::string file = "Subject: x\nDear friend,\nNote: this is text\n";
    CHECK(parse(file).header().fields.size() == 1);
    CHECK(text_of(file) == "Dear friend,\nNote: this is text\n");
    CHECK(has(anomalies_of(file), AnomalyKind::missing_header_end));
    CHECK(text_of("http://example.org/ is text\n") == "http://example.org/ is text\n");
}

TEST_CASE("a stray line does not end the header when it goes on") {
    const std::string file = "Subject: x\nstray words\n folded\nFrom: a@example.org\n\nbody";
    const Message message = parse(file);
    CHECK(message.header().fields.size() == 2);
    CHECK(bytes(file, message.header().fields[0].value) == "x");
    CHECK(bytes(file, the(message.anomalies, AnomalyKind::malformed_header_line).span) == "stray words");
}

TEST_CASE("faults of form in header fields are reported where they stand") {
    const std::string space = "Subject : x\n\n";
    CHECK(parse(space).header().find("subject") != nullptr);
    CHECK(the(anomalies_of(space), AnomalyKind::obsolete_header_space).span == Span{7, 8});
    const std::string raw = "Subject: a \xC3\xA4\xC3\xB6 b\n\n";
    CHECK(bytes(raw, the(anomalies_of(raw), AnomalyKind::raw_8bit_header).span) == "\xC3\xA4\xC3\xB6");
    const std::string nul = std::string("Subject: a") + '\0' + "b\n\nbody";
    CHECK(the(anomalies_of(nul), AnomalyKind::control_in_header).span == Span{10, 11});
    CHECK(bytes(nul, parse(nul).header().fields[0].value).size() == 3);
    CHECK(has(anomalies_of("Subject: " + std::string(990, 'x') + "\n\n"), AnomalyKind::header_line_too_long));
    CHECK_FALSE(has(anomalies_of("Subject: " + std::string(989, 'x') + "\n\n"), AnomalyKind::header_line_too_long));
}

TEST_CASE("fields that may occur once are counted") {
    const std::string file = "Subject: a\nTo: x@y\nSubject: b\nSubject: c\nX-A: 1\nX-A: 2\n\n";
    const auto anomalies = anomalies_of(file);
    REQUIRE(anomalies.size() == 1);
    CHECK(anomalies[0].kind == AnomalyKind::duplicate_field);
    CHECK(anomalies[0].detail == "subject");
    CHECK(bytes(file, anomalies[0].span) == "Subject: b");
}

TEST_CASE("faults of bytes in bodies are reported once a part") {
    CHECK(has(anomalies_of("A: b\n\nx\ry\n"), AnomalyKind::bare_cr));
    CHECK(has(anomalies_of(std::string("A: b\n\nx\0y\0\n", 11)), AnomalyKind::nul_byte));
    CHECK(has(anomalies_of("A: b\n\n" + std::string(999, 'x') + "\n"), AnomalyKind::body_line_too_long));
    CHECK_FALSE(has(anomalies_of("A: b\n\n" + std::string(998, 'x') + "\n"), AnomalyKind::body_line_too_long));
    CHECK(the(anomalies_of("A: b\n\nx\r\ny\r\n"), AnomalyKind::mixed_line_ends).span == Span{7, 9});
    CHECK(anomalies_of("A: b\r\n\r\nx\r\ny\r\n").empty());
}
