#pragma once

#include <cstddef>

namespace spamlint {

// What one HTML part may cost; bytes, links, images and active content are those of a message (HtmlBudget). Mail in the
// wild stays far below; whatever lies beyond is cut and named in Document::limits. gumbo's scope checks walk the stack of
// open elements: 100,000 nested <div> take it 11.6 s.
inline constexpr std::size_t kMaxHtmlBytes = std::size_t{4} << 20;
inline constexpr std::size_t kMaxOpenTags = 512;
inline constexpr std::size_t kMaxAttributes = 256;  // of one tag: gumbo compares each with all before it
inline constexpr std::size_t kMaxLinks = 10'000;
inline constexpr std::size_t kMaxImages = 10'000;
inline constexpr std::size_t kMaxActive = 10'000;
inline constexpr std::size_t kMaxStyleRules = 5'000;
/// Selector tests of one document: rules × elements × ancestors would be cubic.
inline constexpr std::size_t kMaxStyleWork = 4'000'000;
/// Memory of gumbo's tree: open formatting elements are copied into every later paragraph, so that 512 <font> and a
/// million <p> would make 500 million nodes. Of 8,000 parts of real mail the greediest needs 31 bytes for each byte of
/// HTML: the tree of 900 KB of such has room.
inline constexpr std::size_t kMaxTreeBytes = std::size_t{28} << 20;

}  // namespace spamlint
