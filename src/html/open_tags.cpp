#include "html/open_tags.h"

#include <algorithm>
#include <array>
#include <span>

#include "html/ascii.h"

namespace spamlint {
namespace {

using Tags = std::span<const GumboTag>;

constexpr std::array kVoid{GUMBO_TAG_AREA,    GUMBO_TAG_BASE,  GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND, GUMBO_TAG_BR,
                           GUMBO_TAG_COL,     GUMBO_TAG_EMBED, GUMBO_TAG_FRAME,    GUMBO_TAG_HR,      GUMBO_TAG_IMAGE,
                           GUMBO_TAG_IMG,     GUMBO_TAG_INPUT, GUMBO_TAG_ISINDEX,  GUMBO_TAG_KEYGEN,  GUMBO_TAG_LINK,
                           GUMBO_TAG_META,    GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE,   GUMBO_TAG_TRACK,   GUMBO_TAG_WBR,
                           GUMBO_TAG_MENUITEM};

// HTML 13.1.2.4: the end tags that may be left out.
constexpr std::array kOptionalEnd{
    GUMBO_TAG_HTML,  GUMBO_TAG_HEAD,   GUMBO_TAG_BODY,     GUMBO_TAG_P,        GUMBO_TAG_LI,      GUMBO_TAG_DT,
    GUMBO_TAG_DD,    GUMBO_TAG_OPTION, GUMBO_TAG_OPTGROUP, GUMBO_TAG_TR,       GUMBO_TAG_TD,      GUMBO_TAG_TH,
    GUMBO_TAG_THEAD, GUMBO_TAG_TBODY,  GUMBO_TAG_TFOOT,    GUMBO_TAG_COLGROUP, GUMBO_TAG_CAPTION, GUMBO_TAG_RP,
    GUMBO_TAG_RT,    GUMBO_TAG_RB,     GUMBO_TAG_RTC};

constexpr std::array kEndsParagraph{
    GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE,  GUMBO_TAG_ASIDE,      GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_CENTER,
    GUMBO_TAG_DETAILS, GUMBO_TAG_DIR,      GUMBO_TAG_DIV,        GUMBO_TAG_DL,         GUMBO_TAG_DD,
    GUMBO_TAG_DT,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,     GUMBO_TAG_FOOTER,
    GUMBO_TAG_FORM,    GUMBO_TAG_H1,       GUMBO_TAG_H2,         GUMBO_TAG_H3,         GUMBO_TAG_H4,
    GUMBO_TAG_H5,      GUMBO_TAG_H6,       GUMBO_TAG_HEADER,     GUMBO_TAG_HR,         GUMBO_TAG_LI,
    GUMBO_TAG_MAIN,    GUMBO_TAG_MENU,     GUMBO_TAG_NAV,        GUMBO_TAG_OL,         GUMBO_TAG_P,
    GUMBO_TAG_PRE,     GUMBO_TAG_SECTION,  GUMBO_TAG_UL};

constexpr std::array kParagraph{GUMBO_TAG_P};
constexpr std::array kScope{GUMBO_TAG_TABLE,  GUMBO_TAG_TD,      GUMBO_TAG_TH,     GUMBO_TAG_CAPTION,
                            GUMBO_TAG_BUTTON, GUMBO_TAG_OBJECT,  GUMBO_TAG_APPLET, GUMBO_TAG_MARQUEE,
                            GUMBO_TAG_HTML,   GUMBO_TAG_TEMPLATE};
constexpr std::array kItem{GUMBO_TAG_LI};
constexpr std::array kList{GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_MENU, GUMBO_TAG_DIR, GUMBO_TAG_TABLE, GUMBO_TAG_TD};
constexpr std::array kTerm{GUMBO_TAG_DT, GUMBO_TAG_DD};
constexpr std::array kTerms{GUMBO_TAG_DL, GUMBO_TAG_TABLE, GUMBO_TAG_TD};
constexpr std::array kCell{GUMBO_TAG_TD, GUMBO_TAG_TH};
constexpr std::array kRow{GUMBO_TAG_TR};
constexpr std::array kGroup{GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT};
constexpr std::array kTable{GUMBO_TAG_TABLE};
constexpr std::array kRowOrTable{GUMBO_TAG_TR, GUMBO_TAG_TABLE};
constexpr std::array kOption{GUMBO_TAG_OPTION};
constexpr std::array kSelect{GUMBO_TAG_SELECT};

constexpr std::array kForeign{GUMBO_TAG_SVG,
                              GUMBO_TAG_MATH,
                              GUMBO_TAG_MI,
                              GUMBO_TAG_MO,
                              GUMBO_TAG_MN,
                              GUMBO_TAG_MS,
                              GUMBO_TAG_MTEXT,
                              GUMBO_TAG_MGLYPH,
                              GUMBO_TAG_MALIGNMARK,
                              GUMBO_TAG_ANNOTATION_XML,
                              GUMBO_TAG_FOREIGNOBJECT,
                              GUMBO_TAG_DESC,
                              GUMBO_TAG_TITLE,
                              GUMBO_TAG_STYLE,
                              GUMBO_TAG_A,
                              GUMBO_TAG_UNKNOWN};

// One bit a tag: these tests run for every tag of every mail.
class TagSet {
public:
    constexpr TagSet(Tags tags) {
        for (const GumboTag tag : tags) bits_[tag / 64] |= std::uint64_t{1} << (tag % 64);
    }
    constexpr bool has(GumboTag tag) const { return (bits_[tag / 64] >> (tag % 64) & 1) != 0; }

private:
    std::array<std::uint64_t, GUMBO_TAG_LAST / 64 + 1> bits_{};
};

constexpr TagSet kVoidSet{kVoid}, kOptionalEndSet{kOptionalEnd}, kEndsParagraphSet{kEndsParagraph},
    kForeignSet{kForeign};

bool among(Tags tags, GumboTag tag) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

std::uint32_t hash_of(std::string_view name) {
    std::uint32_t hash = 2166136261u;  // FNV-1a
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(ascii::lower(c))) * 16777619u;
    return hash;
}

struct Ending {
    Tags ended, barriers;
};

Ending implied_by(GumboTag start) {
    switch (start) {
        case GUMBO_TAG_LI:
            return {kItem, kList};
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
            return {kTerm, kTerms};
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
            return {kCell, kRowOrTable};
        case GUMBO_TAG_TR:
            return {kRow, kTable};
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_TFOOT:
            return {kGroup, kTable};
        case GUMBO_TAG_OPTION:
            return {kOption, kSelect};
        default:
            return {};
    }
}

}  // namespace

