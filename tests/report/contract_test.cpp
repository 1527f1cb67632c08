#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "report/formats.h"
#include "report/sample.h"

using namespace spamlint;
using Json = nlohmann::ordered_json;

namespace {

enum class Type { text, number, integer, truth, list, object };
struct Field {
    const char* name;
    Type type;
};

bool has_type(const Json& value, Type type) {
    switch (type) {
        case Type::text:
            return value.is_string();
        case Type::number:
            return value.is_number();
        case Type::integer:
            return value.is_number_unsigned();
        case Type::truth:
            return value.is_boolean();
        case Type::list:
            return value.is_array();
        case Type::object:
            return value.is_object();
    }
    return false;
}

/// The promised fields come first and in this order; further ones may follow.
void check_fields(const Json& object, const std::vector<Field>& fields) {
    REQUIRE(object.is_object());
    REQUIRE(object.size() >= fields.size());
    auto at = object.begin();
    for (const Field& field : fields) {
        CHECK(at.key() == field.name);
        CHECK_MESSAGE(has_type(at.value(), field.type), field.name);
        ++at;
    }
}

void check_finding(const Json& finding) {
    check_fields(finding, {{"offset", Type::integer},
                           {"length", Type::integer},
                           {"line", Type::integer},
                           {"column", Type::integer},
                           {"end_line", Type::integer},
                           {"end_column", Type::integer},
                           {"part", Type::text},
                           {"in", Type::text},
                           {"text", Type::text},
                           {"disguised", Type::truth}});
    CHECK(finding["line"] >= 1);
    CHECK(finding["column"] >= 1);
}

void check_message(const Json& message) {
    check_fields(message, {{"path", Type::text},
                           {"score", Type::number},
                           {"verdict", Type::text},
                           {"passed", Type::truth},
                           {"deductions", Type::list},
                           {"not_judged", Type::list}});
    CHECK(message["score"] >= 0.0);
    CHECK(message["score"] <= 10.0);
    for (const Json& deduction : message["deductions"]) {
        check_fields(deduction, {{"rule", Type::text},
                                 {"pack", Type::text},
                                 {"category", Type::text},
                                 {"severity", Type::text},
                                 {"points", Type::number},
                                 {"title", Type::text},
                                 {"why", Type::text},
                                 {"fix", Type::text},
                                 {"findings", Type::list}});
        CHECK(!deduction["findings"].empty());
        for (const Json& finding : deduction["findings"]) check_finding(finding);
    }
    for (const Json& text : message["not_judged"]) CHECK(text.is_string());
}

std::string reported(std::string_view format) {
    const RuleSet rules = sample::rules();
    return sample::whole(*make_reporter(format, rules, {.version = "0.1.0"}));
}

}  // namespace

TEST_CASE("json keeps the promised fields, types and order") {
    const Json report = Json::parse(reported("json"));
    check_fields(
        report,
        {{"version", Type::integer}, {"tool", Type::object}, {"messages", Type::list}, {"summary", Type::object}});
    CHECK(report["version"] == 1);
    check_fields(report["tool"], {{"name", Type::text}, {"version", Type::text}});
    check_fields(report["summary"], {{"messages", Type::integer}, {"failed", Type::integer}, {"errors", Type::list}});
    REQUIRE(report["messages"].size() == 2);
    for (const Json& message : report["messages"]) check_message(message);
    CHECK(report["messages"][0]["deductions"].size() == 4);
}

TEST_CASE("json of no message at all is still one object") {
    const RuleSet rules = sample::rules();
    const auto reporter = make_reporter("json", rules, {});
    const Json report = Json::parse(reporter->begin() + reporter->end({0, 0, {"x: y"}}));
    CHECK(report["messages"].empty());
    CHECK(report["summary"]["errors"].size() == 1);
}

TEST_CASE("jsonl has a line per message, each as in json") {
    const std::string lines = reported("jsonl");
    const Json report = Json::parse(reported("json"));
    std::size_t count = 0, at = 0;
    while (at < lines.size()) {
        const std::size_t end = lines.find('\n', at);
        REQUIRE(end != std::string::npos);
        const Json message = Json::parse(lines.substr(at, end - at));
        check_message(message);
        CHECK(message == report["messages"][count++]);
        at = end + 1;
    }
    CHECK(count == 2);
}

TEST_CASE("offsets, lines and columns count bytes of the raw file, in GBK as well") {
    const Json report = Json::parse(reported("json"));
    const Json& findings = report["messages"][0]["deductions"][1]["findings"];
    for (const Json& finding : findings) {
        const std::size_t offset = finding["offset"], length = finding["length"];
        const std::size_t before = sample::file().rfind('\n', offset);
        CHECK(finding["column"] == (before == std::string::npos ? offset + 1 : offset - before));
        CHECK(finding["end_column"] == finding["column"].get<std::size_t>() + length);
    }
    CHECK(findings[3]["line"] == 5);
    CHECK(findings[3]["column"] == 1);
    CHECK(findings[3]["length"] == 4);
}

TEST_CASE("bytes that are no UTF-8 leave json valid") {
    const RuleSet rules = sample::rules();
    LintedMessage message = sample::failing();
    message.path = "\xC3\xE2.eml";
    message.report.deductions[1].findings[0].text = "\xC3\xE2\xFF";
    const std::string text = make_reporter("jsonl", rules, {})->message(message);
    const Json object = Json::parse(text);
    CHECK(object["path"].get<std::string>().find("\xEF\xBF\xBD") != std::string::npos);
}
