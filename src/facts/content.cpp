#include "facts/content.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "html/limits.h"
#include "span/utf8.h"

namespace spamlint {
namespace {

constexpr std::array<std::string_view, 13> scope_names = {
    "subject",   "from-name", "reply-to-name",   "preheader", "text", "hidden", "outlook",
    "link-text", "image-alt", "attachment-name", "title",     "html", "header"};

/// What html/ was cut at, as an anomaly of the message.
struct HtmlLimit {
    std::string_view name;
    AnomalyKind kind;
    std::size_t value;
};
constexpr HtmlLimit html_limits[] = {{"html-size", AnomalyKind::limit_html_size, kMaxHtmlBytes},
                                     {"tree-size", AnomalyKind::limit_tree_size, kMaxTreeBytes},
                                     {"style-rules", AnomalyKind::limit_style_rules, kMaxStyleRules},
                                     {"tag-depth", AnomalyKind::limit_tag_depth, kMaxOpenTags},
                                     {"attributes", AnomalyKind::limit_attributes, kMaxAttributes},
                                     {"links", AnomalyKind::limit_links, kMaxLinks},
                                     {"images", AnomalyKind::limit_images, kMaxImages},
                                     {"active", AnomalyKind::limit_active, kMaxActive}};

/// "name: value", mapped to the file. Most values stand in the file as they are; else each word is mapped by itself,
/// and where a word was encoded each of its characters.
MappedText header_text(std::string_view file, const HeaderField& field, const MappedText& value) {
    MappedTextBuilder builder;
    builder.append(field.name, field.name_span);
    builder.append(": ", Span{field.name_span.end, std::max(field.name_span.end, field.value.begin)});
    const std::string& text = value.text();
    const auto literal = [&](Span piece) {
        const Span source = value.source(piece);
        return source.size() == piece.size() && source.end <= file.size() &&
               file.substr(source.begin, source.size()) == std::string_view(text).substr(piece.begin, piece.size());
    };
    const auto append = [&](Span piece) {
        builder.append(std::string_view(text).substr(piece.begin, piece.size()), value.source(piece));
    };
    for (std::size_t begin = 0; begin < text.size();) {
        const Span all{begin, text.size()}, word{begin, std::min(text.find(' ', begin + 1), text.size())};
        if (begin == 0 && literal(all)) {
            append(all);
            break;
        }
        if (literal(word)) {
            append(word);
        } else {
            for (std::size_t at = word.begin; at < word.end;) {
                std::size_t next = at + 1;
                while (next < word.end && utf8::inside_character(text, next)) ++next;
                append({at, next});
                at = next;
            }
        }
        begin = word.end;
    }
    return std::move(builder).build();
}

/// Of ascending offsets those inside the span, counted from its begin.
std::vector<std::size_t> places_in(const std::vector<std::size_t>& offsets, Span span) {
    std::vector<std::size_t> inside;
    for (auto at = std::upper_bound(offsets.begin(), offsets.end(), span.begin); at != offsets.end() && *at < span.end;
         ++at)
        inside.push_back(*at - span.begin);
    return inside;
}

class Reader {
public:
    Reader(std::string_view file, Message message) {
        content_.file = file;
        content_.message = std::move(message);
    }

    Content read() && {
        if (!content_.is_template()) read_header();
        content_.bodies.reserve(content_.message.parts.size());
        for (std::size_t part = 0; part < content_.message.parts.size(); ++part) read_part(static_cast<int>(part));
        drop_repeated_anomalies();
        return std::move(content_);
    }

private:
    void add(Scope scope, std::string part, MappedText text, std::vector<std::size_t> left_out = {}) {
        if (!text.empty())
            content_.texts.emplace_back(scope, std::move(part), std::move(text), std::move(left_out),
                                        *content_.fold_budget);
    }

    void read_header() {
        const Header& header = content_.message.header();
        for (const HeaderField& field : header.fields) {
            MappedText value = decode_value(content_.file, field.value, content_.message.anomalies);
            add(Scope::header, "", header_text(content_.file, field, value));
            content_.header_values.push_back(std::move(value));
        }
        if (const HeaderField* field = header.find("subject"))
            content_.subject = content_.header_values[static_cast<std::size_t>(field - header.fields.data())];
        add(Scope::subject, "", content_.subject);
        content_.from = mailboxes("from");
        content_.sender = mailboxes("sender");
        content_.reply_to = mailboxes("reply-to");
        content_.to = mailboxes("to");
        content_.cc = mailboxes("cc");
        for (const Mailbox& mailbox : content_.from) add(Scope::from_name, "", mailbox.name);
        for (const Mailbox& mailbox : content_.reply_to) add(Scope::reply_to_name, "", mailbox.name);
    }

    /// Of all fields of the name: a second From is wrong, and its mailboxes count all the same.
    std::vector<Mailbox> mailboxes(std::string_view name) {
        std::vector<Mailbox> found;
        std::vector<Anomaly> known;  // decode_value() has reported them
        for (const HeaderField& field : content_.message.header().fields)
            if (field.name == name)
                for (Mailbox& mailbox : parse_mailboxes(content_.file, field.value, known))
                    found.push_back(std::move(mailbox));
        std::ranges::copy_if(known, std::back_inserter(content_.message.anomalies),
                             [](const Anomaly& anomaly) { return anomaly.kind == AnomalyKind::limit_mailboxes; });
        return found;
    }

