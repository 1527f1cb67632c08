#include <algorithm>

#include "facts/code_points.h"
#include "facts/measure.h"
#include "facts/picture.h"

namespace spamlint {
namespace {

constexpr double large_area = 10000;  // px²: 100 by 100

/// Images that satisfy a test, and where they stand.
template <typename Test>
Fact counted(const Survey& survey, Test test) {
    std::size_t found = 0;
    std::vector<Span> causes;
    for (const Body& body : survey.content.bodies) {
        if (!body.document) continue;
        for (const Image& image : body.document->images) {
            if (!test(image)) continue;
            ++found;
            if (causes.size() < max_causes) causes.push_back(image.element);
        }
    }
    return fact_of(found, causes);
}

template <typename Measure>
double summed(const Survey& survey, Measure measure) {
    double total = 0;
    for (const Body& body : survey.content.bodies) {
        if (!body.document) continue;
        for (const Image& image : body.document->images) total += measure(image);
    }
    return total;
}

double known_area(const Image& image) {
    return std::max(0.0, area(image));
}

Fact large(const Survey& survey) {
    return counted(survey, [](const Image& image) { return area(image) < 0 || area(image) >= large_area; });
}

Fact total_area(const Survey& survey) {
    return fact_of(summed(survey, known_area),
                   counted(survey, [](const Image& image) { return area(image) > 0; }).causes);
}

Fact area_per_character(const Survey& survey) {
    const Body* shown = survey.content.shown_body();
    const double characters = shown ? static_cast<double>(shown->counts.characters) : 0;
    return fact_of(summed(survey, known_area) / std::max(1.0, characters),
                   counted(survey, [](const Image& i) { return area(i) > 0; }).causes);
}

Fact data_bytes(const Survey& survey) {
    const double bytes = summed(
        survey, [](const Image& image) { return is_data_uri(image) ? static_cast<double>(image.source_bytes) : 0.0; });
    return fact_of(bytes, counted(survey, is_data_uri).causes);
}

Fact biggest_area(const Survey& survey) {
    double biggest = 0;
    for (const Body& body : survey.content.bodies) {
        if (!body.document) continue;
        for (const Image& image : body.document->images) biggest = std::max(biggest, known_area(image));
    }
    return fact_of(biggest, counted(survey, [&](const Image& image) {
                                return biggest > 0 && known_area(image) == biggest;
                            }).causes);
}

}  // namespace

std::vector<FactSource> image_facts() {
    return {
        {{"images.count", number, "images", "Images of the HTML bodies, tracking pixels and data URIs included."},
         [](const Survey& s) { return counted(s, [](const Image&) { return true; }); }},
        {{"images.large", number, "images", "Images of 10,000 px² and more, or of unknown size."}, large},
        {{"images.area", number, "px²", "Area of all images whose size is known."}, total_area},
        {{"images.area_per_character", number, "px² per code point",
          "Area of the images for each character of the shown body."},
         area_per_character},
        {{"images.without_alt", number, "images", "Images without an alt attribute, pixels left out."},
         [](const Survey& s) { return counted(s, [](const Image& i) { return !i.has_alt && !is_pixel(i); }); }},
        {{"images.without_size", number, "images", "Images whose width or height is not given."},
         [](const Survey& s) { return counted(s, [](const Image& i) { return area(i) < 0; }); }},
        {{"images.pixels", number, "images", "Images of up to 3 by 3 px: tracking pixels and spacers."},
         [](const Survey& s) { return counted(s, is_pixel); }},
        {{"images.data_bytes", number, "bytes", "Size of the images that are written into the HTML as data URIs."},
         data_bytes},
        {{"images.remote_plain_http", number, "images", "Images loaded over plain http."},
         [](const Survey& s) {
             return counted(s, [](const Image& i) { return starts_with_ignoring_case(trimmed(i.source), "http:"); });
         }},
        {{"images.linked", number, "images", "Images that are links."},
         [](const Survey& s) { return counted(s, [](const Image& i) { return i.link >= 0; }); }},
        {{"images.biggest_area", number, "px²", "Area of the biggest image whose size is known."}, biggest_area},
    };
}

}  // namespace spamlint
