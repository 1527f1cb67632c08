#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/document.h"
#include "message/message.h"
#include "span/mapped_text.h"
#include "text/fold.h"
#include "text/words.h"

namespace spamlint {

/// Where in a message a text stands. Rules name these in `in:`.
enum class Scope : std::uint8_t {
    subject,
    from_name,
    reply_to_name,
    preheader,
    text,
    hidden,
    outlook,  // of conditional comments: what Outlook alone shows. Rules that look into `text` look there too
    link_text,
    image_alt,
    attachment_name,
    title,
    html,    // the decoded source of HTML parts, for `raw:` patterns
    header,  // every field of the root header, "name: decoded value"
};
std::optional<Scope> scope_by_name(std::string_view name);  // "link-text"
std::string_view name(Scope scope);

/// One text that match rules look into. Folded when first asked for; the folded text refers to this one, so that it
/// may be moved only before, and never copied.
class ScopedText {
public:
    ScopedText(Scope of_scope, std::string of_part, MappedText of_text, std::vector<std::size_t> what_is_left_out,
               FoldBudget& budget)
        : scope(of_scope),
          part(std::move(of_part)),
          text(std::move(of_text)),
          left_out(std::move(what_is_left_out)),
          budget_(&budget) {}
    ScopedText(ScopedText&&) = default;
    ScopedText& operator=(ScopedText&&) = default;
    const FoldedText& folded() const;

    Scope scope;
    std::string part;
    MappedText text;
    std::vector<std::size_t> left_out;  // offsets of `text` where the HTML has something that is not seen; ascending

private:
    FoldBudget* budget_;  // the message's
    mutable std::shared_ptr<const FoldedText> folded_;
};

/// A body part as decoded text, and as a document where it is HTML.
struct Body {
    int part = 0;                      // index into Message::parts
    bool nested = false;               // inside a message/rfc822 part
    int text_index = -1;               // of `visible` in Content::texts
    MappedText source;                 // decoded text of the part
    std::optional<Document> document;  // text/html only
    MappedText visible;                // what a reader sees of it
    TextCounts counts;                 // of visible
};

/// A message with everything decoded once: what facts are measured on.
struct Content {
    std::string_view file;
    Message message;           // its anomalies include those of decoding
    std::vector<Body> bodies;  // body text parts in document order
    std::vector<ScopedText> texts;
    std::unique_ptr<FoldBudget> fold_budget = std::make_unique<FoldBudget>();  // of these
    std::vector<MappedText> header_values;  // decoded, one for each field of message.header()
    MappedText subject;
    std::vector<Mailbox> from, sender, reply_to, to, cc;

    bool is_template() const { return message.kind != MessageKind::message; }
    // Bodies of a nested message count only where the message has none of its own.
    const Body* html_body() const;   // the first HTML body, or nullptr
    const Body* text_body() const;   // the first text/plain body, or nullptr
    const Body* shown_body() const;  // html_body, else text_body, else nullptr
    /// What is visible of a body, folded; kept with its text.
    const std::string& folded(const Body& body) const;
};

/// Decodes the whole message. `file` must outlive the Content.
Content read_content(std::string_view file, Message message);

}  // namespace spamlint