    void read_part(int index) {
        const Part& part = content_.message.parts[static_cast<std::size_t>(index)];
        add(Scope::attachment_name, part.id, part.filename);
        if (!content_.is_template() && !part.is_body_text()) return;
        Body body;
        body.part = index;
        body.nested = is_nested(part);
        const std::size_t known = content_.message.anomalies.size();
        body.source = part_text(content_.file, part, content_.message.anomalies, text_may_grow_);
        // Beside the bytes in the file, encoded as they are: it is by these that the memory is measured.
        if (body.source.size() > part.body.size())
            text_may_grow_ -= std::min(text_may_grow_, body.source.size() - part.body.size());
        for (std::size_t i = known; i < content_.message.anomalies.size(); ++i)
            if (content_.message.anomalies[i].part.empty()) content_.message.anomalies[i].part = part.id;
        if (is_html(part)) body.document.emplace(parse_html(body.source, html_budget_));
        std::vector<std::size_t> left_out;
        body.visible = body.document ? body.document->visible(&left_out) : body.source;
        body.counts = count(body.visible.text());
        body.text_index = body.visible.empty() ? -1 : static_cast<int>(content_.texts.size());
        add(Scope::text, part.id, body.visible, std::move(left_out));
        if (body.document) add_html(body, part);
        content_.bodies.push_back(std::move(body));
    }

    bool is_html(const Part& part) const {
        return content_.is_template() ? content_.message.kind == MessageKind::html_template : part.type == "text/html";
    }

    bool is_nested(const Part& part) const {
        const auto& parts = content_.message.parts;
        for (int parent = part.parent; parent >= 0; parent = parts[static_cast<std::size_t>(parent)].parent)
            if (parts[static_cast<std::size_t>(parent)].is_message()) return true;
        return false;
    }

    void add_html(const Body& body, const Part& part) {
        const Document& document = *body.document;
        add(Scope::preheader, part.id, document.preheader());
        add(Scope::hidden, part.id, document.hidden());
        add(Scope::outlook, part.id, document.outlook);
        add(Scope::title, part.id, document.title);
        for (const Link& link : document.links)
            add(Scope::link_text, part.id, document.slice(link.text), places_in(document.gap_places, link.text));
        for (const Image& image : document.images) add(Scope::image_alt, part.id, image.alt);
        add(Scope::html, part.id, body.source);
        for (const ReachedLimit& reached : document.limits)
            for (const HtmlLimit& limit : html_limits)
                if (limit.name == reached.name)
                    content_.message.anomalies.push_back(
                        {limit.kind, reached.where, part.id, std::to_string(limit.value)});
    }

    /// A field that is decoded when the message is cut and again here would be reported twice.
    void drop_repeated_anomalies() {
        auto& anomalies = content_.message.anomalies;
        const auto order = [](const Anomaly& a, const Anomaly& b) {
            return std::tie(a.span, a.kind, a.part) < std::tie(b.span, b.kind, b.part);
        };
        const auto same = [](const Anomaly& a, const Anomaly& b) { return a.kind == b.kind && a.span == b.span; };
        std::stable_sort(anomalies.begin(), anomalies.end(), order);
        anomalies.erase(std::unique(anomalies.begin(), anomalies.end(), same), anomalies.end());
    }

    Content content_;
    std::size_t text_may_grow_ = limits::kTextGrowth;
    HtmlBudget html_budget_;
    FineRuns fine_runs_;
};

const Body* first_body(const std::vector<Body>& bodies, bool html) {
    const Body* nested = nullptr;
    for (const Body& body : bodies) {
        if (body.document.has_value() != html) continue;
        if (!body.nested) return &body;
        if (!nested) nested = &body;
    }
    return nested;
}

}  // namespace

std::optional<Scope> scope_by_name(std::string_view name) {
    const auto found = std::ranges::find(scope_names, name);
    if (found == scope_names.end()) return std::nullopt;
    return static_cast<Scope>(found - scope_names.begin());
}

std::string_view name(Scope scope) {
    return scope_names[static_cast<std::size_t>(scope)];
}

const FoldedText& ScopedText::folded() const {
    if (!folded_) folded_ = std::make_shared<const FoldedText>(text.text(), *budget_);
    return *folded_;
}

const Body* Content::html_body() const {
    return first_body(bodies, true);
}
const Body* Content::text_body() const {
    return first_body(bodies, false);
}

const Body* Content::shown_body() const {
    const Body* html = html_body();
    const Body* text = text_body();
    // A forwarded HTML message must not stand for the text that was written above it.
    if (html && text && html->nested && !text->nested) return text;
    return html ? html : text;
}

const std::string& Content::folded(const Body& body) const {
    static const std::string none;
    return body.text_index >= 0 ? texts[static_cast<std::size_t>(body.text_index)].folded().plain() : none;
}

Content read_content(std::string_view file, Message message) {
    return Reader(file, std::move(message)).read();
}

}  // namespace spamlint