OpenTag open_tag(std::string_view name) {
    const GumboTag tag = gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size()));
    if (tag != GUMBO_TAG_UNKNOWN) return {tag, 0, false};
    return {tag, hash_of(name), name.find(':') != std::string_view::npos};
}

bool is_void(GumboTag tag) {
    return kVoidSet.has(tag);
}

void OpenTags::push(OpenTag tag) {
    tags_.push_back(tag);
    if (foreign_ == 0 && (tag.name == GUMBO_TAG_SVG || tag.name == GUMBO_TAG_MATH)) foreign_ = tags_.size();
}

std::size_t OpenTags::open(GumboTag tag) const {
    return static_cast<std::size_t>(std::ranges::count(tags_, tag, &OpenTag::name));
}

std::size_t OpenTags::pop_to(std::size_t size) {
    const auto first = tags_.begin() + static_cast<std::ptrdiff_t>(size);
    const auto unclosed = std::count_if(first, tags_.end(), [](OpenTag tag) { return !kOptionalEndSet.has(tag.name); });
    tags_.erase(first, tags_.end());
    if (foreign_ > tags_.size()) foreign_ = 0;
    return static_cast<std::size_t>(unclosed);
}

std::size_t OpenTags::imply_end_of(const GumboTag* ended, std::size_t count, const GumboTag* barriers,
                                   std::size_t barrier_count) {
    for (std::size_t i = tags_.size(); i-- > 0;) {
        if (among({ended, count}, tags_[i].name)) return pop_to(i);
        if (among({barriers, barrier_count}, tags_[i].name)) return 0;
    }
    return 0;
}

std::size_t OpenTags::imply_ends(OpenTag start) {
    std::size_t unclosed = 0;
    // HTML inside of SVG leaves it (13.2.6.5). Leaving early is the safe side: <x/> then counts as open.
    if (foreign_ > 0 && !kForeignSet.has(start.name)) unclosed += pop_to(foreign_ - 1);
    if (kEndsParagraphSet.has(start.name))
        unclosed += imply_end_of(kParagraph.data(), kParagraph.size(), kScope.data(), kScope.size());
    const Ending ending = implied_by(start.name);
    if (!ending.ended.empty())
        unclosed +=
            imply_end_of(ending.ended.data(), ending.ended.size(), ending.barriers.data(), ending.barriers.size());
    return unclosed;
}

std::size_t OpenTags::close(OpenTag end) {
    for (std::size_t i = tags_.size(); i-- > 0;) {
        if (tags_[i] == end) {
            const std::size_t unclosed = pop_to(i + 1);
            tags_.pop_back();
            if (foreign_ > tags_.size()) foreign_ = 0;
            return unclosed;
        }
        // An end tag inside a cell closes nothing outside of the table (HTML: "has an element in table scope").
        if (tags_[i].name == GUMBO_TAG_TABLE && end.name != GUMBO_TAG_BODY && end.name != GUMBO_TAG_HTML) break;
    }
    return 1;
}

}  // namespace spamlint
