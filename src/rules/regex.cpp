#include "rules/regex.h"

#include <re2/re2.h>

#include <algorithm>

#include "rules/pattern_forms.h"
#include "span/ascii.h"

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

}  // namespace spamlint
