#include "facts/measure.h"

namespace spamlint {

std::vector<FactSource> placeholder_facts() {
    return {
        {{"placeholders.count", number, "placeholders",
          "Template expressions in texts, link addresses and image sources."},
         [](const Survey& s) {
             std::vector<Span> causes;
             for (const Placeholder& placeholder : s.placeholders()) causes.push_back(placeholder.span);
             return fact_of(s.placeholders().size(), causes);
         }},
    };
}

}  // namespace spamlint
