#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "facts/content.h"
#include "span/span.h"

namespace spamlint {

using Value = std::variant<bool, double, std::string>;
enum class ValueType : std::uint8_t { truth, number, text };
std::string_view name(ValueType type);

/// How a fact or a field is declared. Validation of packs, docs/facts.md and the JSON Schema come from these.
struct Declaration {
    std::string_view name;  // "links.per_100_words"
    ValueType type;
    std::string_view unit;     // "code points", "bytes", "px", "ratio 0–1", "" for truths and texts
    std::string_view meaning;  // one English sentence
};

/// What was measured, and the bytes of the file that show it (empty where nothing does).
struct Fact {
    Value value = 0.0;
    std::vector<Span> causes;
    std::vector<const MappedText*>
        texts{};  // of a size: the texts that have one; what lies beyond a bound shows it best
};

class Survey;

/// A number, truth or text about the whole message.
struct FactSource : Declaration {
    Fact (*measure)(const Survey&);
};
const std::vector<FactSource>& fact_sources();
/// Index into fact_sources(), or -1.
int fact_index(std::string_view name);

/// One thing of a sort (a link, an attachment, a header field …), its fields in the order of the declaration.
struct Element {
    Span span;
    std::string part;
    std::vector<Value> fields;
};
struct ElementSort {
    std::string_view name;  // "link"
    std::string_view meaning;
    std::string_view shown;  // the field that names the element to people: "href"
    std::vector<Declaration> fields;
    std::vector<Element> (*collect)(const Survey&);
    int field_index(std::string_view field) const;
};
const std::vector<ElementSort>& element_sorts();
int element_sort_index(std::string_view name);

/// All facts of one message, each measured when first asked for. For one thread; `content` must outlive it.
class Facts {
public:
    explicit Facts(const Content& content);
    const Fact& fact(int index) const;
    const std::vector<Element>& elements(int sort) const;
    const Content& content() const { return content_; }

private:
    const Content& content_;
    std::shared_ptr<const Survey> survey_;  // what several facts need
    mutable std::vector<std::optional<Fact>> facts_;
    mutable std::vector<std::optional<std::vector<Element>>> elements_;
};

}  // namespace spamlint
