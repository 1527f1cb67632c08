#include "facts/unseen.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "facts/shares.h"

namespace spamlint {
namespace {

using Words = std::vector<std::string>;

Words united(const Words& a, const Words& b) {
    Words both;
    std::ranges::set_union(a, b, std::back_inserter(both));
    return both;
}

/// Content words of what is seen of all HTML bodies.
Words seen_words(const Content& content) {
    Words seen;
    for (const Body& body : content.bodies)
        if (body.document) seen = united(seen, content_words_of_folded(content.folded(body)));
    return seen;
}

/// `rest` gives the words to compare with, and is asked only where there is text.
template <typename Rest>
Aside compare(const std::string& text, Rest rest) {
    const TextCounts counts = count(text);
    Aside aside{counts.letters + counts.digits, counts.words, 0};
    if (aside.characters > 0) aside.unrelated = 1 - share_found(content_words(text), rest(), 1);
    return aside;
}

/// Appends what is seen of a document, of stretches of its text or of all others.
void append_seen(const Document& document, bool after_end, std::string& text) {
    for (const TextRun& run : document.runs) {
        if (run.hiding != Hiding::none) continue;
        std::size_t at = run.text.begin;
        const auto append = [&](std::size_t end, bool wanted) {
            if (wanted && end > at) text.append(document.text.text(), at, end - at);
            at = std::max(at, end);
        };
        for (const Span stretch : document.after_end) {
            append(std::min(stretch.begin, run.text.end), !after_end);
            append(std::min(stretch.end, run.text.end), after_end);
        }
        append(run.text.end, !after_end);
    }
    text += '\n';
}

}  // namespace

Aside hidden_text(const Content& content) {
    std::string hidden;
    for (const Body& body : content.bodies)
        if (body.document) hidden += body.document->hidden().text() + "\n";
    return compare(hidden, [&] { return seen_words(content); });
}

Aside text_after_end(const Content& content) {
    std::string after, before;
    for (const Body& body : content.bodies) {
        if (!body.document || body.document->after_end.empty()) continue;
        append_seen(*body.document, true, after);
        append_seen(*body.document, false, before);
    }
    return compare(after, [&] { return content_words(before); });
}

Aside preheader_text(const Content& content) {
    std::string preheader;
    for (const Body& body : content.bodies)
        if (body.document) preheader += body.document->preheader().text() + "\n";
    return compare(preheader, [&] { return united(seen_words(content), content_words(content.subject.text())); });
}

}  // namespace spamlint
