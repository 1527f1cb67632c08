#include "cli/condition_text.h"

#include <fmt/format.h>

namespace spamlint {
namespace {

constexpr std::size_t most_items = 12;  // of a list; the rest is counted

std::string items_text(const SortedList& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size() && i < most_items; ++i) text.append(i == 0 ? "" : ", ").append(items[i]);
    return items.size() > most_items ? fmt::format("{} … (+{})", text, items.size() - most_items) : text;
}

std::string predicate_text(const std::string& subject, const Predicate& predicate);

std::string inner_text(const std::string& subject, const Predicate& predicate, std::string_view between) {
    std::string text;
    for (const Predicate& inner : predicate.inner) {
        if (!text.empty()) text += between;
        text += predicate_text(subject, inner);
    }
    return "(" + text + ")";
}

std::string predicate_text(const std::string& subject, const Predicate& predicate) {
    switch (predicate.op) {
        case Predicate::Op::equals:
            return predicate.text.empty() ? fmt::format("{} = {}", subject, predicate.number)
                                          : fmt::format("{} = {}", subject, predicate.text);
        case Predicate::Op::above:
            return fmt::format("{} > {}", subject, predicate.number);
        case Predicate::Op::at_least:
            return fmt::format("{} ≥ {}", subject, predicate.number);
        case Predicate::Op::below:
            return fmt::format("{} < {}", subject, predicate.number);
        case Predicate::Op::at_most:
            return fmt::format("{} ≤ {}", subject, predicate.number);
        case Predicate::Op::in_list:
            return fmt::format("{} in: {}", subject, items_text(predicate.list));
        case Predicate::Op::has_suffix:
            return fmt::format("{} ends with: {}", subject, items_text(predicate.list));
        case Predicate::Op::matches:
            return fmt::format("{} matches /{}/", subject, predicate.text);
        case Predicate::Op::negation:
            return "not " + inner_text(subject, predicate, " and ");
        case Predicate::Op::any:
            return inner_text(subject, predicate, " or ");
        case Predicate::Op::all:
            return inner_text(subject, predicate, " and ");
    }
    return subject;
}

}  // namespace

std::vector<std::string> condition_texts(const std::vector<Condition>& conditions,
                                         const std::function<std::string(int)>& name_of_subject) {
    std::vector<std::string> texts;
    for (const Condition& condition : conditions) {
        texts.push_back(predicate_text(name_of_subject(condition.subject), condition.predicate));
    }
    return texts;
}

}  // namespace spamlint
