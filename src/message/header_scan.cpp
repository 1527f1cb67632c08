#include "message/header_scan.h"

#include <algorithm>

#include "message/ascii.h"
#include "message/limits.h"
#include "message/message_start.h"

namespace spamlint {
namespace {

// A subject broken without indentation leaves one or two stray lines, and then the header goes on.
constexpr int kStrayLines = 3;

class HeaderScan {
public:
    HeaderScan(std::string_view text, LineStyle style, const Delimiters& delimiters, FirstOfKind& anomalies)
        : text_(text), style_(style), delimiters_(delimiters), anomalies_(anomalies) {}

    ScannedHeader run(std::size_t begin) {
        begin_ = begin;
        result_.header.span = {begin, begin};
        std::size_t at = begin;
        while (at < text_.size()) {
            const Line line = line_at(text_, at, style_);
            if (ends_header(line)) return std::move(result_);
            take(line);
            result_.header.span.end = line.next;
            at = line.next;
        }
        anomalies_.add(AnomalyKind::missing_header_end, result_.header.span);
        result_.body = text_.size();
        return std::move(result_);
    }

private:
    /// Sets where the body begins when the header ends before or with this line.
    bool ends_header(const Line& line) {
        if (line.empty()) {
            result_.body = line.next;
            return true;
        }
        result_.body = line.begin;
        if (line.end - begin_ > limits::kHeaderBlock) {
            anomalies_.add(AnomalyKind::limit_header_block, line.span(), std::to_string(limits::kHeaderBlock));
            return true;
        }
        const bool stops = delimiters_.match(line.in(text_)) || is_body(line);
        if (stops) anomalies_.add(AnomalyKind::missing_header_end, line.span());
        return stops || is_one_too_many(line);
    }

    bool is_fold(const Line& line) const { return ascii::is_blank(text_[line.begin]) && (has_field_ || stray_); }
    bool is_field(const Line& line) const { return field_colon(line.in(text_)) != std::string_view::npos; }

    bool is_body(const Line& line) {
        if (is_fold(line) || is_field(line)) return false;
        return !is_leading_mbox_line(line) && !header_goes_on(line.next);
    }

    bool is_leading_mbox_line(const Line& line) const { return line.begin == begin_ && is_mbox_line(line.in(text_)); }

    bool header_goes_on(std::size_t at) const {
        for (int i = 0; i < kStrayLines && at < text_.size(); ++i) {
            const Line line = line_at(text_, at, style_);
            const std::string_view content = line.in(text_);
            if (line.empty() || delimiters_.match(content)) return false;
            if (is_known_field(content)) return true;
            at = line.next;
        }
        return false;
    }

    bool is_one_too_many(const Line& line) {
        if (result_.header.fields.size() < limits::kHeaderFields || is_fold(line)) return false;
        anomalies_.add(AnomalyKind::limit_header_fields, line.span(), std::to_string(limits::kHeaderFields));
        return true;
    }

    void take(const Line& line) {
        check(line);
        if (is_fold(line)) {
            if (!stray_) extend(line);
        } else if (is_field(line)) {
            add_field(line);
        } else {
            stray_ = true;
            anomalies_.add(
                is_leading_mbox_line(line) ? AnomalyKind::mbox_line_in_message : AnomalyKind::malformed_header_line,
                line.span());
        }
    }

    void check(const Line& line) {
        if (line.end - line.begin > limits::kLineOctets)
            anomalies_.add(AnomalyKind::header_line_too_long, line.span(), std::to_string(line.end - line.begin));
        if (line.end - line.begin > limits::kHeaderLine)
            anomalies_.add(AnomalyKind::limit_header_line, line.span(), std::to_string(limits::kHeaderLine));
        for (std::size_t i = line.begin; i < line.end; ++i) {
            const auto byte = static_cast<unsigned char>(text_[i]);
            if ((byte < 0x20 && byte != '\t') || byte == 0x7F)
                anomalies_.add(AnomalyKind::control_in_header, {i, i + 1});
            else if (byte >= 0x80)
                anomalies_.add(AnomalyKind::raw_8bit_header, raw_run(i, line.end));
        }
    }

    Span raw_run(std::size_t begin, std::size_t line_end) const {
        std::size_t end = begin;
        while (end < line_end && ascii::is_8bit(text_[end])) ++end;
        return {begin, end};
    }

