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

constexpr std::size_t max_targets = 10000;               // bounds memory; a mail with more links is no mail
constexpr std::size_t max_bytes = std::size_t{2} << 20;  // of addresses and texts, each of which several fields repeat

class TargetReader {
public:
    explicit TargetReader(const Content& content) : content_(content) {}

    Limited<Target> read() && {
        for (const Body& body : content_.bodies) {
            if (body.document)
                read_html(body);
            else
                read_text(body);
        }
        return std::move(targets_);
    }

private:
    Target target(const Body& body, std::string href, std::string text, Span place, Span span) const {
        Target target;
        target.span = span;
        target.part = content_.message.parts[static_cast<std::size_t>(body.part)].id;
        target.body = &body;
        target.href = std::move(href);
        target.text = std::move(text);
        target.place = place;
        return target;
    }

    bool is_full() const { return targets_.items.size() == max_targets; }

    void leave_out(const Target& target) {
        if (targets_.limit) return;
        const std::size_t limit = is_full() ? max_targets : max_bytes;
        targets_.limit = Anomaly{AnomalyKind::limit_links, target.span, target.part, std::to_string(limit)};
    }

    /// One link that is too long does not hide those behind it.
    void add(Target target) {
        const std::size_t bytes = target.href.size() + target.text.size() + target.alt.size();
        if (is_full() || bytes > max_bytes - bytes_) return leave_out(target);
        bytes_ += bytes;
        target.url = parse_url(target.href);
        target.placeholder = !placeholders_in_address(target.href, 1).empty();
        targets_.items.push_back(std::move(target));
    }

    void read_html(const Body& body) {
        const Document& document = *body.document;
        std::vector<std::string> alts(document.links.size());
        for (const Image& image : document.images)
            if (image.link >= 0 && !image.alt.empty())
                alts[static_cast<std::size_t>(image.link)] += image.alt.text() + "\n";
        for (std::size_t i = 0; i < document.links.size() && (!is_full() || !targets_.limit); ++i) {
            const Link& link = document.links[i];
            Target one = target(body, link.href, std::string(trimmed(document.slice(link.text).text())), link.text,
                                link.href_source.empty() ? link.element : link.href_source);
            one.alt = std::move(alts[i]);
            one.hidden = link.hidden;
            one.image_only = link.has_image && one.text.empty();
            add(std::move(one));
        }
    }

    void read_text(const Body& body) {
        const std::string& text = body.visible.text();
        for (const Span place : urls_in_text(text, max_targets - targets_.items.size() + 1)) {
            const std::string url = text.substr(place.begin, place.size());
            // Clients make http:// of a bare "www.".
            const std::string scheme = starts_with_ignoring_case(url, "www.") ? "http://" : "";
            Target one = target(body, scheme + url, url, place, body.visible.source(place));
            one.plain_text = true;
            add(std::move(one));
        }
    }

    const Content& content_;
    Limited<Target> targets_;
    std::size_t bytes_ = 0;
};

void keep_first(std::vector<Span>& places, Span place) {
    if (places.size() < max_causes) places.push_back(place);
}

}  // namespace

Limited<Target> read_targets(const Content& content) {
    return TargetReader(content).read();
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
