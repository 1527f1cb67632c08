#include <map>

#include "facts/code_points.h"
#include "facts/measure.h"

namespace spamlint {
namespace {

const Part& part_of(const Survey& survey, const Attachment& attachment) {
    return survey.content.message.parts[static_cast<std::size_t>(attachment.part)];
}

std::vector<Span> all(const Survey& survey) {
    std::vector<Span> causes;
    for (const Attachment& attachment : survey.attachments()) causes.push_back(part_of(survey, attachment).header.span);
    return causes;
}

Fact bytes(const Survey& survey) {
    double total = 0;
    for (const Attachment& attachment : survey.attachments()) total += static_cast<double>(attachment.bytes);
    return fact_of(total, all(survey));
}

Fact with_same_name(const Survey& survey) {
    std::map<std::string, std::size_t> names;
    std::vector<Span> causes;
    for (const Attachment& attachment : survey.attachments()) {
        const Part& part = part_of(survey, attachment);
        if (!part.filename.empty() && ++names[ascii::lowered(part.filename.text())] > 1)
            causes.push_back(part.filename.source());
    }
    const std::size_t found = causes.size();
    return fact_of(found, causes);
}

}  // namespace

std::vector<FactSource> attachment_facts() {
    return {
        {{"attachments.count", number, "attachments", "Parts that are offered as files."},
         [](const Survey& s) { return fact_of(s.attachments().size(), all(s)); }},
        {{"attachments.bytes", number, "bytes", "Size of all attachments, decoded."}, bytes},
        {{"attachments.with_same_name", number, "attachments", "Attachments that bear the name of one before them."},
         with_same_name},
    };
}

}  // namespace spamlint
