#include "facts/placeholder.h"

#include "sample.h"

using namespace spamlint;

namespace {

std::string engine(const std::string& text) {
    const auto found = placeholders_in_text(text, 100);
    return found.empty() ? "" : std::string(found[0].engine);
}

}  // namespace

TEST_CASE("placeholders of the common engines are found") {
    const std::pair<const char*, const char*> known[] = {
        {"Dear {{name}},", "mustache"},
        {"{{{body}}}", "mustache"},
        {"{{#if a}}", "mustache"},
        {"{{ user.name | default: 'x' }}", "mustache"},
        {"你好 {{姓名}}", "mustache"},
        {"{% if a %}", "liquid-tag"},
        {"{%- endif -%}", "liquid-tag"},
        {"<%= name %>", "erb"},
        {"<% if a %>", "erb"},
        {"Dear <%= @user.name %>", "erb"},
        {"Hi {first_name|there}", "brace"},
        {"<?php echo $a; ?>", "php"},
        {"*|FNAME|*", "mailchimp"},
        {"*|MC:SUBJECT|*", "mailchimp"},
        {"%%FIRST_NAME%%", "percent-percent"},
        {"%%=v(@name)=%%", "ampscript"},
        {"Hi %FIRSTNAME%!", "percent"},
        {"Hi %recipient.name%", "percent"},
        {"${user.name}", "dollar"},
        {"#{name}", "hash"},
        {"[[name]]", "double-bracket"},
        {"@{{ name }}", "mustache"},
        {"{!$User.Name}", "salesforce"},
        {"{!Contact.Name}", "salesforce"},
        {"[FIRST_NAME]", "bracket"},
        {"Dear {name},", "brace"},
        {"Dear {0},", "brace"},
        {"[firstname,fallback=friend]", "campaign-monitor"},
        {"@Model.Name", "razor"},
        {"%{name}", "percent-brace"},
        {"%(name)s", "python"},
        {"Hi {$name}", "smarty"},
        {"##NAME##", "double-hash"},
        {"亲爱的{姓名}：", "brace"},
    };
    for (const auto& [text, expected] : known) CHECK_MESSAGE(engine(text) == expected, text);
}

TEST_CASE("prose, prices, CSS, JSON, markup and code are no placeholders") {
    for (const char* text : {"{",
                             "{}",
                             "50% off 20% more",
                             "100% of 50%",
                             "[1] and [PATCH] [EXTERNAL]",
                             "a { color: red }",
                             "{ \"a\": 1 }",
                             "{\"name\":\"x\"}",
                             "{{1, 2}, {3, 4}}",
                             "int a[2][2] = {{x, y}, {z, w}};",
                             "x[[1]]",
                             "cost: ${",
                             "ls *| sort",
                             "{{{ from a\nimport b }}}",
                             "{$_}",
                             "match {bulk|junk|list} here",
                             "{|x| x + 1}",
                             "#1 ## Heading ##",
                             "*** | *** |",
                             "5*|3",
                             "\\frac{num}{den}",
                             "printf(\"%d%s\")",
                             "a<b and c>d",
                             "<% 5",
                             "if (a) {b} else",
                             "mail@Model.com",
                             "%20name%20",
                             "{color:red}",
                             "50%OFF%"})
        CHECK_MESSAGE(engine(text) == "", std::string(text));
}

TEST_CASE("an expression without its end is found as unclosed") {
    for (const char* text : {"Dear {{ name }, welcome", "{% if name then", "*|FNAME| hello", "Hi ${name"}) {
        const auto found = placeholders_in_text(text, 100);
        REQUIRE_MESSAGE(found.size() == 1, text);
        CHECK_MESSAGE(!found[0].closed, text);
    }
    CHECK(placeholders_in_text("{{name}}", 1)[0].closed);
}

TEST_CASE("an empty fallback is seen") {
    const auto empty = [](const std::string& text) {
        return with_text(text).truth("placeholder", 0, "fallback_empty");
    };
    CHECK(empty("{{ name | default: \"\" }}"));
    CHECK(empty("{{ name | default('') }}"));
    CHECK(empty("{{ name ?? '' }}"));
    CHECK(empty("[firstname,fallback=]"));
    CHECK_FALSE(empty("{{ name | default: \"friend\" }}"));
    CHECK_FALSE(empty("{{ name }}"));
    CHECK_FALSE(empty("{{ defaults }}"));
}

