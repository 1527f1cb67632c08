#include "text/joined_text.h"

#include <algorithm>
#include <array>

#include "span/utf8.h"
#include "text/character.h"

namespace spamlint {
namespace {

/// Bytes of plain() kept on either side of a join: the longest phrase that a list may hold, with what stands beside it.
constexpr std::size_t context = 96;

/// Joins between two anchors.
constexpr std::size_t stride = 32;

constexpr std::array<char, 256> skeleton_table = [] {
    std::array<char, 256> table{};
    for (unsigned c = 0; c < 256; ++c) table[c] = static_cast<char>(c);
    table['i'] = table['1'] = 'l';
    table['0'] = 'o';
    return table;
}();

bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && utf8::continues(static_cast<unsigned char>(text[at]));
}

/// Goes back from a join, to the start of a word if there is one.
std::size_t context_begin(std::string_view plain, std::size_t at) {
    std::size_t begin = at > context ? at - context : 0;
    const std::size_t line = plain.substr(begin, at - begin).rfind('\n');
    if (line != std::string_view::npos) return begin + line + 1;
    if (begin == 0) return 0;
    const std::size_t space = plain.substr(begin, at - begin).find(' ');
    if (space != std::string_view::npos && space < context / 2) return begin + space + 1;
    while (continues(plain, begin)) ++begin;
    return begin;
}

std::size_t context_end(std::string_view plain, std::size_t at) {
    std::size_t end = std::min(plain.size(), at + context);
    const std::size_t line = plain.substr(at, end - at).find('\n');
    if (line != std::string_view::npos) return at + line;
    if (end == plain.size()) return end;
    const std::size_t space = plain.substr(at, end - at).rfind(' ');
    if (space != std::string_view::npos && space > context / 2) return at + space;
    while (end > at && continues(plain, end)) --end;
    return end;
}

}  // namespace

char skeleton_byte(char byte) {
    return skeleton_table[static_cast<unsigned char>(byte)];
}

JoinedText::JoinedText(std::string_view plain, Joins joins) : joins_(std::move(joins)) {
    for (std::size_t first = 0; first < joins_.size();) {
        Span span{context_begin(plain, joins_[first].begin), context_end(plain, joins_[first].end())};
        std::size_t last = first + 1;
        while (last < joins_.size() && joins_[last].begin < span.end + context) {
            span.end = std::max(span.end, context_end(plain, joins_[last].end()));
            ++last;
        }
        add_neighbourhood(plain, span, first, last);
        first = last;
    }
}

void JoinedText::copy(std::string_view plain, Span span) {
    const std::size_t at = text_.size();
    text_.append(plain, span.begin, span.size());
    for (std::size_t i = at; i < text_.size(); ++i) text_[i] = skeleton_byte(text_[i]);
}

void JoinedText::add_neighbourhood(std::string_view plain, Span span, std::size_t first, std::size_t last) {
    if (!text_.empty()) text_ += '\n';
    std::size_t at = span.begin;
    for (std::size_t i = first; i < last; ++i) {
        if ((i - first) % stride == 0) anchors_.push_back({text_.size(), at, i, span.end});
        const Join& join = joins_[i];
        copy(plain, {at, join.begin});
        if (join.letter != 0) text_ += skeleton_byte(join.letter);
        at = join.end();
    }
    copy(plain, {at, span.end});
}

std::vector<JoinedText::Segment> JoinedText::segments(Span wanted) const {
    std::vector<Segment> result;
    auto anchor = std::upper_bound(anchors_.begin(), anchors_.end(), wanted.begin,
                                   [](std::size_t at, const Anchor& a) { return at < a.joined; });
    if (anchor == anchors_.begin()) return result;
    --anchor;
    std::size_t joined = anchor->joined, plain = anchor->plain, next = anchor->join;
    while (joined < wanted.end) {
        const bool more = next < joins_.size() && joins_[next].begin < anchor->plain_end;
        const std::size_t stop = more ? joins_[next].begin : anchor->plain_end;
        const std::size_t size = stop - plain;
        const Span cut{std::max(joined, wanted.begin), std::min(joined + size, wanted.end)};
        if (!cut.empty()) result.push_back({cut, {plain + (cut.begin - joined), plain + (cut.end - joined)}, nullptr});
        joined += size;
        if (!more) break;
        const Join& join = joins_[next++];
        const Span made{joined, joined + (join.letter != 0 ? 1U : 0U)};
        const bool inside = made.empty() ? made.begin > wanted.begin && made.begin < wanted.end
                                         : made.begin >= wanted.begin && made.end <= wanted.end;
        if (inside) result.push_back({made, {join.begin, join.end()}, &join});
        joined = made.end;
        plain = join.end();
    }
    return result;
}

}  // namespace spamlint
