#pragma once

#include <vector>

#include "facts/measure.h"

namespace spamlint {

/// A field of an element beside the function that reads it from a row: declaration and value cannot come apart.
template <typename Row>
struct Field {
    Declaration declared;
    Value (*read)(const Row&);
};

template <typename Row>
std::vector<Declaration> declarations(const std::vector<Field<Row>>& fields) {
    std::vector<Declaration> all;
    for (const Field<Row>& field : fields) all.push_back(field.declared);
    return all;
}

template <typename Row>
Element element_of(const std::vector<Field<Row>>& fields, const Row& row, Span span, const std::string& part) {
    Element element{span, part, {}};
    element.fields.reserve(fields.size());
    for (const Field<Row>& field : fields) element.fields.push_back(field.read(row));
    return element;
}

}  // namespace spamlint
