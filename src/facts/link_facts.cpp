#include <algorithm>

#include "facts/measure.h"

namespace spamlint {
namespace {

constexpr double fewest_words = 20;  // so that a link below one sentence is no flood

std::vector<Span> web_links(const Survey& survey) {
    return link_causes(survey, [](const Target& target) { return target.url.is_web(); });
}

template <typename T>
Fact of_links(const Survey& survey, T measured) {
    return fact_of(std::move(measured), web_links(survey));
}

Fact per_100_words(const Survey& survey) {
    const Body* shown = survey.content.shown_body();
    const double words = shown ? static_cast<double>(shown->counts.words) : 0;
    return of_links(survey,
                    100 * static_cast<double>(survey.link_totals().distinct_shown) / std::max(fewest_words, words));
}

Fact plain_http(const Survey& survey) {
    return fact_of(survey.link_totals().plain_http,
                   link_causes(survey, [](const Target& t) { return t.url.scheme == "http"; }));
}

Fact http_only(const Survey& survey) {
    const LinkTotals& totals = survey.link_totals();
    return of_links(survey, totals.anchors > 0 && totals.plain_http == totals.anchors);
}

Fact one_domain(const Survey& survey) {
    const LinkTotals& totals = survey.link_totals();
    return of_links(survey, totals.distinct > 0 && totals.domains.size() == 1);
}

Fact foreign(const Survey& survey) {
    const std::string own = survey.sender().host.domain;
    return fact_of(survey.link_totals().distinct - survey.link_totals().own,
                   link_causes(survey, [&](const Target& t) { return t.url.is_web() && t.url.host.domain != own; }));
}

Fact main_domain(const Survey& survey) {
    const std::string& domain = survey.link_totals().main_domain;
    return fact_of(domain,
                   link_causes(survey, [&](const Target& t) { return t.url.is_web() && t.url.host.domain == domain; }));
}

Fact main_domain_own(const Survey& survey) {
    const std::string& domain = survey.link_totals().main_domain;
    return of_links(survey, !domain.empty() && domain == survey.sender().host.domain);
}

Fact repeat_share(const Survey& survey) {
    const LinkTotals& totals = survey.link_totals();
    return of_links(survey, ratio(static_cast<double>(totals.most_repeated), static_cast<double>(totals.anchors)));
}

}  // namespace

std::vector<FactSource> link_facts() {
    return {
        {{"links.count", number, "links", "All http and https links, URLs of text parts too."},
         [](const Survey& s) { return of_links(s, s.link_totals().count); }},
        {{"links.targets", number, "targets",
          "Distinct http and https addresses, fragments left out, of the HTML bodies, or of the text where there is no "
          "HTML."},
         [](const Survey& s) { return fact_of(s.link_totals().distinct, s.link_totals().target_places); }},
        {{"links.domains", number, "domains", "Distinct registrable domains of these targets."},
         [](const Survey& s) { return fact_of(s.link_totals().domains.size(), s.link_totals().domain_places); }},
        {{"links.per_100_words", number, "targets per 100 words",
          "Targets of the shown body for each 100 of its words, at least 20 words assumed."},
         per_100_words},
        {{"links.http_only", truth, "", "There are links, and all are plain http."}, http_only},
        {{"links.plain_http", number, "links", "Links over plain http."}, plain_http},
        {{"links.own", number, "targets", "Targets on the From domain."},
         [](const Survey& s) { return of_links(s, s.link_totals().own); }},
        {{"links.own_share", number, "ratio 0–1", "Share of the targets that are on the From domain; 0 without any."},
         [](const Survey& s) {
             return of_links(
                 s, ratio(static_cast<double>(s.link_totals().own), static_cast<double>(s.link_totals().distinct)));
         }},
        {{"links.foreign", number, "targets", "Targets on other domains than From's."}, foreign},
        {{"links.one_domain", truth, "", "There are targets, and all are on one domain."}, one_domain},
        {{"links.repeat_share", number, "ratio 0–1", "Share of the links that lead to the most frequent target."},
         repeat_share},
        {{"links.main_domain", text_value, "", "Registrable domain that most links lead to."}, main_domain},
        {{"links.main_domain_own", truth, "", "Most links lead to the From domain."}, main_domain_own},
        {{"links.placeholders", number, "links", "Links whose address holds a template placeholder."},
         [](const Survey& s) {
             return fact_of(s.link_totals().placeholders,
                            link_causes(s, [](const Target& t) { return t.placeholder; }));
         }},
    };
}

}  // namespace spamlint
