#include "rules/archive.h"
#include "rules/matcher.h"
#include "rules/predicate.h"
#include "rules/rule_set.h"

namespace spamlint {
namespace {

// Facts, fields and sorts are stored by index: a blob fits only the binary that it was built with. The version says
// how the fields below are laid out.
constexpr std::string_view kMagic = "spamlint rules 5\n";

}  // namespace

// Found by the archives through the types' namespace.
template <typename A>
void fields(A& a, Localised& x) {
    a(x.en), a(x.zh);
}
template <typename A>
void fields(A& a, Pattern& x) {
    a(x.kind), a(x.source), a(x.folded), a(x.skeleton), a(x.own), a(x.needs);
}
template <typename A>
void fields(A& a, Predicate& x) {
    a(x.op), a(x.number), a(x.text), a(x.list), a(x.need), a(x.inner);
}
template <typename A>
void fields(A& a, Condition& x) {
    a(x.subject), a(x.predicate);
}
template <typename A>
void fields(A& a, Step& x) {
    a(x.bound), a(x.points);
}
template <typename A>
void fields(A& a, Price& x) {
    a(x.points), a(x.cap), a(x.steps);
}
template <typename A>
void fields(A& a, SetRate& x) {
    a(x.set), a(x.per_thousand);
}
template <typename A>
void fields(A& a, Evidence& x) {
    a(x.kept), a(x.spam), a(x.ham);
}
template <typename A>
void fields(A& a, SetSize& x) {
    a(x.name), a(x.spam), a(x.ham);
}
template <typename A>
void fields(A& a, PointRange& x) {
    a(x.least), a(x.most);
}
template <typename A>
void fields(A& a, Calibration& x) {
    a(x.min_messages), a(x.spam_share), a(x.even_score), a(x.fitted_share), a(x.whole_set), a(x.error), a(x.warning),
        a(x.info), a(x.penalties);
}
template <typename A>
void fields(A& a, ExampleText& x) {
    a(x.key), a(x.before), a(x.repeat), a(x.after), a(x.times);
}
template <typename A>
void fields(A& a, Example& x) {
    a(x.hit), a(x.texts), a(x.line), a(x.column);
}
template <typename A>
void fields(A& a, Group& x) {
    a(x.id), a(x.title), a(x.cap);
}
template <typename A>
void fields(A& a, Band& x) {
    a(x.verdict), a(x.from);
}
template <typename A>
void fields(A& a, Profile& x) {
    a(x.id), a(x.title), a(x.any);
}
template <typename A>
void fields(A& a, Brand& x) {
    a(x.name), a(x.words), a(x.domains);
}
template <typename A>
void fields(A& a, NamedList& x) {
    a(x.pack), a(x.name), a(x.source), a(x.items), a(x.brands);
}
template <typename A>
void fields(A& a, PackInfo& x) {
    a(x.name), a(x.file), a(x.category), a(x.title), a(x.policy), a(x.date), a(x.sources);
}

template <typename A>
void fields(A& a, Scoring& x) {
    a(x.start), a(x.decay), a(x.disguised_factor), a(x.min_score), a(x.shortest_word), a(x.shortest_han_word);
    a(x.calibration), a(x.groups), a(x.bands), a(x.profiles), a(x.not_judged);
}

/// All that checking a message needs.
template <typename A>
void fields(A& a, Rule& x) {
    a(x.id), a(x.pack), a(x.category), a(x.group), a(x.policy), a(x.title), a(x.why), a(x.fix), a(x.kind),
        a(x.severity);
    a(x.points), a(x.cap), a(x.author), a(x.profiles), a(x.languages), a(x.references), a(x.when);
    a(x.scopes), a(x.with_groups), a(x.distinct), a(x.disguised_only);
    a(x.fact), a(x.above), a(x.steps);
    a(x.sort), a(x.where), a(x.count_below), a(x.count_above);
}

template <typename A>
void fields(A& a, MatcherTables& x) {
    a(x.refs), a(x.sources), a(x.folded), a(x.skeletons), a(x.own), a(x.ref_of_need), a(x.is_byte_need),
        a(x.ref_of_regex), a(x.guards), a(x.guards_end), a(x.scopes);
    a(x.folded_scopes), a(x.raw_scopes), a(x.plain), a(x.joined), a(x.raw), a(x.always), a(x.always_raw),
        a(x.raw_rules);
}

/// What the matcher is made of, and so of no use beside one; and what only people read.
template <typename A>
void details(A& a, Rule& x) {
    a(x.any), a(x.unless), a(x.with), a(x.examples), a(x.milder_than), a(x.evidence);
}

namespace {

void attach(std::vector<Condition>& conditions) {
    for (Condition& condition : conditions) attach_regexes(condition.predicate);
}

}  // namespace

std::string write_rules(const RuleSet& rules) {
    ArchiveWriter writer(kMagic);
    writer(rules.scoring);
    writer(rules.weights.odds_per_point), writer(rules.weights.even_score);
    writer(rules.rules);
    writer(rules.matcher->tables());
    writer(rules.lists);
    writer(rules.packs);
    writer(rules.weights.sets);
    for (Rule rule : rules.rules) details(writer, rule);
    return std::move(writer).take();
}

RuleSet read_rules(std::string_view blob) {
    if (!blob.starts_with(kMagic)) throw std::runtime_error("these bytes are no compiled rules of this version");
    ArchiveReader reader(blob, kMagic.size());
    RuleSet rules;
    reader(rules.scoring);
    reader(rules.weights.odds_per_point), reader(rules.weights.even_score);
    reader(rules.rules);
    MatcherTables tables;
    reader(tables);
    rules.blob = blob;
    rules.unread = reader.offset();
    for (Rule& rule : rules.rules) attach(rule.when), attach(rule.where);
    for (Profile& profile : rules.scoring.profiles)
        for (std::vector<Condition>& alternative : profile.any) attach(alternative);
    rules.matcher = std::make_shared<const Matcher>(std::move(tables));
    return rules;
}

void read_details(RuleSet& rules) {
    if (rules.blob.empty()) return;
    ArchiveReader reader(std::exchange(rules.blob, {}), rules.unread);
    reader(rules.lists);
    reader(rules.packs);
    reader(rules.weights.sets);
    for (Rule& rule : rules.rules) details(reader, rule);
}

}  // namespace spamlint
