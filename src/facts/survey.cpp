#include "facts/survey.h"

#include <algorithm>
#include <iterator>

#include "facts/addresses_in_text.h"
#include "facts/shares.h"

namespace spamlint {
namespace {

/// What a text alternative made from the HTML may hold beside its visible text: alt texts, preheader and title.
std::vector<std::string> words_beside(const Document& document) {
    std::string beside = document.preheader().text() + "\n" + document.title.text();
    for (const Image& image : document.images) beside += "\n" + image.alt.text();
    return content_words(without_urls(beside));
}

std::vector<std::string> joined(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> both;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

Alternatives compare(const Content& content) {
    Alternatives result;
    const Body* html = content.html_body();
    const Body* text = content.text_body();
    result.both = html && text && html->nested == text->nested;
    if (!result.both) return result;
    const std::string plain = without_urls(text->visible.text());
    const std::string shown = without_urls(html->visible.text());
    result.text_words = count(plain).words;
    result.html_words = count(shown).words;
    const auto plain_words = content_words(plain);
    const auto shown_words = content_words(shown);
    result.difference = 1 - share_found(plain_words, joined(shown_words, words_beside(*html->document)), 1);
    result.missing = 1 - share_found(shown_words, plain_words, 1);
    return result;
}

}  // namespace

const Sender& Survey::sender() const {
    return sender_.get([this] { return read_sender(content); });
}

const Limited<Target>& Survey::limited_links() const {
    return links_.get([this] { return read_targets(content); });
}

const Limited<Placeholder>& Survey::limited_placeholders() const {
    return placeholders_.get([this] { return read_placeholders(content); });
}

const std::vector<Target>& Survey::links() const {
    return limited_links().items;
}

const std::optional<Anomaly>& Survey::link_limit() const {
    return limited_links().limit;
}

const LinkTotals& Survey::link_totals() const {
    return link_totals_.get([this] { return total(content, links(), sender().host.domain); });
}

const std::vector<Attachment>& Survey::attachments() const {
    return attachments_.get([this] { return read_attachments(content.file, content.message); });
}

const std::vector<Placeholder>& Survey::placeholders() const {
    return limited_placeholders().items;
}

const std::optional<Anomaly>& Survey::placeholder_limit() const {
    return limited_placeholders().limit;
}

const TextCounts& Survey::subject_counts() const {
    return subject_counts_.get([this] { return count(content.subject.text()); });
}

const std::string& Survey::shown_folded() const {
    static const std::string none;
    const Body* shown = content.shown_body();
    return shown ? content.folded(*shown) : none;
}

const Aside& Survey::hidden() const {
    return hidden_.get([this] { return hidden_text(content); });
}

const Aside& Survey::after_end() const {
    return after_end_.get([this] { return text_after_end(content); });
}

const Aside& Survey::preheader() const {
    return preheader_.get([this] { return preheader_text(content); });
}

const Alternatives& Survey::alternatives() const {
    return alternatives_.get([this] { return compare(content); });
}

}  // namespace spamlint
