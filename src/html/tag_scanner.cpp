#include "html/tag_scanner.h"

#include <algorithm>

#include "html/ascii.h"
#include "html/limits.h"
#include "html/open_tags.h"

namespace spamlint {
namespace {

struct AttributeScan {
    std::size_t count = 0;
    std::size_t excess_begin = 0;  // of the first attribute beyond the limit
};

std::size_t skip_space(std::string_view html, std::size_t at) {
    while (at < html.size() && is_space(html[at])) ++at;
    return at;
}

/// Offset behind an attribute's value, which begins at `at`, behind the '='.
std::size_t value_end(std::string_view html, std::size_t at) {
    at = skip_space(html, at);
    if (at >= html.size()) return html.size();
    if (html[at] == '"' || html[at] == '\'') return std::min(html.find(html[at], at + 1), html.size() - 1) + 1;
    while (at < html.size() && !is_space(html[at]) && html[at] != '>') ++at;
    return at;
}

/// The tokenizer's attribute states (HTML 13.2.5.32–40). `at` is the offset behind the tag's name.
std::size_t attributes_end(std::string_view html, std::size_t at, AttributeScan& scan) {
    while (at < html.size()) {
        while (at < html.size() && (is_space(html[at]) || html[at] == '/')) ++at;
        if (at >= html.size()) break;
        if (html[at] == '>') return at + 1;
        if (++scan.count == kMaxAttributes + 1) scan.excess_begin = at;
        ++at;  // a '=' in front belongs to the name
        while (at < html.size() && !is_space(html[at]) && html[at] != '/' && html[at] != '>' && html[at] != '=') ++at;
        const std::size_t sign = skip_space(html, at);
        at = sign < html.size() && html[sign] == '=' ? value_end(html, sign + 1) : sign;
    }
    return html.size();
}

std::size_t name_end(std::string_view html, std::size_t at) {
    while (at < html.size() && !is_space(html[at]) && html[at] != '/' && html[at] != '>') ++at;
    return at;
}

/// A comment ends at the first --> or --!>, and <!--> and <!---> are whole comments (HTML 13.2.5.43–51).
std::size_t comment_end(std::string_view html, std::size_t at) {
    const std::size_t data = at + 4;
    if (html.substr(data, 1) == ">") return data + 1;
    if (html.substr(data, 2) == "->") return data + 2;
    for (std::size_t dash = html.find("--", data); dash != std::string_view::npos; dash = html.find("--", dash + 1)) {
        if (html.substr(dash + 2, 1) == ">") return dash + 3;
        if (html.substr(dash + 2, 2) == "!>") return dash + 4;
    }
    return html.size();
}

std::size_t declaration_end(std::string_view html, std::size_t at) {
    if (html.substr(at, 4) == "<!--") return comment_end(html, at);
    return std::min(html.find('>', at), html.size() - 1) + 1;
}

bool is_raw_text(GumboTag tag) {
    return tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_TEXTAREA ||
           tag == GUMBO_TAG_XMP || tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_NOEMBED || tag == GUMBO_TAG_NOFRAMES;
}

/// In these gumbo may read tags where this scan would see raw text.
bool blurs_raw_text(GumboTag tag) {
    return tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_MATH || tag == GUMBO_TAG_SELECT || tag == GUMBO_TAG_FRAMESET;
}

/// What follows these may be markup to gumbo and text to this scan, or the other way round: <script> has states of its
/// own (HTML 13.2.5.15–31), in <template> a <textarea> may be passed over, and after <plaintext> all is text.
bool blurs_text(GumboTag tag) {
    return blurs_raw_text(tag) || tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_PLAINTEXT;
}

class Scanner {
public:
    explicit Scanner(std::string_view html) : html_(html) {}

    TagScan run() {
        std::size_t behind = 0;  // the last tag
        for (std::size_t at = html_.find('<'); at != std::string_view::npos; at = html_.find('<', behind)) {
            text({behind, at});
            behind = step(at);
        }
        text({behind, html_.size()});
        if (!scan_.excess.empty()) scan_.texts.clear();  // tags that gumbo will not see may have kept it from raw text
        scan_.unclosed_tables = open_.open(GUMBO_TAG_TABLE);
        scan_.stray_tags += open_.close_all();
        return std::move(scan_);
    }

private:
    void text(Span span) {
        if (!text_blurred_ && span.size() >= kShortestStretch) scan_.texts.push_back(span);
    }

    std::size_t step(std::size_t at) {
        const char next = at + 1 < html_.size() ? html_[at + 1] : '\0';
        if (ascii::is_alpha(next)) return start_tag(at);
        if (next == '/') return end_tag(at);
        if (next != '!' && next != '?') return at + 1;
        if (has_table_ && open_.in_foreign() && html_.substr(at).starts_with(kCdata)) return cdata(at);
        if (html_.size() - at > 9 && equals_lower(html_.substr(at + 2, 7), "doctype")) scan_.has_doctype = true;
        return declaration_end(html_, at);
    }

