#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "facts/addresses_in_text.h"
#include "facts/code_points.h"
#include "facts/element_table.h"
#include "facts/host_fields.h"
#include "facts/link_look.h"

namespace spamlint {
namespace {

struct Row {
    const Target& target;
    const Url& url;
    const Host& host;
    std::string own_domain;
    std::string shown_domain;
    std::string shown_address;
    std::string alt_domain;
    std::string nested;  // a URL inside the URL
    LinkLook look;
    bool shown_elsewhere;
};

/// Texts of the links of HTML bodies that the reader sees.
std::unordered_set<std::string_view> texts_shown(const std::vector<Target>& links) {
    std::unordered_set<std::string_view> texts;
    for (const Target& link : links)
        if (!link.hidden && !link.plain_text) texts.insert(trimmed(link.text));
    return texts;
}

double percent_share(std::string_view href) {
    std::size_t escaped = 0;
    for (std::size_t at = 0; at < href.size(); ++at)
        if (percent_escape(href, at) >= 0) escaped += 3;
    return ratio(static_cast<double>(escaped), static_cast<double>(href.size()));
}

bool has_invisible(std::string_view href) {
    for (std::size_t at = 0; at < href.size();)
        if (is_ignorable(next_code_point(href, at))) return true;
    return false;
}

bool odd_scheme_case(std::string_view scheme) {
    const auto upper = std::ranges::count_if(scheme, [](char c) { return c >= 'A' && c <= 'Z'; });
    return upper > 0 && static_cast<std::size_t>(upper) < scheme.size() && !(upper == 1 && scheme[0] < 'a');
}

/// Registrable domain of a host or URL in a text; "" without one.
std::string domain_in(std::string_view text) {
    const std::string host = host_in_text(text);
    return host.empty() ? "" : read_host(host).domain;
}

/// Does it lead to a web page or a mailbox of another domain?
bool leads_away_from(const std::string& domain, const Url& url) {
    const bool known = (url.is_web() || url.scheme == "mailto") && !url.host.domain.empty();
    return known && !domain.empty() && domain != url.host.domain;
}

std::string domain_of_address(const std::string& address) {
    return address.empty() ? "" : read_host(std::string_view(address).substr(address.rfind('@') + 1)).domain;
}

/// The link's text where it is the file name of its address too: "script.pl" of https://oakfield.net/src/script.pl.
std::string shown_file(const Target& target, const Url& url) {
    const std::string_view text = trimmed(target.text);
    const std::string_view file = std::string_view(url.path).substr(url.path.rfind('/') + 1);
    return text.size() == file.size() && starts_with_ignoring_case(text, file) ? std::string(text) : "";
}

std::size_t digits(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return ascii::is_digit(c); }));
}

void add_address_fields(std::vector<Field<Row>>& table) {
    const Field<Row> fields[] = {
        {{"href", text_value, "", "Where it leads, decoded."}, [](const Row& r) { return value(r.target.href); }},
        {{"scheme", text_value, "", "Scheme, lower case; empty for a relative address."},
         [](const Row& r) { return value(r.url.scheme); }},
        {{"host", text_value, "", "Host, lower case, punycode and escapes decoded; of mailto the address's."},
         [](const Row& r) { return value(r.host.name); }},
        {{"port", number, "", "Port; 0 for the scheme's own."}, [](const Row& r) { return value(r.url.port); }},
        {{"path", text_value, "", "Path as written."}, [](const Row& r) { return value(r.url.path); }},
        {{"query", text_value, "", "Query as written, without the question mark."},
         [](const Row& r) { return value(r.url.query); }},
        {{"fragment", text_value, "", "Fragment as written, without the hash."},
         [](const Row& r) { return value(r.url.fragment); }},
    };
    table.insert(table.end(), std::begin(fields), std::end(fields));
}

void add_look_fields(std::vector<Field<Row>>& table) {
    const Field<Row> fields[] = {
        {{"text", text_value, "", "What the reader sees of it."}, [](const Row& r) { return value(r.target.text); }},
        {{"shown_domain", text_value, "", "Registrable domain of a host or URL in its text; empty without one."},
         [](const Row& r) { return value(r.shown_domain); }},
        {{"shown_differs", truth, "", "Its text shows another domain than it leads to, be it a page or a mailbox."},
         [](const Row& r) { return value(leads_away_from(r.shown_domain, r.url)); }},
        {{"shown_file", text_value, "", "Its text where that is the file name of its address too; empty otherwise."},
         [](const Row& r) { return value(shown_file(r.target, r.url)); }},
        {{"shown_address", text_value, "", "E-mail address in its text, lower case; empty without one."},
         [](const Row& r) { return value(r.shown_address); }},
        {{"shown_address_differs", truth, "",
          "Its text shows an e-mail address, and it leads to a page or a mailbox of another domain."},
         [](const Row& r) { return value(leads_away_from(domain_of_address(r.shown_address), r.url)); }},
        {{"alt_domain", text_value, "",
          "Registrable domain of a host or URL in its images' alternative texts; empty without one."},
         [](const Row& r) { return value(r.alt_domain); }},
        {{"alt_differs", truth, "", "Its images' alternative texts show another domain than it leads to."},
         [](const Row& r) { return value(leads_away_from(r.alt_domain, r.url)); }},
        {{"hidden", truth, "", "No reader sees it."}, [](const Row& r) { return value(r.target.hidden); }},
        {{"shown_elsewhere", truth, "", "No reader sees it, but a link with the same text."},
         [](const Row& r) { return value(r.shown_elsewhere); }},
        {{"context", text_value, "",
          "The line that it stands in (100 bytes on either side), its images' alternative texts and its address."},
         [](const Row& r) { return value(context_of(r.target)); }},
        {{"font_px", number, "px", "Size of the smallest visible type in its text; 16 where nothing says."},
         [](const Row& r) { return value(r.look.font_px); }},
        {{"contrast", number, "ratio 1–21", "Least contrast of its visible text against the background."},
         [](const Row& r) { return value(r.look.contrast); }},
        {{"image_only", truth, "", "It holds an image and no text."},
         [](const Row& r) { return value(r.target.image_only); }},
    };
    table.insert(table.end(), std::begin(fields), std::end(fields));
}

