#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/fold.h"

namespace spamlint {

struct Hit {
    Span span;  // of the text
    bool disguised;
    friend bool operator==(const Hit&, const Hit&) = default;
};

/// Looks for one word as fold.h tells: in plain(), then in joined().
inline std::vector<Hit> search(std::string_view text, std::string_view word) {
    std::vector<Hit> hits;
    const FoldedText folded(text);
    const std::string wanted = fold_word(word), skeleton = skeleton_word(word);
    for (std::size_t at = folded.plain().find(wanted); at != std::string::npos;
         at = folded.plain().find(wanted, at + 1)) {
        const Span span{at, at + wanted.size()};
        if (!stands_alone(folded.plain(), span)) continue;
        const Origin origin = folded.origin_of_plain(span);
        hits.push_back({origin.span, origin.disguised()});
    }
    for (std::size_t at = folded.joined().find(skeleton); at != std::string::npos;
         at = folded.joined().find(skeleton, at + 1)) {
        const Span span{at, at + skeleton.size()};
        if (!joined_hit_is(folded, span, wanted) || !stands_alone(folded.joined(), span)) continue;
        const Origin origin = folded.origin_of_joined(span);
        hits.push_back({origin.span, origin.disguised()});
    }
    return hits;
}

}  // namespace spamlint
