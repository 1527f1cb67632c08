#include "rules/brands.h"

#include <algorithm>

#include "rules/predicate.h"

namespace spamlint {
namespace {

constexpr std::string_view kAnySuffix = ".*";

/// A host name in lower case, or a label and ".*".
bool is_domain(std::string_view text) {
    if (text.ends_with(kAnySuffix)) text.remove_suffix(kAnySuffix.size());
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
    return !text.empty() && text.front() != '.' && text.back() != '.' && std::all_of(text.begin(), text.end(), fits);
}

std::vector<std::string> read_domains(const YamlNode& node, Problems& problems) {
    std::vector<std::string> domains = read_texts(node, "domains", problems);
    for (const YamlNode& item : node.items)
        if (item.is_scalar() && !is_domain(item.text))
            problems.add(item.place,
                         "'" + item.text + "' is no domain; write it in lower case, without scheme and path");
    return domains;
}

bool is_or_is_below(std::string_view host, std::string_view domain) {
    if (!host.ends_with(domain)) return false;
    return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

const std::string& text_of(const Element& element, const ElementSort& sort, std::string_view field) {
    return std::get<std::string>(element.fields[static_cast<std::size_t>(sort.field_index(field))]);
}

}  // namespace

std::vector<Brand> read_brands(const YamlNode& items, Problems& problems) {
    std::vector<Brand> brands;
    for (const YamlNode& node : items.items) {
        if (!check_keys(node, brand_keys(), "a brand", problems)) continue;
        Brand brand;
        if (const YamlNode* name = node.find("name")) brand.name = read_text(*name, "name", problems).value_or("");
        if (const YamlNode* words = node.find("words")) brand.words = read_texts(*words, "words", problems);
        if (const YamlNode* domains = node.find("domains")) brand.domains = read_domains(*domains, problems);
        if (brand.domains.empty())
            problems.add(node.place, "a brand without domains of its own would be hit in its own mail; add domains");
        brands.push_back(std::move(brand));
    }
    return brands;
}

MessageHosts::MessageHosts(const Facts& facts) {
    const auto add = [&](std::string_view name, auto&& wanted) {
        const int index = element_sort_index(name);
        const ElementSort& sort = element_sorts()[static_cast<std::size_t>(index)];
        for (const Element& element : facts.elements(index))
            if (wanted(element, sort))
                hosts_.push_back({text_of(element, sort, "host"), text_of(element, sort, "domain")});
    };
    add("address", [](const Element& element, const ElementSort& sort) {
        const std::string& field = text_of(element, sort, "field");
        return field == "from" || field == "sender";
    });
    add("link", [](const Element&, const ElementSort&) { return true; });
}

bool MessageHosts::any_of(std::string_view domains) const {
    while (!domains.empty()) {
        const std::string_view domain = domains.substr(0, domains.find(' '));
        if (any_is(domain)) return true;
        domains.remove_prefix(std::min(domains.size(), domain.size() + 1));
    }
    return false;
}

bool MessageHosts::any_is(std::string_view domain) const {
    const bool any_suffix = domain.ends_with(kAnySuffix);
    if (any_suffix) domain.remove_suffix(1);
    return std::any_of(hosts_.begin(), hosts_.end(), [&](const Host& host) {
        return any_suffix ? host.domain.starts_with(domain) : is_or_is_below(host.name, domain);
    });
}

}  // namespace spamlint