void add_oddity_fields(std::vector<Field<Row>>& table) {
    const Field<Row> fields[] = {
        {{"characters", number, "code points", "Length of the address."},
         [](const Row& r) { return value(code_point_count(r.target.href)); }},
        {{"percent_share", number, "ratio 0–1", "Share of the address that is percent-encoded."},
         [](const Row& r) { return value(percent_share(r.target.href)); }},
        {{"userinfo", truth, "", "There is a user name before the host: https://paypal.com@203.0.113.9."},
         [](const Row& r) { return value(!r.url.userinfo.empty()); }},
        {{"ip", truth, "", "The host is an IP address in any spelling."},
         [](const Row& r) { return value(r.host.ip); }},
        {{"local", truth, "",
          "The host is this machine or of a private network: localhost, 127.0.0.1, 192.168.1.2, fe80::1."},
         [](const Row& r) { return value(r.host.local); }},
        {{"ip_in_host", truth, "", "A dotted or dashed IPv4 address is a part of the host name."},
         [](const Row& r) { return value(r.host.ip_in_name); }},
        {{"odd_scheme_case", truth, "", "The scheme mixes capitals and small letters: HTtps."},
         [](const Row& r) { return value(odd_scheme_case(r.url.written_scheme)); }},
        {{"own", truth, "", "It leads to the From domain."},
         [](const Row& r) { return value(!r.own_domain.empty() && r.host.domain == r.own_domain); }},
        {{"plain_text", truth, "", "It stands in a text part."},
         [](const Row& r) { return value(r.target.plain_text); }},
        {{"placeholder", truth, "", "The address holds a template placeholder."},
         [](const Row& r) { return value(r.target.placeholder); }},
        {{"nested_url", truth, "", "Another URL is in the path or query."},
         [](const Row& r) { return value(!r.nested.empty()); }},
        {{"nested_domain", text_value, "", "Registrable domain of that other URL."},
         [](const Row& r) { return value(r.nested.empty() ? std::string() : parse_url(r.nested).host.domain); }},
        {{"nested_foreign", truth, "", "That other URL is on another domain than the link's and From's."},
         [](const Row& r) {
             const std::string inner = r.nested.empty() ? std::string() : parse_url(r.nested).host.domain;
             return value(!inner.empty() && inner != r.host.domain && inner != r.own_domain &&
                          r.host.domain != r.own_domain);
         }},
        {{"empty", truth, "", "It leads nowhere: \"\", \"#\" or javascript:void(0)."},
         [](const Row& r) { return value(is_empty_target(r.target)); }},
        {{"invisible_characters", truth, "", "The address holds zero-width or other invisible characters."},
         [](const Row& r) { return value(has_invisible(r.target.href)); }},
        {{"main_label", text_value, "", "Label before the public suffix: oakfield of www.oakfield.co.uk."},
         [](const Row& r) { return value(r.host.main_label); }},
        {{"labels", number, "labels", "Labels of the host."}, [](const Row& r) { return value(r.host.labels); }},
        {{"digits_in_label", number, "characters", "Digits in the main label."},
         [](const Row& r) { return value(digits(r.host.main_label)); }},
    };
    table.insert(table.end(), std::begin(fields), std::end(fields));
}

const std::vector<Field<Row>>& fields() {
    static const std::vector<Field<Row>> table = [] {
        std::vector<Field<Row>> all;
        add_address_fields(all);
        add_host_fields(all);
        add_look_fields(all);
        add_oddity_fields(all);
        return all;
    }();
    return table;
}

std::vector<Element> collect(const Survey& survey) {
    std::vector<Element> elements;
    const std::string own_domain = survey.sender().host.domain;
    const auto shown = texts_shown(survey.links());
    for (const Target& target : survey.links()) {
        const Row row{target,
                      target.url,
                      target.url.host,
                      own_domain,
                      target.plain_text ? target.url.host.domain : domain_in(target.text),
                      target.plain_text ? "" : mail_address_in(target.text),
                      domain_in(trimmed(target.alt)),
                      nested_url(target.url),
                      look_of(target),
                      target.hidden && shown.contains(trimmed(target.text))};
        elements.push_back(element_of(fields(), row, target.span, target.part));
    }
    return elements;
}

}  // namespace

ElementSort link_sort() {
    return {"link", "A link of an HTML body, or a URL in a text part.", "href", declarations(fields()), collect};
}

}  // namespace spamlint
