#include <algorithm>

#include "facts/address_syntax.h"
#include "facts/addresses_in_text.h"
#include "facts/code_points.h"
#include "facts/element_table.h"
#include "facts/host_fields.h"

namespace spamlint {
namespace {

struct Row {
    std::string_view field;
    const Mailbox& mailbox;
    const Host& host;
};

const std::vector<Field<Row>>& fields() {
    static const std::vector<Field<Row>> table = [] {
        std::vector<Field<Row>> all = {
            {{"field", text_value, "",
              "The header field it stands in: from, sender, reply-to, to or cc; link for one of a mailto: link."},
             [](const Row& r) { return value(r.field); }},
            {{"name", text_value, "", "Display name, decoded."},
             [](const Row& r) { return value(r.mailbox.name.text()); }},
            {{"address", text_value, "", "The address."}, [](const Row& r) { return value(r.mailbox.address.text()); }},
            {{"local", text_value, "", "The address before the @."},
             [](const Row& r) { return value(r.mailbox.local.text()); }},
            {{"host", text_value, "", "The address behind the @, lower case, punycode decoded."},
             [](const Row& r) { return value(r.host.name); }},
            {{"name_address", text_value, "", "An e-mail address in the display name, lower case; empty without one."},
             [](const Row& r) { return value(mail_address_in(r.mailbox.name.text())); }},
        };
        add_host_fields(all);
        return all;
    }();
    return table;
}

constexpr std::size_t most_in_a_link = 100;

/// The address where it stands in the link as written; the whole link where it is written in another way.
Span place_in_link(const Survey& survey, const Target& link, const std::string& address) {
    const std::string written = ascii::lowered(survey.content.file.substr(link.span.begin, link.span.size()));
    const std::size_t at = written.find(ascii::lowered(address));
    if (at == std::string::npos) return link.span;
    return {link.span.begin + at, link.span.begin + at + address.size()};
}

MappedText unmapped(std::string_view text) {
    return {std::string(text), SourceMap()};
}

void add_link_addresses(const Survey& survey, std::vector<Element>& elements) {
    for (const Target& link : survey.links()) {
        for (const std::string& address : mailto_addresses(link.url, most_in_a_link)) {
            if (elements.size() == max_elements) return;
            const std::size_t at = std::min(address.rfind('@'), address.size());
            const std::string_view domain = std::string_view(address).substr(std::min(at + 1, address.size()));
            const Mailbox mailbox{{}, {}, unmapped(address), unmapped(address.substr(0, at)), unmapped(domain)};
            const Host host = domain.empty() ? Host() : read_host(domain);
            elements.push_back(
                element_of(fields(), Row{"link", mailbox, host}, place_in_link(survey, link, address), link.part));
        }
    }
}

std::vector<Element> collect(const Survey& survey) {
    const Content& content = survey.content;
    const std::pair<std::string_view, const std::vector<Mailbox>&> lists[] = {{"from", content.from},
                                                                              {"sender", content.sender},
                                                                              {"reply-to", content.reply_to},
                                                                              {"to", content.to},
                                                                              {"cc", content.cc}};
    std::vector<Element> elements;
    for (const auto& [field, mailboxes] : lists) {
        for (const Mailbox& mailbox : mailboxes) {
            if (elements.size() == max_elements) return elements;
            const Host host = mailbox.domain.empty() ? Host() : read_host(mailbox.domain.text());
            elements.push_back(element_of(fields(), Row{field, mailbox, host}, mailbox.span, ""));
        }
    }
    add_link_addresses(survey, elements);
    return elements;
}

}  // namespace

ElementSort address_sort() {
    return {"address", "A mailbox of From, Sender, Reply-To, To or Cc, or an address of a mailto: link.", "address",
            declarations(fields()), collect};
}

}  // namespace spamlint
