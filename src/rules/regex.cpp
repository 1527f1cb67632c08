#include "rules/regex.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <numeric>

#include "rules/pattern_forms.h"
#include "span/ascii.h"
#include "span/utf8.h"
#include "text/character.h"
#include "text/words.h"

namespace spamlint {
namespace {

// RE2 instructions, forwards or backwards. `.{0,60}` has 544, `\p{Han}{0,20}` 1,564; `[^\n]{0,1000}x[^\n]{0,1000}`
// has 18,005 and takes a second on 100 KB.
constexpr int kMaxProgramSize = 4000;

constexpr std::size_t kTriesPerWindow = 8;

re2::RE2::Options options(bool fold_case) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!fold_case);
    options.set_never_capture(true);
    return options;
}

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
    re2::FilteredRE2 filter(shortest);
    std::vector<std::string> atoms;
    int id = 0;
    if (filter.Add(pattern, options(false), &id) != re2::RE2::NoError) return {};
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

/// The match that RE2 finds first, or an empty span at the window's end: an accepted pattern matches no empty text, but
/// one of mere \b may match between two characters, which is passed over.
Span search(const re2::RE2& regex, std::string_view text, Span window, re2::RE2::Anchor anchor) {
    re2::StringPiece match;
    while (window.begin <= window.end &&
           regex.Match({text.data(), text.size()}, window.begin, window.end, anchor, &match, 1)) {
        const auto begin = static_cast<std::size_t>(match.data() - text.data());
        if (!match.empty()) return {begin, begin + match.size()};
        if (anchor != re2::RE2::UNANCHORED) break;
        window.begin = begin + 1;
    }
    return {window.end, window.end};
}

}  // namespace

LazyRegex::LazyRegex(std::string_view pattern, bool fold_case) : pattern_(pattern), fold_case_(fold_case) {}
LazyRegex::~LazyRegex() = default;

std::unique_ptr<const re2::RE2> LazyRegex::compile(std::string_view form, bool ascii) const {
    re2::RE2::Options chosen = options(fold_case_);
    if (ascii) chosen.set_encoding(re2::RE2::Options::EncodingLatin1);
    return std::make_unique<const re2::RE2>(ascii ? ascii_form(form) : std::string(form), chosen);
}

const re2::RE2& LazyRegex::exact(bool ascii) const {
    Compiled& compiled = exact_[ascii ? 1 : 0];
    std::call_once(compiled.once, [&] { compiled.regex = compile(pattern_, ascii); });
    return compiled.regex->ok() || !ascii ? *compiled.regex : exact(false);
}

/// nullptr where the pattern has no relaxed form.
const re2::RE2* LazyRegex::relaxed(bool ascii) const {
    Compiled& compiled = relaxed_[ascii ? 1 : 0];
    std::call_once(compiled.once, [&] {
        if (const std::string form = relaxed_form(pattern_); !form.empty()) compiled.regex = compile(form, ascii);
        if (compiled.regex && !compiled.regex->ok()) compiled.regex = nullptr;
    });
    return compiled.regex.get();
}

/// Few of the searches find anything: the relaxed pattern tells so before the pattern itself is even compiled.
bool LazyRegex::may_match(std::string_view text, Span window, bool ascii) const {
    const re2::RE2* const regex = relaxed(ascii);
    return !regex ||
           regex->Match({text.data(), text.size()}, window.begin, window.end, re2::RE2::UNANCHORED, nullptr, 0);
}

/// The leftmost match in the window, or an empty span at its end. Where the pattern can begin is asked of its relaxed
/// form: a search that may begin anywhere counts its long repeats from each begin at once, in states that it builds
/// anew for nearly every byte (1,000 cycles each); a search from one begin needs a few. Each try may go over the whole
/// window: when none of `tries` are left, one search for all that remains it is.
Span LazyRegex::first_match(std::string_view text, Span window, bool ascii, std::size_t& tries) const {
    const re2::RE2* const regex = relaxed(ascii);
    for (; regex && tries > 0; --tries) {
        const Span begin = search(*regex, text, window, re2::RE2::UNANCHORED);
        if (begin.empty()) return begin;
        const Span match = search(exact(ascii), text, {begin.begin, window.end}, re2::RE2::ANCHOR_START);
        if (!match.empty()) {
            --tries;
            return match;
        }
        window.begin = begin.begin + 1;
    }
    return search(exact(ascii), text, window, re2::RE2::UNANCHORED);
}

bool LazyRegex::found_in(std::string_view text) const {
    const bool ascii = ascii::is_ascii(text);
    return may_match(text, {0, text.size()}, ascii) &&
           re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), exact(ascii));
}

std::vector<Span> LazyRegex::matches(std::string_view text, const std::vector<Span>& windows, std::size_t most) const {
    std::vector<Span> spans;
    for (Span window : windows) {
        const bool ascii = ascii::is_ascii(text.substr(window.begin, window.size()));
        std::size_t tries = kTriesPerWindow;
        while (spans.size() < most) {
            const Span match = first_match(text, window, ascii, tries);
            if (match.empty()) break;
            spans.push_back(match);
            window.begin = match.end;
        }
    }
    return spans;
}

std::string pattern_fault(const std::string& pattern, bool fold_case) {
    const re2::RE2 compiled(pattern, options(fold_case));
    if (!compiled.ok()) return "bad pattern: " + compiled.error() + "; see RE2's syntax";
    const int size = std::max(compiled.ProgramSize(), compiled.ReverseProgramSize());
    if (size > kMaxProgramSize)
        return "pattern too costly: " + std::to_string(size) + " RE2 instructions, " + std::to_string(kMaxProgramSize) +
               " are allowed; use smaller repeats or classes";
    if (re2::RE2::FullMatch("", compiled)) return "pattern matches the empty text; make it demand something";
    return {};
}

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