TEST_CASE("placeholders are found in subject, text, links and images, at their bytes") {
    const Sample message =
        sample("From: a@x.org\r\nSubject: Hi {{name}}\r\n", "text/html",
               "<p>Dear {{ first&#95;name }}</p><a href='{{ url }}'>x</a><img src='%7B%7Bimage%7D%7D'><?php a(); ?>");
    REQUIRE(message.number("placeholders.count") == 5);
    CHECK(message.text("placeholder", 0, "in") == "subject");
    CHECK(message.raw(message.elements("placeholder")[0].span) == "{{name}}");
    CHECK(message.text("placeholder", 1, "text") == "{{ first_name }}");
    CHECK(message.raw(message.elements("placeholder")[1].span) == "{{ first&#95;name }}");
    CHECK(message.text("placeholder", 2, "in") == "html");
    CHECK(message.text("placeholder", 3, "in") == "href");
    CHECK(message.text("placeholder", 4, "text") == "{{image}}");
    CHECK(message.number("links.placeholders") == 1);
}

TEST_CASE("a block whose other half is missing is not paired") {
    const auto alone = [](const std::string& text) {
        std::string found;
        for (const Span span : unpaired_blocks(text)) found += text.substr(span.begin, span.size());
        return found;
    };
    CHECK(alone("{% if a %}x") == "{% if a %}");
    CHECK(alone("{%- for a in b -%}{% if c %}x{% endif %}") == "{%- for a in b -%}");
    CHECK(alone("x{% endif %}") == "{% endif %}");
    CHECK(alone("{% for a in b %}{% if c %}{% endfor %}") == "{% if c %}");
    CHECK(alone("{{#if a}}x{{else}}y") == "{{#if a}}");
    CHECK(alone("{{~#each a}}x{{/each}}{{/if}}") == "{{/if}}");
    for (const char* whole :
         {"{% if a %}x{% elsif b %}y{% else %}z{% endif %}", "{% case a %}{% when 1 %}{% endcase %}",
          "{% include 'x' %}", "{% if a %}x{% end %}", "{{#a}}x{{/a}}{{^a}}y{{/a}}", "{{#if a}}x{{^}}y{{/if}}",
          "{{#*inline \"b\"}}{{/inline}}", "{{#> layout}}x{{/layout}}", "{{! a }}{{> part}}", "{{#if a",
          "{% block a %}", "{% set a = 1 %}"})
        CHECK_MESSAGE(alone(whole) == "", whole);
}

TEST_CASE(
    "blocks are paired over the whole template, and one without its half is an element of its own or a known one") {
    const Sample attribute{"<p class='{% if a %}'>x</p><!-- {% endif %} --><style>{{#if b}}</style>",
                           MessageKind::html_template};
    REQUIRE(attribute.elements("placeholder").size() == 1);
    CHECK(attribute.raw(attribute.elements("placeholder")[0].span) == "{{#if b}}");
    CHECK_FALSE(attribute.truth("placeholder", 0, "paired"));
    const Sample text{"<p>{% if a %}x</p>", MessageKind::html_template};
    REQUIRE(text.elements("placeholder").size() == 1);
    CHECK_FALSE(text.truth("placeholder", 0, "paired"));
}

TEST_CASE("a placeholder says what stands beside it on its line") {
    const Sample text = with_text("Hello\r\nrun echo ${name}; twice\r\nBye {{name}}");
    CHECK(text.text("placeholder", 0, "line") == "run echo  ; twice");
    CHECK(text.text("placeholder", 1, "line") == "Bye  ");
    const Sample address = with_html("<a href='https://oakfield-library.org/{{id}}'>x</a>");
    CHECK(address.text("placeholder", 0, "line") == "");
    const Sample long_line = with_text(std::string(150, 'a') + "{{name}}" + std::string(150, 'b'));
    CHECK(long_line.text("placeholder", 0, "line") == std::string(100, 'a') + " " + std::string(100, 'b'));
}

TEST_CASE("fields of FreeMarker, StringTemplate and SendGrid, and what only looks so") {
    const auto engine = [](const char* text) {
        const auto found = placeholders_in_text(text, 100);
        return found.empty() ? std::string() : std::string(found[0].engine) + " " + found[0].text;
    };
    CHECK(engine("Hello ${user.name!}") == "freemarker ${user.name!}");
    CHECK(engine("Hello ${user.name!\"reader\"}") == "freemarker ${user.name!\"reader\"}");
    CHECK(engine("Hello ${(user.name)!'you'}") == "freemarker ${(user.name)!'you'}");
    CHECK(engine("Hello $firstName$,") == "string-template $firstName$");
    CHECK(engine("Hello $first_name$,") == "string-template $first_name$");
    CHECK(engine("Hello -first_name-, welcome") == "sendgrid -first_name-");
    for (const char* plain : {"$x$ and $US$", "costs 5$ or 6$", "from $AUD to $USD", "mother-in-law-", "-well-known-",
                              "a-first_name-b", "--first_name-", "-Wl,-first_name-x", "----------", "-x_-", "$Id$",
                              "$Revision$", "http://a.example/-first_name-/"})
        CHECK_MESSAGE(engine(plain) == "", plain);
}
