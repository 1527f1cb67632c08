#include "rules/predicate.h"

#include <algorithm>

#include "rules/regex.h"
#include "span/ascii.h"
#include "text/fold.h"

namespace spamlint {
namespace {

double number_of(const Value& value) {
    if (const double* number = std::get_if<double>(&value)) return *number;
    if (const bool* truth = std::get_if<bool>(&value)) return *truth ? 1 : 0;
    return 0;
}

/// Is the host an item, or below one?
bool has_suffix(const SortedList& list, std::string_view host) {
    while (true) {
        if (list.has(host)) return true;
        const std::size_t dot = host.find('.');
        if (dot == std::string_view::npos) return false;
        host.remove_prefix(dot + 1);
    }
}

/// test(comparable(text)), which most texts are as they stand.
template <typename Test>
bool on_comparable(const std::string& text, Test&& test) {
    const bool as_it_is = std::none_of(
        text.begin(), text.end(), [](char c) { return ascii::is_upper(c) || static_cast<unsigned char>(c) >= 0x80; });
    return as_it_is ? test(text) : test(comparable(text));
}

/// Spares compiling a pattern for texts without what it needs. Letters beyond ASCII fold to ASCII ones in ways of their
/// own (U+212A is a k), so nothing is known of texts that hold any.
bool may_match(const Predicate& predicate, const std::string& text) {
    if (predicate.need.empty()) return true;
    if (!ascii::is_ascii(text)) return true;
    const std::string lowered = ascii::lowered(text);
    for (std::size_t i = 0; i < predicate.need.size(); ++i)
        if (lowered.find(predicate.need[i]) != std::string::npos) return true;
    return false;
}

bool text_holds(const Predicate& predicate, const std::string& text) {
    switch (predicate.op) {
        case Predicate::Op::equals:
            return ascii::equal_ignoring_case(text, predicate.text) ||
                   (!ascii::is_ascii(text) && comparable(text) == predicate.text);
        case Predicate::Op::in_list:
            return on_comparable(text, [&](std::string_view item) { return predicate.list.has(item); });
        case Predicate::Op::has_suffix:
            return on_comparable(text, [&](std::string_view host) { return has_suffix(predicate.list, host); });
        case Predicate::Op::matches:
            return predicate.regex && may_match(predicate, text) && predicate.regex->found_in(text);
        default:
            return false;
    }
}

bool number_holds(const Predicate& predicate, double number) {
    switch (predicate.op) {
        case Predicate::Op::equals:
            return number == predicate.number;
        case Predicate::Op::above:
            return number > predicate.number;
        case Predicate::Op::at_least:
            return number >= predicate.number;
        case Predicate::Op::below:
            return number < predicate.number;
        case Predicate::Op::at_most:
            return number <= predicate.number;
        default:
            return false;
    }
}

}  // namespace

std::string comparable(std::string_view text) {
    if (!ascii::is_ascii(text)) return fold_word(text);
    return ascii::lowered(text);
}

bool holds(const Predicate& predicate, const Value& value) {
    const auto meets = [&](const Predicate& inner) { return holds(inner, value); };
    switch (predicate.op) {
        case Predicate::Op::negation:
            return !holds(predicate.inner.front(), value);
        case Predicate::Op::any:
            return std::any_of(predicate.inner.begin(), predicate.inner.end(), meets);
        case Predicate::Op::all:
            return std::all_of(predicate.inner.begin(), predicate.inner.end(), meets);
        default:
            break;
    }
    if (const std::string* text = std::get_if<std::string>(&value)) return text_holds(predicate, *text);
    return number_holds(predicate, number_of(value));
}

bool all_hold(const std::vector<Condition>& conditions, const Facts& facts) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        return holds(condition.predicate, facts.fact(condition.subject).value);
    });
}

bool all_hold(const std::vector<Condition>& conditions, const Element& element) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        return holds(condition.predicate, element.fields[static_cast<std::size_t>(condition.subject)]);
    });
}

void attach_regexes(Predicate& predicate) {
    if (predicate.op == Predicate::Op::matches)
        predicate.regex = std::make_shared<const LazyRegex>(predicate.text, true);
    for (Predicate& inner : predicate.inner) attach_regexes(inner);
}

}  // namespace spamlint
