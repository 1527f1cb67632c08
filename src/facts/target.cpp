#include "facts/target.h"

#include <algorithm>
#include <map>
#include <set>

#include "facts/addresses_in_text.h"
#include "facts/code_points.h"
#include "facts/measure.h"
#include "facts/placeholder.h"

namespace spamlint {
namespace {

constexpr std::size_t max_targets = 10000;  // bounds memory; a mail with more links is no mail

void finish(Target& target) {
    target.url = parse_url(target.href);
    target.placeholder = !placeholders_in_address(target.href).empty();
}

void read_html_links(const Content& content, const Body& body, std::vector<Target>& targets) {
    const Document& document = *body.document;
    std::vector<std::string> alts(document.links.size());
    for (const Image& image : document.images)
        if (image.link >= 0 && !image.alt.empty())
            alts[static_cast<std::size_t>(image.link)] += image.alt.text() + "\n";
    for (std::size_t i = 0; i < document.links.size(); ++i) {
        const Link& link = document.links[i];
        if (targets.size() == max_targets) return;
        Target target;
        target.span = link.href_source.empty() ? link.element : link.href_source;
        target.part = content.message.parts[static_cast<std::size_t>(body.part)].id;
        target.body = &body;
        target.href = link.href;
        target.place = link.text;
        target.alt = std::move(alts[i]);
        target.text = trimmed(document.slice(link.text).text());
        target.hidden = link.hidden;
        target.image_only = link.has_image && target.text.empty();
        finish(target);
        targets.push_back(std::move(target));
    }
}

void read_text_links(const Content& content, const Body& body, std::vector<Target>& targets) {
    const std::string& text = body.visible.text();
    for (const Span url : urls_in_text(text, max_targets - targets.size())) {
        Target target;
        target.span = body.visible.source(url);
        target.part = content.message.parts[static_cast<std::size_t>(body.part)].id;
        target.body = &body;
        target.place = url;
        target.text = text.substr(url.begin, url.size());
        // Clients make http:// of a bare "www.".
        target.href = (starts_with_ignoring_case(target.text, "www.") ? "http://" : "") + target.text;
        target.plain_text = true;
        finish(target);
        targets.push_back(std::move(target));
    }
}

void keep_first(std::vector<Span>& places, Span place) {
    if (places.size() < max_causes) places.push_back(place);
}

}  // namespace

std::vector<Target> read_targets(const Content& content) {
    std::vector<Target> targets;
    for (const Body& body : content.bodies) {
        if (body.document)
            read_html_links(content, body, targets);
        else
            read_text_links(content, body, targets);
    }
    return targets;
}

bool is_empty_target(const Target& target) {
    const std::string href = ascii::lowered(trimmed(target.href));
    if (href.empty() || href == "#") return true;
    return href.starts_with("javascript:") &&
           (href == "javascript:" || href == "javascript:;" || href.starts_with("javascript:void"));
}

LinkTotals total(const Content& content, const std::vector<Target>& targets, const std::string& own_domain) {
    LinkTotals totals;
    const bool html = content.html_body() != nullptr;
    const Body* shown = content.shown_body();
    std::map<std::string, std::size_t> anchors_by_target, anchors_by_domain;
    std::set<std::string> own, of_shown;
    for (const Target& target : targets) {
        totals.placeholders += target.placeholder;
        if (!target.url.is_web()) continue;
        const bool is_own = !own_domain.empty() && target.url.host.domain == own_domain;
        totals.any_own |= is_own;
        ++totals.count;
        if (target.plain_text == html) continue;
        const std::string address = target.url.target();
        ++totals.anchors;
        if (++anchors_by_target[address] == 1) keep_first(totals.target_places, target.span);
        if (!target.url.host.domain.empty() && ++anchors_by_domain[target.url.host.domain] == 1)
            keep_first(totals.domain_places, target.span);
        if (is_own) own.insert(address);
        if (target.body == shown) of_shown.insert(address);
        totals.plain_http += target.url.scheme == "http";
    }
    totals.distinct = anchors_by_target.size();
    totals.distinct_shown = of_shown.size();
    totals.own = own.size();
    for (const auto& [address, anchors] : anchors_by_target)
        totals.most_repeated = std::max(totals.most_repeated, anchors);
    std::size_t most = 0;
    for (const auto& [domain, anchors] : anchors_by_domain) {
        totals.domains.push_back(domain);
        if (anchors > most) totals.main_domain = domain;
        most = std::max(most, anchors);
    }
    return totals;
}

}  // namespace spamlint
