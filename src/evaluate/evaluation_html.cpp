// One self-contained page: the table of sets, ROC curves and score histograms as SVG, hits per rule, worst messages.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "evaluate/evaluation.h"

namespace spamlint {
namespace {

constexpr double kPlot = 320;  // side of a plot, px
constexpr std::size_t kWorstShown = 25;
constexpr std::array<const char*, 8> kColours{"#1b6ca8", "#c8553d", "#2a9d5c", "#8e5ea2",
                                              "#d4a017", "#3d5a80", "#9c6644", "#555555"};

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

const char* colour(std::size_t index) {
    return kColours[index % kColours.size()];
}

std::string percent(double share) {
    return share < 0 ? "–" : fmt::format("{:.1f} %", 100 * share);
}

std::string curve(const std::vector<RocPoint>& points, const char* stroke) {
    std::string path;
    for (const RocPoint& p : points)
        path += fmt::format("{:.1f},{:.1f} ", p.flagged_ham * kPlot, (1 - p.caught_spam) * kPlot);
    return fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>", path, stroke);
}

std::string roc_plot(const Evaluation& evaluation) {
    std::string svg = fmt::format(
        "<figure><svg viewBox=\"-8 -8 {0} {0}\" width=\"{0}\"><rect width=\"{1}\" height=\"{1}\" class=\"frame\"/>",
        kPlot + 16, kPlot);
    std::string legend;
    for (std::size_t i = 0; i < evaluation.sets.size(); ++i) {
        const auto scored = evaluation.scored(i);
        if (roc_area(scored) < 0) continue;
        svg += curve(roc_curve(scored), colour(i));
        legend += fmt::format("<span style=\"color:{}\">■ {} {:.3f}</span> ", colour(i),
                              escaped(evaluation.sets[i].name), roc_area(scored));
    }
    return svg + "</svg><figcaption>Spam caught (up) against ham flagged (right), with the area. " + legend +
           "</figcaption></figure>";
}

std::string histogram(const std::string& name, const std::vector<Scored>& scored) {
    std::size_t spam = 0, ham = 0;
    for (const Scored& s : scored) ++(s.spam ? spam : ham);
    std::string bars;
    const auto bar = [&bars](double x, std::size_t count, std::size_t all, const char* fill) {
        if (all == 0) return;
        const double height = 120.0 * static_cast<double>(count) / static_cast<double>(all);
        bars += fmt::format(
            "<rect x=\"{:.0f}\" y=\"{:.1f}\" width=\"12\" height=\"{:.1f}\" fill=\"{}\"><title>{}</title></rect>", x,
            120 - height, height, fill, count);
    };
    for (const ScoreBand& band : score_bands(reference_mix({scored}, {}), {})) {
        bar(band.from * 30, band.spam, spam, "#c8553d");
        bar(band.from * 30 + 13, band.ham, ham, "#2a9d5c");
        bars += fmt::format("<text x=\"{:.0f}\" y=\"133\">{:.0f}</text>", band.from * 30 + 8, band.from);
    }
    return fmt::format(
        "<figure><svg viewBox=\"0 0 300 136\" width=\"300\">{}</svg><figcaption>{}: share of spam (red) and ham "
        "(green) by score"
        "</figcaption></figure>",
        bars, escaped(name));
}

std::string set_row(const std::string& name, const std::vector<Scored>& scored) {
    const auto spam = std::count_if(scored.begin(), scored.end(), [](const Scored& s) { return s.spam; });
    const double area = roc_area(scored);
    return fmt::format(
        "<tr><th>{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{:.1f}</td><td>{:.1f}</td></tr>",
        escaped(name), spam, scored.size() - static_cast<std::size_t>(spam),
        area < 0 ? "–" : fmt::format("{:.3f}", area), percent(caught_at(scored, 0.01)),
        percent(caught_at(scored, 0.001)), quantile(scored, true, 0.5), quantile(scored, false, 0.5));
}

std::string sets_table(const Evaluation& evaluation) {
    std::string rows =
        "<table><tr><th>set</th><th>spam</th><th>ham</th><th>ROC area</th><th>caught at 1 %</th><th>at 0.1 %</th>"
        "<th>median spam</th><th>median ham</th></tr>";
    for (std::size_t i = 0; i < evaluation.sets.size(); ++i)
        rows += set_row(evaluation.sets[i].name, evaluation.scored(i));
    return rows + set_row("all", evaluation.scored()) + "</table>";
}

std::string rules_table(const Evaluation& evaluation, const RuleSet& rules) {
    std::string out = "<table><tr><th>rule</th><th>all spam</th><th>all ham</th>";
    for (const auto& set : evaluation.sets) out += "<th>" + escaped(set.name) + "</th>";
    const auto number = [](double value) { return value < 0 ? std::string("–") : fmt::format("{:.1f}", value); };
    for (const RuleHits& hits : evaluation.rule_hits(rules.rules.size())) {
        if (hits.all_spam <= 0 && hits.all_ham <= 0) continue;
        out += fmt::format("</tr><tr><th>{}</th><td>{}</td><td>{}</td>",
                           rules.rules[static_cast<std::size_t>(hits.rule)].id, number(hits.all_spam),
                           number(hits.all_ham));
        for (std::size_t i = 0; i < evaluation.sets.size(); ++i)
            out += "<td>" + number(hits.spam[i]) + " / " + number(hits.ham[i]) + "</td>";
    }
    return out + "</tr></table>";
}

std::string worst_list(const Evaluation& evaluation, bool spam) {
    std::string out = "<ol>";
    for (const Outcome& outcome : evaluation.worst(spam, kWorstShown))
        out += fmt::format("<li>{:.1f} <code>{}</code></li>", outcome.score, escaped(outcome.path));
    return out + "</ol>";
}

constexpr std::string_view kStyle =
    "<style>body{font:15px/1.5 system-ui,sans-serif;max-width:1100px;margin:2em auto;padding:0 1em;color:#222}"
    "table{border-collapse:collapse}td,th{border-bottom:1px solid #ddd;padding:2px "
    "8px;text-align:right;font-weight:normal}"
    "th:first-child{text-align:left}figure{display:inline-block;vertical-align:top;margin:1em 1em 1em "
    "0;max-width:340px}"
    "figcaption{font-size:13px}text{font-size:10px}.frame{fill:none;stroke:#bbb}</style>";

}  // namespace

std::string evaluation_html(const Evaluation& evaluation, const RuleSet& rules) {
    std::string page =
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>spamlint: evaluation</title>";
    page += kStyle;
    page += "</head><body><h1>Evaluation</h1>" + sets_table(evaluation) + roc_plot(evaluation);
    for (std::size_t i = 0; i < evaluation.sets.size(); ++i)
        page += histogram(evaluation.sets[i].name, evaluation.scored(i));
    page += "<h2>Hits of each rule per 1,000 (spam / ham)</h2>" + rules_table(evaluation, rules);
    page += "<h2>Ham with the lowest scores</h2>" + worst_list(evaluation, false);
    page += "<h2>Spam with the highest scores</h2>" + worst_list(evaluation, true);
    return page + "</body></html>\n";
}

}  // namespace spamlint
