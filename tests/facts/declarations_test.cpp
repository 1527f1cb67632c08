#include <set>

#include "sample.h"

using namespace spamlint;

namespace {

std::vector<Sample> varied_samples() {
    std::vector<Sample> samples;
    samples.push_back(
        with_text("See https://oakfield-library.org/minutes and reply to anna@oakfield-library.org.\r\n"));
    samples.push_back(
        with_html("<html lang=en><title>News</title><body><table><tr><td><a href='http://x.com/a'>x.com</a>"
                  "<img src='data:image/png;base64,AAAA' width=3 height=3></td></tr></table><!-- note -->"
                  "<div style='display:none'>hidden words here</div><script>1</script></body></html>"));
    samples.push_back(multipart("alternative", {"Content-Type: text/plain\r\n\r\nHello there",
                                                "Content-Type: text/html\r\n\r\n<p>Hello there</p>"}));
    samples.push_back(
        multipart("mixed", {"Content-Type: text/plain\r\n\r\nHello {{name}}", attached("a.txt", "text/plain", "abc"),
                            "Content-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ninner text"}));
    samples.push_back(Sample("<p>Hello {{ name }}</p>", MessageKind::html_template));
    samples.push_back(Sample("Hello *|FNAME|*", MessageKind::text_template));
    samples.push_back(Sample(""));
    samples.push_back(Sample(std::string("\0\xFF\xFE\r\r\n\n:", 8)));
    samples.push_back(
        Sample("From: \xBF\xB4\r\nFrom: b@\r\nSubject: =?x?q?=?=\r\nDate: never\r\n\r\n\xC4\xE3\xBA\xC3"));
    samples.push_back(Sample("Subject: =?gb2312?B?w+K30Q==?=\r\nContent-Type: multipart/mixed\r\n\r\n"));
    return samples;
}

bool agrees(const Value& value, ValueType type) {
    return value.index() == static_cast<std::size_t>(type);
}

void check_declaration(const Declaration& declared, std::set<std::string_view>& names) {
    CHECK_MESSAGE(names.insert(declared.name).second, declared.name);
    CHECK_MESSAGE(declared.meaning.size() > 10, declared.name);
    CHECK_MESSAGE(declared.meaning.back() == '.', declared.name);
    CHECK_MESSAGE((declared.type == ValueType::number || declared.unit.empty()), declared.name);
}

}  // namespace

TEST_CASE("facts have unique names of a family and a word, and a meaning") {
    std::set<std::string_view> names;
    for (const FactSource& source : fact_sources()) {
        check_declaration(source, names);
        CHECK_MESSAGE(source.name.find('.') != std::string_view::npos, source.name);
        CHECK(fact_sources()[static_cast<std::size_t>(fact_index(source.name))].name == source.name);
    }
    CHECK(names.size() > 120);
    CHECK(fact_index("links.cuont") == -1);
}

TEST_CASE("sorts of elements have unique fields with a meaning, and show one of them") {
    std::set<std::string_view> sorts;
    for (const ElementSort& sort : element_sorts()) {
        CHECK(sorts.insert(sort.name).second);
        CHECK(sort.meaning.back() == '.');
        CHECK_MESSAGE(sort.field_index(sort.shown) >= 0, sort.name);
        std::set<std::string_view> names;
        for (const Declaration& field : sort.fields) check_declaration(field, names);
        CHECK(sort.field_index("no such field") == -1);
    }
    CHECK(sorts.size() == 13);
    CHECK(element_sort_index("lnk") == -1);
}

TEST_CASE("every fact and field has its declared type, and every span is inside the file, on varied messages") {
    for (const Sample& each : varied_samples()) {
        const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= each.file().size(); };
        for (std::size_t i = 0; i < fact_sources().size(); ++i) {
            const Fact& fact = each.facts().fact(static_cast<int>(i));
            CHECK_MESSAGE(agrees(fact.value, fact_sources()[i].type), fact_sources()[i].name);
            CHECK_MESSAGE(fact.causes.size() <= 20, fact_sources()[i].name);
            for (const Span cause : fact.causes) CHECK_MESSAGE(inside(cause), fact_sources()[i].name);
        }
        for (std::size_t sort = 0; sort < element_sorts().size(); ++sort) {
            for (const Element& element : each.facts().elements(static_cast<int>(sort))) {
                REQUIRE(element.fields.size() == element_sorts()[sort].fields.size());
                CHECK_MESSAGE(inside(element.span), element_sorts()[sort].name);
                for (std::size_t i = 0; i < element.fields.size(); ++i)
                    CHECK_MESSAGE(agrees(element.fields[i], element_sorts()[sort].fields[i].type),
                                  element_sorts()[sort].fields[i].name);
            }
        }
    }
}

TEST_CASE("texts of facts and fields are UTF-8 whatever the file holds") {
    const Sample each = Sample(
        "From: \"\xFF\" <a@\xFF.org>\r\nMessage-ID: <a@\xFE>\r\n\xFD: x\r\nContent-Type: text/html\r\n\r\n"
        "<!-- \xFF --><a href='http://%FF\xFE.com/\xFF'>\xFF</a>{{\xFF\xFE}}");
    const auto valid = [](const Value& value) {
        const auto* text = std::get_if<std::string>(&value);
        return !text || text->find_first_of("\xFF\xFE\xFD") == std::string::npos;
    };
    for (std::size_t i = 0; i < fact_sources().size(); ++i)
        CHECK_MESSAGE(valid(each.facts().fact(static_cast<int>(i)).value), fact_sources()[i].name);
    for (std::size_t sort = 0; sort < element_sorts().size(); ++sort)
        for (const Element& element : each.facts().elements(static_cast<int>(sort)))
            for (const Value& value : element.fields) CHECK_MESSAGE(valid(value), element_sorts()[sort].name);
}

TEST_CASE("a fact is measured once") {
    const Sample each = with_text("Hello");
    CHECK(&each.fact("text.words") == &each.fact("text.words"));
    CHECK(&each.elements("link") == &each.elements("link"));
}
