#include <algorithm>
#include <unordered_map>

#include "facts/code_points.h"
#include "facts/element_table.h"
#include "span/ascii.h"
#include "span/byte_set.h"

namespace spamlint {
namespace {

constexpr std::size_t shown_of_field = 200;  // bytes

struct Row {
    const HeaderField& field;
    const std::string& value;
    std::string_view raw;    // the value as it stands
    std::string_view whole;  // the field as it stands
    std::size_t occurrences;
};

std::size_t longest_line(std::string_view text) {
    constexpr ByteSet line_ends("\r\n");
    std::size_t longest = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = line_ends.find(text, begin);
        longest = std::max(longest, end - begin);
        begin = end + 1;
    }
    return longest;
}

/// An encoded-word, RFC 2047 2: "=?charset?encoding?text?=".
bool is_encoded(std::string_view raw) {
    const auto begin = raw.find("=?");
    return begin != std::string_view::npos && raw.find("?=", begin + 2) != std::string_view::npos;
}

/// "=?charset?B?text" that no "?=" ends before the next space: readers see it as it stands.
bool has_open_encoded_word(std::string_view raw) {
    for (std::size_t begin = raw.find("=?"); begin != std::string_view::npos;) {
        const std::size_t encoding = raw.find('?', begin + 2);
        if (encoding == std::string_view::npos || encoding + 2 >= raw.size() || raw[encoding + 2] != '?') return false;
        const bool known = std::string_view("BbQq").find(raw[encoding + 1]) != std::string_view::npos;
        const std::size_t end = std::min(raw.find("?=", encoding + 3), raw.size());
        if (known && end == raw.size()) return true;
        begin = raw.find("=?", std::min(end + 2, raw.size()));
    }
    return false;
}

/// RFC 5322 3.2.2: a folded line holds something else than white space.
bool has_blank_fold(std::string_view whole) {
    for (std::size_t end = whole.find('\n'); end != std::string_view::npos;) {
        const std::size_t begin = end + 1;
        end = whole.find('\n', begin);
        if (trimmed(whole.substr(begin, end - begin)).empty()) return true;
    }
    return false;
}

const std::vector<Field<Row>>& fields() {
    static const std::vector<Field<Row>> table = {
        {{"name", text_value, "", "Name of the field, lower case."}, [](const Row& r) { return value(r.field.name); }},
        {{"value", text_value, "", "Its value, unfolded and decoded."}, [](const Row& r) { return value(r.value); }},
        {{"characters", number, "code points", "Length of the decoded value."},
         [](const Row& r) { return value(code_point_count(r.value)); }},
        {{"longest_line", number, "bytes", "Its longest line in the file, without the line break."},
         [](const Row& r) { return value(longest_line(r.whole)); }},
        {{"raw_8bit", truth, "", "It holds bytes beyond ASCII that are not encoded."},
         [](const Row& r) { return value(!ascii::is_ascii(r.whole)); }},
        {{"encoded", truth, "", "It holds an encoded-word (RFC 2047)."},
         [](const Row& r) { return value(is_encoded(r.raw)); }},
        {{"open_encoded_word", truth, "", "An encoded-word begins in it and does not end (RFC 2047)."},
         [](const Row& r) { return value(has_open_encoded_word(r.raw)); }},
        {{"blank_fold", truth, "", "One of its continuation lines is blank (RFC 5322 3.2.2)."},
         [](const Row& r) { return value(has_blank_fold(r.whole)); }},
        {{"source", text_value, "", "The field as it stands in the file, its first 200 bytes."},
         [](const Row& r) { return value(r.whole.substr(0, shown_of_field)); }},
        {{"occurrences", number, "fields", "How many fields of this name the header has."},
         [](const Row& r) { return value(r.occurrences); }},
        {{"empty", truth, "", "There is nothing but white space in it."},
         [](const Row& r) { return value(trimmed(r.raw).empty()); }},
    };
    return table;
}

std::vector<Element> collect(const Survey& survey) {
    std::vector<Element> elements;
    const Content& content = survey.content;
    if (content.is_template()) return elements;
    const Header& header = content.message.header();
    std::unordered_map<std::string_view, std::size_t> occurrences;
    for (const HeaderField& field : header.fields) ++occurrences[field.name];
    for (std::size_t i = 0; i < header.fields.size() && i < max_elements; ++i) {
        const HeaderField& field = header.fields[i];
        const Row row{field, content.header_values[i].text(),
                      content.file.substr(field.value.begin, field.value.size()),
                      content.file.substr(field.span.begin, field.span.size()), occurrences[field.name]};
        elements.push_back(element_of(fields(), row, field.span, ""));
    }
    return elements;
}

}  // namespace

ElementSort header_sort() {
    return {"header", "A field of the message's header.", "source", declarations(fields()), collect};
}

}  // namespace spamlint
