#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "rules/finding.h"
#include "rules/rule.h"

namespace spamlint {

/// What is wrong with a pack, for people: "rules/x.yaml:12:5: unknown fact 'links.cuont'; did you mean 'links.count'?"
struct PackProblem {
    std::string file;
    std::size_t line = 0, column = 0;
    std::string message;
};
std::string to_string(const PackProblem& problem);

struct Group {
    std::string id;
    Localised title;
    double cap = 10;
};
/// The verdict of scores from `from` up.
struct Band {
    std::string verdict;
    double from = 0;
};
struct Profile {
    std::string id;
    Localised title;
    std::vector<std::vector<Condition>> any;
};

/// The points that a rule may be given.
struct PointRange {
    double least = 0, most = 10;
};
/// How far points that are fitted on labelled mail may go.
struct Calibration {
    double min_messages = 1;  // a rule that hit fewer keeps its author's points
    double spam_share = 0.5;    // of the reference mix, in which a score has its meaning
    double even_score = 5;      // the score at which that mix shall be counted even
    double fitted_share = 0.5;  // of the mix that points are fitted in
    double whole_set = 1;     // a set with fewer messages of a class weighs less, in proportion
    PointRange error, warning, info;
    std::vector<double> penalties = {1};  // tried in turn: what log-odds away from the author's cost

    const PointRange& range(Severity severity) const;
};

/// The judgements that are not a rule's own: rules/scoring.yaml.
struct Scoring {
    double start = 10;
    double decay = 0.5;             // each further hit of a rule costs this share of the one before
    double disguised_factor = 1.5;  // a disguised hit costs this much more
    double min_score = 5;
    Calibration calibration;
    double shortest_word = 3, shortest_han_word = 2;  // characters; shorter words of rules are warned of as too common
    std::vector<Group> groups;
    std::vector<Band> bands;        // highest first
    std::vector<Profile> profiles;  // the first that the message shows is taken
    std::vector<Localised> not_judged;

    const Group* group(std::string_view id) const;
    const Profile* profile(std::string_view id) const;
};

/// A name that others borrow: its spellings, and the domains that are its own ("ebay.*": under any public suffix).
struct Brand {
    std::string name;
    std::vector<std::string> words, domains;
};
/// A list as a pack declares it, of texts or of brands; items may be references to other lists ("$name", "$pack:name").
struct NamedList {
    std::string pack, name, source;
    std::vector<std::string> items;
    std::vector<Brand> brands;
};
struct PackInfo {
    std::string name, file, category;
    Localised title;
    std::string policy, date;  // of a policy's pack: its name, and the day as of which it was read
    std::vector<std::string> sources;
};

/// A set of labelled messages that points were fitted on.
struct SetSize {
    std::string name;
    std::size_t spam = 0, ham = 0;
};
/// What fitted points rest on, and what they mean: weights.yaml without the rules.
struct Weights {
    double even_score = 5;      // the score of a message that is as likely filtered as not, as counted
    double odds_per_point = 1;  // log-odds of being filtered that a point less adds there
    std::vector<SetSize> sets;  // empty until read_details() where the rules come from a blob
};

class Matcher;

/// Packs made ready to be held against messages. Immutable and shared by threads once built.
struct RuleSet {
    std::vector<Rule> rules;
    Scoring scoring;
    Weights weights;
    std::shared_ptr<const Matcher> matcher;  // words and patterns of all rules; set by prepare()

    // What only `rules …` commands and the loading of further packs need: see read_details().
    std::vector<NamedList> lists;
    std::vector<PackInfo> packs;
    std::string_view blob;   // that holds them from `unread` on; empty once they are read
    std::size_t unread = 0;

    const Rule* find(std::string_view id) const;
    /// The policies that rules belong to, sorted.
    std::vector<std::string_view> policies() const;
};

/// The packs that are built into the binary.
RuleSet default_rules();

/// Reads packs (YAML files or folders of them) on top of `rules`; a rule of a known id replaces it. Problems are
/// all reported at once, sorted by file, line and column, and then `rules` is unchanged. Runs the examples of the
/// packs it reads.
std::vector<PackProblem> load_packs(const std::vector<std::string>& paths, RuleSet& rules);

/// Lays a weights file over the rules: points in effect, evidence, and what a point means. Problems as of load_packs().
std::vector<PackProblem> load_weights(const std::string& path, RuleSet& rules);

/// The rule at these points for its first hit; cap and steps keep their proportion to the author's, in whole tenths.
void set_points(Rule& rule, double points);

/// Runs the examples of all rules, or of the one with this id: those that fail, at their place in the pack.
std::vector<PackProblem> run_examples(const RuleSet& rules, std::string_view id = {});

/// Builds the matcher; needed after rules changed.
void prepare(RuleSet& rules);

/// Rules that are prepared as one blob of bytes, and back, prepared too. Texts and tables are used where they lie in
/// the blob, which must outlive all that is made of it. Throws std::runtime_error where the bytes are no blob of this
/// version.
std::string write_rules(const RuleSet& rules);
RuleSet read_rules(std::string_view blob);
/// Reads examples, lists and packs of rules that came from a blob; does nothing the second time.
void read_details(RuleSet& rules);

struct ApplyOptions {
    std::string profile = "auto";
    std::vector<std::string> policies{};  // whose rules hold beside those that always do
    std::vector<std::string> off{};       // ids of rules that do not hold for this message
};
struct Applied {
    std::string profile;            // the one taken; "" when the message shows none
    std::vector<Finding> findings;  // by rule, then by span
};
Applied apply(const RuleSet& rules, const Facts& facts, const ApplyOptions& options);

}  // namespace spamlint
