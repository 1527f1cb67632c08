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

struct Group { std::string id; Localised title; double cap = 10; };
struct Band { std::string verdict; double from = 0; };   // the verdict of scores from `from` up
struct Profile { std::string id; Localised title; std::vector<std::vector<Condition>> any; };

/// The judgements that are not a rule's own: rules/scoring.yaml.
struct Scoring {
    double start = 10;
    double decay = 0.5;            // each further hit of a rule costs this share of the one before
    double disguised_factor = 1.5; // a disguised hit costs this much more
    double min_score = 5;
    std::vector<Group> groups;
    std::vector<Band> bands;       // highest first
    std::vector<Profile> profiles; // the first that the message shows is taken
    std::vector<Localised> not_judged;
};

class Matcher;

/// Packs made ready to be held against messages. Immutable and shared by threads once built.
struct RuleSet {
    std::vector<Rule> rules;
    Scoring scoring;
    std::shared_ptr<const Matcher> matcher;  // words and patterns of all rules; set by prepare()

    const Rule* find(std::string_view id) const;
};

/// The packs that are built into the binary.
RuleSet default_rules();

/// Reads a pack (a YAML file or a folder of them) on top of `rules`; a rule of a known id replaces it. Problems are
/// all reported at once, and then `rules` is unchanged. Runs the examples of the packs it reads.
std::vector<PackProblem> load_packs(const std::vector<std::string>& paths, RuleSet& rules);

/// Builds the matcher; needed after rules changed.
void prepare(RuleSet& rules);

struct ApplyOptions {
    std::string profile = "auto";
};
struct Applied {
    std::string profile;              // the one taken; "" when the message shows none
    std::vector<Finding> findings;    // by rule, then by span
};
Applied apply(const RuleSet& rules, const Facts& facts, const ApplyOptions& options);

}  // namespace spamlint
