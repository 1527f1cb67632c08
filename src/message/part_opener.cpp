#include "message/part_opener.h"

#include <algorithm>

#include "message/ascii.h"
#include "message/entity.h"
#include "message/header_scan.h"
#include "message/limits.h"
#include "message/message_start.h"

namespace spamlint {
namespace {

bool is_encoded(const Part& part) {
    return part.encoding == TransferEncoding::base64 || part.encoding == TransferEncoding::quoted_printable;
}

/// The stretch from the first to the last byte that is no white space.
Span visible(std::string_view text, Span span) {
    while (!span.empty() && ascii::is_space(text[span.begin])) ++span.begin;
    while (!span.empty() && ascii::is_space(text[span.end - 1])) --span.end;
    return span;
}

}  // namespace

void PartOpener::open(std::size_t begin) {
    digest_.clear();
    while (open_one(begin) == Sort::message) {
    }
}

PartOpener::Sort PartOpener::open_one(std::size_t& begin) {
    std::vector<Anomaly> found;
    FirstOfKind anomalies(found);
    Part part;
    part.parent = open_.empty() ? -1 : static_cast<int>(open_.back());
    part.depth = static_cast<int>(open_.size());
    if (in_message()) begin = find_header(text_, begin, style_, anomalies);
    ScannedHeader scanned = scan_header(text_, begin, style_, delimiters_, anomalies);
    part.header = std::move(scanned.header);
    part.span = {begin, scanned.body};
    part.body = {scanned.body, scanned.body};
    begin = scanned.body;
    const std::string boundary = read_entity(text_, part, default_type(), anomalies);
    const Sort sort = sort_of(part, boundary);
    number(part);
    if (sort == Sort::multipart) boundary_ = boundary;
    check_duplicates(part.header, in_message(), found, part.id);
    for (Anomaly& anomaly : found) anomaly.part = part.id;
    anomalies_.insert(anomalies_.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    if (part.parent >= 0) parts_[open_.back()].children.push_back(static_cast<int>(parts_.size()));
    open_.push_back(parts_.size());
    parts_.push_back(std::move(part));
    epilogues_.push_back(0);
    add_digest(sort);
    return sort;
}

/// What cannot be cut further is read as text, so that nothing in it is lost from sight.
PartOpener::Sort PartOpener::sort_of(Part& part, const std::string& boundary) {
    if (part.is_message() && is_encoded(part)) return Sort::leaf;
    if (!part.is_multipart() && !part.is_message()) return Sort::leaf;
    const bool uncut = (part.is_multipart() && boundary.empty()) || is_beyond_limits(part);
    if (uncut) part.type = "text/plain";
    if (uncut) return Sort::leaf;
    return part.is_multipart() ? Sort::multipart : Sort::message;
}

bool PartOpener::is_beyond_limits(const Part& part) {
    if (part.depth >= limits::kDepth) {
        FirstOfKind(anomalies_).add(AnomalyKind::limit_depth, part.header.span, std::to_string(limits::kDepth));
        return true;
    }
    return part.is_message() && !may_open(part.header.span);
}

bool PartOpener::may_open(Span delimiter) {
    // One is kept back for the part that is being opened.
    if (parts_.size() + 1 < limits::kParts) return true;
    if (!parts_reported_)
        FirstOfKind(anomalies_).add(AnomalyKind::limit_parts, delimiter, std::to_string(limits::kParts));
    parts_reported_ = true;
    return false;
}

bool PartOpener::in_message() const { return open_.empty() || parts_[open_.back()].is_message(); }

std::string_view PartOpener::default_type() const {
    const bool digest = !open_.empty() && parts_[open_.back()].type == "multipart/digest";
    return digest ? "message/rfc822" : "text/plain";
}

/// RFC 9051 6.4.5. The multipart of a message inside the message has no number there; it is named as its text is
/// fetched, "4.TEXT", and its parts are 4.1, 4.2, …
void PartOpener::number(Part& part) {
    std::string inside;
    if (part.parent < 0) {
        part.id = part.is_multipart() ? "" : "1";
        inside = part.is_multipart() ? "" : "1.";
    } else if (in_message()) {
        const std::string& message = parts_[open_.back()].id;
        part.id = message + (part.is_multipart() ? ".TEXT" : ".1");
        inside = part.is_multipart() ? message + "." : part.id + ".";
    } else {
        part.id = prefixes_[open_.back()] + std::to_string(parts_[open_.back()].children.size() + 1);
        inside = part.id + ".";
    }
    prefixes_.push_back(std::move(inside));
}

void PartOpener::add_digest(Sort sort) {
    if (sort == Sort::multipart) digest_ += "Content-Type: multipart/mixed; boundary=b\n";
    if (sort == Sort::message) digest_ += "Content-Type: message/rfc822\n";
    digest_ += "\n";
}

std::string PartOpener::enter_multipart() {
    levels_.push_back({open_.back(), open_.size()});
    return boundary_;
}

void PartOpener::leave_multipart() { levels_.pop_back(); }

void PartOpener::mark_closed(std::size_t end) { epilogues_[levels_.back().part] = end; }

void PartOpener::close_inside(std::size_t level, std::size_t end) { close_down_to(levels_[level].open, end); }

void PartOpener::close_all(std::size_t end) { close_down_to(0, end); }

void PartOpener::close_down_to(std::size_t count, std::size_t end) {
    while (open_.size() > count) {
        Part& part = parts_[open_.back()];
        // The line break before a delimiter belongs to the delimiter, even where it is the header's own.
        end = std::max(end, part.span.begin);
        part.body = {std::min(part.body.begin, end), end};
        part.header.span.end = std::min(part.header.span.end, end);
        part.span.end = end;
        open_.pop_back();
    }
}

std::vector<Part> PartOpener::parts() && {
    for (std::size_t i = 0; i < parts_.size(); ++i)
        if (parts_[i].is_multipart()) check_multipart(i);
    return std::move(parts_);
}

void PartOpener::check_multipart(std::size_t index) {
    Part& part = parts_[index];
    const HeaderField* field = part.header.find("content-type");
    const Span where = field != nullptr ? field->span : part.header.span;
    FirstOfKind anomalies(anomalies_, part.id);
    const std::size_t epilogue = epilogues_[index];
    if (part.children.empty()) {
        anomalies.add(AnomalyKind::empty_multipart, where);
        // Without a single delimiter its text is what a reader may get to see.
        if (visible(text_, part.body).empty()) return;
        part.type = "text/plain";
        if (part.id.empty()) part.id = "1";
    } else if (epilogue == 0) {
        anomalies.add(AnomalyKind::unclosed_multipart, where);
    } else if (epilogue < part.body.end) {
        const Span text = visible(text_, {epilogue, part.body.end});
        if (!text.empty()) anomalies.add(AnomalyKind::text_after_close, text);
    }
}

}  // namespace spamlint