    void add_field(const Line& line) {
        const std::string_view content = line.in(text_);
        const std::size_t colon = field_colon(content);
        std::size_t name_end = colon;
        while (name_end > 0 && ascii::is_blank(content[name_end - 1])) --name_end;
        if (name_end < colon)
            anomalies_.add(AnomalyKind::obsolete_header_space, {line.begin + name_end, line.begin + colon});
        HeaderField field;
        field.name = ascii::lowered(content.substr(0, name_end));
        field.name_span = {line.begin, line.begin + name_end};
        field.span = line.span();
        field.value = value_in(line, line.begin + colon + 1);
        result_.header.fields.push_back(std::move(field));
        has_field_ = true;
        stray_ = false;
        cut_ = line.end - line.begin > limits::kHeaderLine;
    }

    void extend(const Line& line) {
        HeaderField& field = result_.header.fields.back();
        field.span.end = line.end;
        if (cut_) return;
        const Span more = value_in(line, line.begin);
        if (!more.empty()) field.value = field.value.empty() ? more : Span{field.value.begin, more.end};
        cut_ = line.end - line.begin > limits::kHeaderLine;
    }

    /// What stands in the line from `begin` on, without white space around it and not beyond the limit.
    Span value_in(const Line& line, std::size_t begin) const {
        std::size_t end = std::min(line.end, line.begin + limits::kHeaderLine);
        while (begin < end && ascii::is_blank(text_[begin])) ++begin;
        while (end > begin && ascii::is_blank(text_[end - 1])) --end;
        return {begin, std::max(begin, end)};
    }

    std::string_view text_;
    LineStyle style_;
    const Delimiters& delimiters_;
    FirstOfKind& anomalies_;
    ScannedHeader result_;
    std::size_t begin_ = 0;
    bool has_field_ = false;
    bool stray_ = false;  // the line before was neither field nor fold: what is folded under it goes with it
    bool cut_ = false;    // the field's line went beyond the limit
};

constexpr std::string_view kKnownPrefixes[] = {"arc-",  "authentication-", "content-", "disposition-",
                                               "dkim-", "list-",           "resent-",  "x-"};
constexpr std::string_view kKnownNames[] = {"auto-submitted",
                                            "bcc",
                                            "cc",
                                            "comments",
                                            "date",
                                            "delivered-to",
                                            "errors-to",
                                            "feedback-id",
                                            "from",
                                            "importance",
                                            "in-reply-to",
                                            "keywords",
                                            "lines",
                                            "message-id",
                                            "mime-version",
                                            "organization",
                                            "precedence",
                                            "priority",
                                            "received",
                                            "received-spf",
                                            "references",
                                            "reply-to",
                                            "return-path",
                                            "sender",
                                            "status",
                                            "subject",
                                            "thread-index",
                                            "thread-topic",
                                            "to",
                                            "user-agent",
                                            "message_id",
                                            "return-receipt-to"};

constexpr std::string_view kOnceInMessage[] = {
    "bcc", "cc", "date", "from", "in-reply-to", "message-id", "references", "reply-to", "sender", "subject", "to"};
constexpr std::string_view kOnceInPart[] = {"content-description",       "content-disposition", "content-id",
                                            "content-transfer-encoding", "content-type",        "mime-version"};

template <std::size_t N>
bool holds(const std::string_view (&names)[N], std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

bool is_known_field(std::string_view line) {
    const std::size_t colon = field_colon(line);
    if (colon == std::string_view::npos) return false;
    const std::string name = ascii::lowered(ascii::trimmed(line.substr(0, colon)));
    const bool known_prefix = std::any_of(std::begin(kKnownPrefixes), std::end(kKnownPrefixes),
                                          [&](std::string_view prefix) { return name.starts_with(prefix); });
    return known_prefix || holds(kKnownNames, name);
}

ScannedHeader scan_header(std::string_view text, std::size_t begin, LineStyle style, const Delimiters& delimiters,
                          FirstOfKind& anomalies) {
    return HeaderScan(text, style, delimiters, anomalies).run(begin);
}

void check_duplicates(const Header& header, bool of_message, std::vector<Anomaly>& anomalies, const std::string& part) {
    std::vector<std::string_view> seen;
    std::vector<std::string_view> reported;
    for (const HeaderField& field : header.fields) {
        if (!holds(kOnceInPart, field.name) && !(of_message && holds(kOnceInMessage, field.name))) continue;
        const bool again = std::find(seen.begin(), seen.end(), field.name) != seen.end();
        if (!again) {
            seen.push_back(field.name);
        } else if (std::find(reported.begin(), reported.end(), field.name) == reported.end()) {
            reported.push_back(field.name);
            anomalies.push_back({AnomalyKind::duplicate_field, field.span, part, field.name});
        }
    }
}

}  // namespace spamlint
