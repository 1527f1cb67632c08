#pragma once

#include <gumbo.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace spamlint {

/// A tag by name; names that HTML does not know are told apart by a hash.
struct OpenTag {
    GumboTag name = GUMBO_TAG_UNKNOWN;
    std::uint32_t hash = 0;
    bool prefixed = false;  // <o:p>, <v:rect>: Office's own, neither known nor a mistake

    bool unknown() const { return name == GUMBO_TAG_UNKNOWN && !prefixed; }
    friend bool operator==(const OpenTag&, const OpenTag&) = default;
};

OpenTag open_tag(std::string_view name);
bool is_void(GumboTag tag);

/// The elements open at a place of the source. Follows HTML's implied end tags closely enough that its size stays
/// near the depth of gumbo's tree: <p>, <li> and cells that are never closed do not pile up.
class OpenTags {
public:
    std::size_t size() const { return tags_.size(); }
    void push(OpenTag tag);
    /// Ends what a start tag ends by itself. As all that follow, returns the number of elements that lacked an end tag.
    std::size_t imply_ends(OpenTag start);
    /// Ends the innermost element of this name; an end tag without start counts as one.
    std::size_t close(OpenTag end);
    std::size_t close_all() { return pop_to(0); }
    /// How many elements of the name are open.
    std::size_t open(GumboTag tag) const;
    bool in_foreign() const { return foreign_ > 0; }

private:
    std::size_t pop_to(std::size_t size);
    std::size_t imply_end_of(const GumboTag* ended, std::size_t count, const GumboTag* barriers,
                             std::size_t barrier_count);

    std::vector<OpenTag> tags_;
    std::size_t foreign_ = 0;  // size of the stack just inside the outermost <svg> or <math>, 0 outside
};

}  // namespace spamlint