    /// gumbo gives up on some of these in a table: <table><svg><title><![CDATA[a]]>b. What they hold is read as HTML.
    std::size_t cdata(std::size_t at) {
        scan_.excess.push_back({at, at + kCdata.size()});
        return at + kCdata.size();
    }

    std::size_t start_tag(std::size_t at) {
        const std::size_t named = name_end(html_, at + 1);
        const OpenTag tag = open_tag(html_.substr(at + 1, named - at - 1));
        AttributeScan attributes;
        const std::size_t end = attributes_end(html_, named, attributes);
        ++scan_.tags;
        if (tag.name == GUMBO_TAG_HTML) {
            scan_.has_html_tag = true;
            scan_.html_end = std::string_view::npos;
        }
        if (tag.unknown() && !open_.in_foreign()) ++scan_.stray_tags;
        limit(attributes, end);
        plaintext_ = plaintext_ || tag.name == GUMBO_TAG_PLAINTEXT;
        has_table_ = has_table_ || tag.name == GUMBO_TAG_TABLE;
        blurred_ = blurred_ || blurs_raw_text(tag.name);
        text_blurred_ = text_blurred_ || blurs_text(tag.name);
        const bool closed = end >= at + 2 && html_.substr(end - 2, 2) == "/>";
        open(tag, {at, end}, closed);
        return is_raw_text(tag.name) ? raw_text(tag.name, {at, end}) : end;
    }

    void limit(const AttributeScan& attributes, std::size_t end) {
        if (attributes.count <= kMaxAttributes) return;
        scan_.excess.push_back({attributes.excess_begin, end - (html_[end - 1] == '>' ? 1 : 0)});
        if (scan_.too_many_attributes.empty()) scan_.too_many_attributes = scan_.excess.back();
    }

    void open(OpenTag tag, Span span, bool self_closed) {
        scan_.stray_tags += open_.imply_ends(tag);
        if (is_void(tag.name) || (self_closed && open_.in_foreign())) return;
        if (open_.size() < kMaxOpenTags) {
            open_.push(tag);
            return;
        }
        if (scan_.too_deep.empty()) scan_.too_deep = span;
        ++beyond_;
        scan_.excess.push_back(span);
    }

    std::size_t end_tag(std::size_t at) {
        if (at + 2 >= html_.size() || !ascii::is_alpha(html_[at + 2]))
            return std::min(html_.find('>', at), html_.size() - 1) + 1;
        const std::size_t named = name_end(html_, at + 2);
        AttributeScan attributes;  // gumbo reads those of end tags too
        const std::size_t end = attributes_end(html_, named, attributes);
        const OpenTag tag = open_tag(html_.substr(at + 2, named - at - 2));
        if (tag.name == GUMBO_TAG_HTML && !plaintext_) scan_.html_end = std::min(scan_.html_end, end);
        if (beyond_ > 0) {
            --beyond_;
            scan_.excess.push_back({at, end});
        } else {
            scan_.stray_tags += open_.close(tag);
            limit(attributes, end);
        }
        return end;
    }

    /// Does the end tag of the name stand at `at` (HTML 13.2.5.11)?
    bool is_end_tag(std::size_t at, std::string_view name) const {
        const std::size_t end = at + 2 + name.size();
        return end < html_.size() && (is_space(html_[end]) || html_[end] == '/' || html_[end] == '>') &&
               equals_lower(html_.substr(at + 2, name.size()), name);
    }

    /// Offset of the end tag of raw text, or of its beginning where gumbo may see tags in it.
    std::size_t raw_text(GumboTag tag, Span start) {
        const std::string_view name = gumbo_normalized_tagname(tag);
        std::size_t end = html_.find("</", start.end);
        while (end != std::string_view::npos && !is_end_tag(end, name)) end = html_.find("</", end + 2);
        end = std::min(end, html_.size());
        if (tag == GUMBO_TAG_STYLE) scan_.styles.push_back({start, {start.end, end}});
        return blurred_ ? start.end : end;
    }

    std::string_view html_;
    TagScan scan_;
    OpenTags open_;
    std::size_t beyond_ = 0;  // open tags deeper than the limit
    bool has_table_ = false, plaintext_ = false, blurred_ = false, text_blurred_ = false;
};

}  // namespace

TagScan scan_tags(std::string_view html) {
    return Scanner(html).run();
}

std::size_t markup_end(std::string_view html, std::size_t at) {
    const char next = at + 1 < html.size() ? html[at + 1] : '\0';
    const bool end_tag = next == '/' && at + 2 < html.size() && ascii::is_alpha(html[at + 2]);
    if (!ascii::is_alpha(next) && !end_tag) return declaration_end(html, at);
    AttributeScan ignored;
    return attributes_end(html, name_end(html, at + (end_tag ? 2 : 1)), ignored);
}

}  // namespace spamlint
