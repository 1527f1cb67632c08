#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "facts/attachment.h"
#include "facts/content.h"
#include "facts/placeholder.h"
#include "facts/sender.h"
#include "facts/target.h"
#include "facts/unseen.h"
#include "text/words.h"

namespace spamlint {

/// A value that is worked out when it is first asked for.
template <typename T>
class Lazy {
public:
    template <typename Make>
    const T& get(Make&& make) const {
        if (!value_) value_ = std::make_unique<const T>(make());
        return *value_;
    }

private:
    mutable std::unique_ptr<const T> value_;
};

/// The words of the text and of the HTML alternative, URLs left out.
struct Alternatives {
    bool both = false;
    std::size_t text_words = 0, html_words = 0;
    double difference = 0;  // share of the text's content words that the HTML lacks
    double missing = 0;     // share of the HTML's content words that the text lacks
};

/// What several facts of one message need, each worked out once and only when needed.
class Survey {
public:
    explicit Survey(const Content& of) : content(of) {}

    const Content& content;

    const Sender& sender() const;
    const std::vector<Target>& links() const;  // in document order
    const std::optional<Anomaly>& link_limit() const;
    const LinkTotals& link_totals() const;
    const std::vector<Attachment>& attachments() const;
    const std::vector<Placeholder>& placeholders() const;
    const std::optional<Anomaly>& placeholder_limit() const;
    const TextCounts& subject_counts() const;
    const std::string& shown_folded() const;  // the shown body
    const Aside& hidden() const;
    const Aside& after_end() const;
    const Aside& preheader() const;
    const Alternatives& alternatives() const;

private:
    const Limited<Target>& limited_links() const;
    const Limited<Placeholder>& limited_placeholders() const;

    Lazy<Sender> sender_;
    Lazy<Limited<Target>> links_;
    Lazy<LinkTotals> link_totals_;
    Lazy<std::vector<Attachment>> attachments_;
    Lazy<Limited<Placeholder>> placeholders_;
    Lazy<TextCounts> subject_counts_;
    Lazy<Aside> hidden_, after_end_, preheader_;
    Lazy<Alternatives> alternatives_;
};

}  // namespace spamlint
