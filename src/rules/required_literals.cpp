#include "rules/required_literals.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <numeric>

#include "span/utf8.h"
#include "text/character.h"
#include "text/words.h"

namespace spamlint {
namespace {

/// Can a text whose ASCII letters are lowered hold this literal in another letter case?
bool has_other_case(std::string_view literal) {
    const auto* at = reinterpret_cast<const unsigned char*>(literal.data());
    const unsigned char* const end = at + literal.size();
    while (at != end) {
        const CodePoint point = utf8::decode(at, end);
        if (point.value >= 0x80 && character(point.value).is(trait::upper | trait::lower)) return true;
        at += point.size;
    }
    return false;
}

bool can_match_without(const re2::FilteredRE2& filter, std::size_t atoms, const std::vector<bool>& left_out) {
    std::vector<int> present, potential;
    for (std::size_t i = 0; i < atoms; ++i)
        if (!left_out[i]) present.push_back(static_cast<int>(i));
    filter.AllPotentials(present, &potential);
    return !potential.empty();
}

/// Which atoms, all of them left out, rule the pattern out though those that are `taken` be present; empty where none
/// do. Atoms are put back while that stays true, short ones first, since long literals occur least.
std::vector<bool> smallest_need(const re2::FilteredRE2& filter, const std::vector<std::string>& atoms,
                                const std::vector<bool>& taken) {
    std::vector<bool> left_out = taken;
    left_out.flip();
    if (atoms.empty() || can_match_without(filter, atoms.size(), left_out)) return {};

    std::vector<std::size_t> order(atoms.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return atoms[a].size() < atoms[b].size(); });
    for (const std::size_t i : order) {
        if (taken[i]) continue;
        left_out[i] = false;
        if (can_match_without(filter, atoms.size(), left_out)) left_out[i] = true;
    }
    return left_out;
}

/// The needs made of literals that are not shorter.
std::vector<std::vector<std::string>> needs_of(const std::string& pattern, int shortest, bool exact_case) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_never_capture(true);
    re2::FilteredRE2 filter(shortest);
    std::vector<std::string> atoms;
    int id = 0;
    if (filter.Add(pattern, options, &id) != re2::RE2::NoError) return {};
    filter.Compile(&atoms);

    std::vector<std::vector<std::string>> needs;
    std::vector<bool> taken(atoms.size(), false);
    for (std::vector<bool> need = smallest_need(filter, atoms, taken); !need.empty();
         need = smallest_need(filter, atoms, taken)) {
        std::vector<std::string> literals;
        for (std::size_t i = 0; i < atoms.size(); ++i) {
            if (!need[i]) continue;
            taken[i] = true;
            literals.push_back(atoms[i]);
        }
        std::sort(literals.begin(), literals.end());
        if (!exact_case || std::none_of(literals.begin(), literals.end(), has_other_case))
            needs.push_back(std::move(literals));
    }
    return needs;
}

/// Nearly every text has it: a word like "your" alone.
bool is_common(std::string_view literal) {
    const std::size_t begin = literal.find_first_not_of(' ');
    if (begin == std::string_view::npos) return true;
    return is_function_word(literal.substr(begin, literal.find_last_not_of(' ') + 1 - begin));
}

bool has_common(const std::vector<std::string>& need) {
    return std::any_of(need.begin(), need.end(), is_common);
}

}  // namespace

std::vector<std::vector<std::string>> required_literals(const std::string& pattern, bool exact_case) {
    // U+212A and U+017F fold to k and s: what ignores case may stand in the text in letters that are not ASCII.
    if (exact_case && pattern.find("(?i") != std::string::npos) return {};
    auto needs = needs_of(pattern, 2, exact_case);
    if (needs.empty()) return needs_of(pattern, 1, exact_case);  // single bytes tell little
    // Beside another need these cost more than they spare.
    if (!std::all_of(needs.begin(), needs.end(), has_common)) std::erase_if(needs, has_common);
    return needs;
}

}  // namespace spamlint
