#include "facts/element_table.h"
#include "facts/picture.h"

namespace spamlint {
namespace {

struct Row {
    const Image& image;
    Url url;
};

const std::vector<Field<Row>>& fields() {
    static const std::vector<Field<Row>> table = {
        {{"source", text_value, "", "Value of src; of a data URI its first 64 bytes."},
         [](const Row& r) { return value(r.image.source); }},
        {{"scheme", text_value, "", "Scheme of the source, lower case."},
         [](const Row& r) { return value(r.url.scheme); }},
        {{"host", text_value, "", "Host of the source."}, [](const Row& r) { return value(r.url.host.name); }},
        {{"domain", text_value, "", "Registrable domain of the host."},
         [](const Row& r) { return value(r.url.host.domain); }},
        {{"alt", text_value, "", "Alternative text."}, [](const Row& r) { return value(r.image.alt.text()); }},
        {{"has_alt", truth, "", "There is an alt attribute, if only an empty one."},
         [](const Row& r) { return value(r.image.has_alt); }},
        {{"width", number, "px", "Width by attribute or style; -1 unknown."},
         [](const Row& r) { return value(r.image.width); }},
        {{"height", number, "px", "Height by attribute or style; -1 unknown."},
         [](const Row& r) { return value(r.image.height); }},
        {{"area", number, "px²", "Width times height; -1 unknown."}, [](const Row& r) { return value(area(r.image)); }},
        {{"bytes", number, "bytes", "Length of the src attribute: the size of a data URI."},
         [](const Row& r) { return value(r.image.source_bytes); }},
        {{"data_uri", truth, "", "The image is written into the HTML."},
         [](const Row& r) { return value(is_data_uri(r.image)); }},
        {{"hidden", truth, "", "No reader sees it."}, [](const Row& r) { return value(r.image.hidden); }},
        {{"linked", truth, "", "It is a link."}, [](const Row& r) { return value(r.image.link >= 0); }},
        {{"pixel", truth, "", "It is at most 3 by 3 px."}, [](const Row& r) { return value(is_pixel(r.image)); }},
        {{"placeholder", truth, "", "Its source holds a template placeholder."},
         [](const Row& r) {
             return value(!is_data_uri(r.image) && !placeholders_in_address(r.image.source, 1).empty());
         }},
    };
    return table;
}

std::vector<Element> collect(const Survey& survey) {
    std::vector<Element> elements;
    for (const Body& body : survey.content.bodies) {
        if (!body.document) continue;
        const std::string& part = survey.content.message.parts[static_cast<std::size_t>(body.part)].id;
        for (const Image& image : body.document->images) {
            if (elements.size() == max_elements) return elements;
            const Row row{image, parse_url(image.source)};
            elements.push_back(element_of(fields(), row, image.element, part));
        }
    }
    return elements;
}

}  // namespace

ElementSort image_sort() {
    return {"image", "An image of an HTML body.", "source", declarations(fields()), collect};
}

}  // namespace spamlint
