#include "facts/code_points.h"
#include "facts/date_syntax.h"
#include "facts/measure.h"

namespace spamlint {
namespace {

/// Decoded value of the first field of a name; "" when it is absent.
std::string_view field_value(const Content& content, std::string_view field) {
    const HeaderField* found = content.is_template() ? nullptr : content.message.header().find(field);
    if (!found) return {};
    return trimmed(
        content.header_values[static_cast<std::size_t>(found - content.message.header().fields.data())].text());
}

Fact present(const Survey& survey, std::string_view field) {
    auto causes = field_cause(survey.content, field);
    return fact_of(!causes.empty(), causes);
}

Fact unsubscribe(const Survey& survey, std::string_view scheme) {
    const std::string_view value = field_value(survey.content, "list-unsubscribe");
    const bool found = find_ignoring_case(value, scheme) != std::string_view::npos;
    return fact_of(found, found ? field_cause(survey.content, "list-unsubscribe") : std::vector<Span>());
}

Fact date_valid(const Survey& survey) {
    const auto causes = field_cause(survey.content, "date");
    return fact_of(causes.empty() || check_date(field_value(survey.content, "date")).valid, causes);
}

Fact date_weekday_right(const Survey& survey) {
    return fact_of(check_date(field_value(survey.content, "date")).weekday_right, field_cause(survey.content, "date"));
}

Fact message_id_valid(const Survey& survey) {
    const auto causes = field_cause(survey.content, "message-id");
    return fact_of(causes.empty() || is_message_id(field_value(survey.content, "message-id")), causes);
}

/// RFC 3834 5: any value but "no" says that no person wrote the message.
Fact auto_submitted(const Survey& survey) {
    const std::string_view value = field_value(survey.content, "auto-submitted");
    return fact_of(!value.empty() && !starts_with_ignoring_case(value, "no"),
                   field_cause(survey.content, "auto-submitted"));
}

Fact precedence_bulk(const Survey& survey) {
    const std::string value = ascii::lowered(field_value(survey.content, "precedence"));
    return fact_of(value == "bulk" || value == "list" || value == "junk", field_cause(survey.content, "precedence"));
}

/// The ways in which mail programs mark a message as urgent (RFC 2156 5.3.4, and the unofficial X- fields).
Fact priority_high(const Survey& survey) {
    const Content& content = survey.content;
    const std::string_view number_value = field_value(content, "x-priority");
    if (!number_value.empty() && (number_value[0] == '1' || number_value[0] == '2'))
        return fact_of(true, field_cause(content, "x-priority"));
    for (const std::string_view field : {"importance", "x-msmail-priority", "priority"}) {
        const std::string value = ascii::lowered(field_value(content, field));
        if (value == "high" || value == "urgent") return fact_of(true, field_cause(content, field));
    }
    return fact_of(false);
}

}  // namespace

std::vector<FactSource> header_facts() {
    return {
        {{"header.list_unsubscribe", truth, "", "There is a List-Unsubscribe field."},
         [](const Survey& s) { return present(s, "list-unsubscribe"); }},
        {{"header.list_unsubscribe_https", truth, "", "List-Unsubscribe holds an https address."},
         [](const Survey& s) { return unsubscribe(s, "https:"); }},
        {{"header.list_unsubscribe_mailto", truth, "", "List-Unsubscribe holds a mailto address."},
         [](const Survey& s) { return unsubscribe(s, "mailto:"); }},
        {{"header.one_click", truth, "", "There is a List-Unsubscribe-Post field (RFC 8058)."},
         [](const Survey& s) { return present(s, "list-unsubscribe-post"); }},
        {{"header.received", truth, "", "There is a Received field: the message is not about to be sent, it was."},
         [](const Survey& s) { return present(s, "received"); }},
        {{"header.bytes", number, "bytes", "Size of the message's header block."},
         [](const Survey& s) { return fact_of(s.content.is_template() ? 0 : s.content.message.header().span.size()); }},
        {{"header.fields", number, "fields", "Fields in the message's header."},
         [](const Survey& s) { return fact_of(s.content.header_values.size()); }},
        {{"header.date_valid", truth, "", "Date keeps to the syntax of RFC 5322 3.3; true when there is none."},
         date_valid},
        {{"header.date_weekday_right", truth, "",
          "The weekday that Date names is the date's; true when none is named."},
         date_weekday_right},
        {{"header.message_id_valid", truth, "", "Message-ID has the form <left@right>; true when there is none."},
         message_id_valid},
        {{"header.auto_submitted", truth, "", "Auto-Submitted says that a program wrote the message (RFC 3834)."},
         auto_submitted},
        {{"header.precedence_bulk", truth, "", "Precedence is bulk, list or junk."}, precedence_bulk},
        {{"header.priority_high", truth, "", "X-Priority, Importance or Priority marks the message as urgent."},
         priority_high},
    };
}

}  // namespace spamlint
