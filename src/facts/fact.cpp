#include "facts/fact.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "facts/measure.h"

namespace spamlint {

std::string_view name(ValueType type) {
    constexpr std::array<std::string_view, 3> names = {"truth", "number", "text"};
    return names[static_cast<std::size_t>(type)];
}

const std::vector<FactSource>& fact_sources() {
    static const std::vector<FactSource> sources = [] {
        std::vector<FactSource> all;
        for (const auto family : {message_facts, header_facts, subject_facts, sender_facts, text_facts, html_facts,
                                  alternatives_facts, link_facts, image_facts, attachment_facts, placeholder_facts}) {
            const auto facts = family();
            all.insert(all.end(), facts.begin(), facts.end());
        }
        return all;
    }();
    return sources;
}

int fact_index(std::string_view name) {
    static const std::unordered_map<std::string_view, int> indices = [] {
        std::unordered_map<std::string_view, int> all;
        for (std::size_t i = 0; i < fact_sources().size(); ++i)
            all.emplace(fact_sources()[i].name, static_cast<int>(i));
        return all;
    }();
    const auto found = indices.find(name);
    return found == indices.end() ? -1 : found->second;
}

const std::vector<ElementSort>& element_sorts() {
    static const std::vector<ElementSort> sorts = {
        header_sort(),      address_sort(), part_sort(),    attachment_sort(), archive_entry_sort(),
        link_sort(),        image_sort(),   hidden_sort(),  active_sort(),     anomaly_sort(),
        placeholder_sort(), comment_sort(), disguise_sort()};
    return sorts;
}

int element_sort_index(std::string_view name) {
    const auto& sorts = element_sorts();
    const auto found = std::ranges::find(sorts, name, &ElementSort::name);
    return found == sorts.end() ? -1 : static_cast<int>(found - sorts.begin());
}

int ElementSort::field_index(std::string_view field) const {
    const auto found = std::ranges::find(fields, field, &Declaration::name);
    return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
}

Facts::Facts(const Content& content)
    : content_(content),
      survey_(std::make_shared<const Survey>(content)),
      facts_(fact_sources().size()),
      elements_(element_sorts().size()) {}

const Fact& Facts::fact(int index) const {
    auto& known = facts_.at(static_cast<std::size_t>(index));
    if (!known) known = fact_sources()[static_cast<std::size_t>(index)].measure(*survey_);
    return *known;
}

const std::vector<Element>& Facts::elements(int sort) const {
    auto& known = elements_.at(static_cast<std::size_t>(sort));
    if (!known) known = element_sorts()[static_cast<std::size_t>(sort)].collect(*survey_);
    return *known;
}

}  // namespace spamlint
