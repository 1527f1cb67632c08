#include "message/limits.h"

#include <doctest/doctest.h>

#include "message/messages.h"
#include "repeated.h"

using namespace spamlint;
using namespace spamlint::testing;

namespace {

/// All that the leaves hold, as one string.
std::string all_text(const std::string& file, const Message& message) {
    std::string out;
    for (const Part& part : message.parts)
        if (part.children.empty()) out += bytes(file, part.body);
    return out;
}

}  // namespace

TEST_CASE("deep nesting ends at the limit and hides nothing") {
    std::string multiparts;
    for (int i = 0; i < 1000; ++i) {
        const std::string b = "b" + std::to_string(i);
        multiparts += "Content-Type: multipart/mixed; boundary=" + b + "\n\n--" + b + "\n";
    }
    for (const std::string& file : {multiparts + "\nhidden text\n", repeated("Content-Type: message/rfc822\n\n", 1000) + "\nhidden text\n"}) {
        const Message message = parse(file);
        CHECK(has(message.anomalies, AnomalyKind::limit_depth));
        CHECK(message.parts.back().depth == limits::kDepth);
        CHECK(message.parts.back().is_body_text());
        CHECK(all_text(file, message).find("hidden text") != std::string::npos);
    }
}

TEST_CASE("too many parts end at the limit and hide nothing") {
    const std::string file = "Content-Type: multipart/mixed; boundary=b\n\n" + repeated("--b\n\nx\n", 20'000) + "--b\n\nhidden text\n--b--\n";
    const Message message = parse(file);
    CHECK(message.parts.size() <= limits::kParts);
    CHECK(message.parts.size() + 2 >= limits::kParts);
    CHECK(has(message.anomalies, AnomalyKind::limit_parts));
    CHECK(all_text(file, message).find("hidden text") != std::string::npos);
    CHECK(message.anomalies.size() < 5);
}

TEST_CASE("a long header line is cut short and the header goes on") {
    const std::string file = "Subject: " + std::string(100'000, 'x') + "\n folded\nFrom: a@example.org\n\nbody";
    const Message message = parse(file);
    REQUIRE(message.header().fields.size() == 2);
    CHECK(message.header().fields[0].value.size() < limits::kHeaderLine);
    CHECK(message.header().fields[0].span.end == file.find("\nFrom:"));
    CHECK(has(message.anomalies, AnomalyKind::limit_header_line));
    CHECK(text_of(file) == "body");
}

TEST_CASE("a header beyond its limits goes on as body") {
    const std::string lines = "A: b\n" + repeated(" " + std::string(900, 'x') + "\n", 2000) + "Subject: hidden\n\nbody";
    const Message folded = parse(lines);
    CHECK(has(folded.anomalies, AnomalyKind::limit_header_block));
    CHECK(all_text(lines, folded).ends_with("Subject: hidden\n\nbody"));
    const std::string fields = repeated("A: b\n", 20'000) + "\nbody";
    const Message many = parse(fields);
    CHECK(many.header().fields.size() == limits::kHeaderFields);
    CHECK(has(many.anomalies, AnomalyKind::limit_header_fields));
    CHECK(all_text(fields, many).ends_with("body"));
}

TEST_CASE("a boundary longer than the RFC allows is used and reported") {
    const std::string b(71, 'b');
    const Message message = parse("Content-Type: multipart/mixed; boundary=" + b + "\n\n--" + b + "\n\nx\n--" + b + "--\n");
    CHECK(message.parts.size() == 2);
    CHECK(has(message.anomalies, AnomalyKind::limit_boundary));
    const std::string huge(10'000, 'b');
    const Message text = parse("Content-Type: multipart/mixed; boundary=" + huge + "\n\n--" + huge + "\n\nx\n");
    CHECK(outline(text) == "1 text/plain");
}

TEST_CASE("a map of a million alternating characters becomes coarse, and stays right") {
    std::string file = "Content-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: 8bit\n\n";
    const std::size_t body = file.size();
    file += repeated("\xC3\xE2" "a", 800'000);
    std::vector<Anomaly> anomalies;
    const MappedText text = part_text(file, parse(file).root(), anomalies);
    REQUIRE(text.size() == 4 * 800'000);
    CHECK(text.map()->runs().size() < SourceMap::kFineRuns + 10'000);
    for (std::size_t i = 0; i < 800'000; i += 4999) {
        const Span place = text.source({4 * i, 4 * i + 4});
        CHECK(place.contains(Span{body + 3 * i, body + 3 * i + 3}));
        CHECK(place.size() < 1024);
    }
}

TEST_CASE("lists, parameters and words without end take linear time") {
    std::vector<Anomaly> anomalies;
    for (const char* piece : {"<", "\"", "(", "=?utf-8?Q?", "=?utf-8?B?", "a,", "<@", ":", "[:", "\\", "=?x?q?=?=", "@", "(\\"}) {
        const std::string file = repeated(piece, 100'000);
        CHECK(parse_mailboxes(file, {0, file.size()}, anomalies).size() <= limits::kMailboxes + 1);
        CHECK(decode_value(file, {0, file.size()}, anomalies).size() <= file.size());
    }
    for (const char* piece : {";a=\"", ";a*0*=%", ";(", ";a*1=b", "x(", ";a=(", ";=", ";'", "\\"}) {
        const std::string file = repeated(piece, 100'000);
        CHECK(parse_parameters(file, {0, file.size()}, anomalies).parameters.size() <= 2);
    }
    CHECK(anomalies.size() < 100);
}

TEST_CASE("millions of bytes that are no text do not make it three times as long") {
    const std::string file = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" +
                             repeated("\x80", 1'200'000) + "the end";
    std::vector<Anomaly> anomalies;
    const MappedText text = part_text(file, parse(file).root(), anomalies);
    CHECK(text.size() == 3 * 1'000'000 + 200'000 + 7);
    CHECK(text.text().starts_with("\xEF\xBF\xBD"));
    CHECK(text.text().ends_with("\x1A" "the end"));
    CHECK(text.source({text.size() - 7, text.size()}) == Span{file.size() - 7, file.size()});
    CHECK(has(anomalies, AnomalyKind::bad_charset_bytes));
}

TEST_CASE("text that is far longer in UTF-8 than in its charset is cut, and that is told") {
    const std::string head = "Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: 8bit\n\n";
    const auto read = [&](std::size_t euros, std::vector<Anomaly>& anomalies) {
        const std::string file = head + repeated("\x80", euros);
        return part_text(file, parse(file).root(), anomalies).size();
    };
    std::vector<Anomaly> few, many;
    CHECK(read(4'000'000, few) == 12'000'000);
    CHECK_FALSE(has(few, AnomalyKind::limit_text));
    CHECK(read(5'000'000, many) <= 5'000'000 + limits::kTextGrowth);
    CHECK(has(many, AnomalyKind::limit_text));
}
