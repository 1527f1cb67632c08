// compile-packs RULES_DIR OUT: reads all packs below RULES_DIR, runs their examples and writes them as one blob.
// Prints every problem, one a line, and writes nothing where there is any.
#include <fstream>
#include <iostream>

#include "rules/rule_set.h"

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: compile-packs RULES_DIR OUT\n";
        return 2;
    }
    spamlint::RuleSet rules;
    const auto problems = spamlint::load_packs({argv[1]}, rules);
    for (const spamlint::PackProblem& problem : problems) std::cerr << to_string(problem) << "\n";
    if (!problems.empty()) {
        std::cerr << problems.size() << " problems\n";
        return 1;
    }
    std::ofstream out(argv[2], std::ios::binary);
    out << spamlint::write_rules(rules);
    if (!out.flush()) {
        std::cerr << argv[2] << ": cannot be written\n";
        return 1;
    }
    std::cout << rules.rules.size() << " rules in " << rules.packs.size() << " packs\n";
}
