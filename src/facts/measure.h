#pragma once

#include <algorithm>
#include <concepts>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/code_points.h"
#include "facts/fact.h"
#include "facts/survey.h"
#include "span/occurrences.h"

namespace spamlint {

constexpr std::size_t max_causes = Occurrences::most;  // spans that show a fact
constexpr std::size_t max_elements = 10000;            // of one sort; bounds memory on hostile mail

inline Value value(bool truth) {
    return truth;
}
template <typename T>
requires(std::integral<T> || std::floating_point<T>) && (!std::same_as<T, bool>)Value value(T number) {
    return static_cast<double>(number);
}
// Texts are UTF-8 in reports whatever the file holds.
inline Value value(std::string text) {
    return valid_utf8(std::move(text));
}
inline Value value(std::string_view text) {
    return valid_utf8(std::string(text));
}
inline Value value(const char* text) {
    return std::string(text);
}

/// A fact from a plain value and the spans that show it.
template <typename T>
Fact fact_of(T measured, std::vector<Span> causes = {}) {
    if (causes.size() > max_causes) causes.resize(max_causes);
    return {value(std::move(measured)), std::move(causes)};
}

/// How often something stands in a text, and its places there.
Fact fact_of(const Occurrences& found, const MappedText& text);

// Where facts can be seen in the file.
std::vector<Span> field_cause(const Content& content, std::string_view field);  // the whole field; none when absent
std::vector<Span> subject_cause(const Content& content);                        // the subject's value
std::vector<Span> html_cause(const Content& content);                           // the first tag of the HTML body
std::vector<Span> shown_cause(const Content& content);                          // the first words of the shown body
/// Where a part says what it is: its Content-Type field, else its header, else the whole part.
Span part_place(const Part& part);
/// The characters of a text that satisfy a test, neighbours joined.
std::vector<Span> character_causes(const MappedText& text, const std::function<bool(char32_t)>& wanted);
/// Spans of a text, as spans of the file.
std::vector<Span> mapped(const MappedText& text, const std::vector<Span>& spans);
/// Spans of the links that satisfy a test.
std::vector<Span> link_causes(const Survey& survey, const std::function<bool(const Target&)>& wanted);

/// Ratio with 0 for an empty whole.
inline double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

// The families of facts, each in the order in which its table declares them.
std::vector<FactSource> message_facts();
std::vector<FactSource> header_facts();
std::vector<FactSource> subject_facts();
std::vector<FactSource> sender_facts();
std::vector<FactSource> text_facts();
std::vector<FactSource> html_facts();
std::vector<FactSource> alternatives_facts();
std::vector<FactSource> link_facts();
std::vector<FactSource> image_facts();
std::vector<FactSource> attachment_facts();
std::vector<FactSource> placeholder_facts();

// The sorts of elements.
ElementSort header_sort();
ElementSort address_sort();
ElementSort part_sort();
ElementSort attachment_sort();
ElementSort archive_entry_sort();
ElementSort link_sort();
ElementSort image_sort();
ElementSort hidden_sort();
ElementSort active_sort();
ElementSort anomaly_sort();
ElementSort placeholder_sort();
ElementSort comment_sort();
ElementSort disguise_sort();

// Names of types, for the tables.
constexpr ValueType truth = ValueType::truth;
constexpr ValueType number = ValueType::number;
constexpr ValueType text_value = ValueType::text;

}  // namespace spamlint
