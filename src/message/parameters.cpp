#include "message/parameters.h"

#include <algorithm>
#include <unordered_map>

#include "message/ascii.h"
#include "message/encoded_word.h"
#include "message/quoted_printable.h"
#include "message/reading.h"

namespace spamlint {
namespace {

constexpr std::size_t npos = std::string_view::npos;

class ParameterSplitter {
public:
    ParameterSplitter(std::string_view file, Span value) : text_(file.substr(0, value.end)), at_(value.begin) {}

    ParameterSegments run() {
        result_.value = unquoted(false);
        while (at_ < text_.size()) {
            ++at_;
            parameter();
        }
        return std::move(result_);
    }

private:
    void parameter() {
        skip_space_and_comments();
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] != '=' && text_[at_] != ';') ++at_;
        if (at_ >= text_.size() || text_[at_] == ';') return;
        ParameterSegment segment = named(ascii::trimmed(text_.substr(begin, at_ - begin)));
        ++at_;
        skip_space_and_comments();
        const bool quoted = at_ < text_.size() && text_[at_] == '"';
        segment.text = quoted ? quoted_string() : unquoted(true);
        // What stands between a closing quote and the next semicolon means nothing.
        while (at_ < text_.size() && text_[at_] != ';') ++at_;
        if (!segment.name.empty()) result_.segments.push_back(std::move(segment));
    }

    /// "name", "name*", "name*2", "name*2*".
    static ParameterSegment named(std::string_view name) {
        ParameterSegment segment;
        if (name.ends_with('*')) {
            segment.extended = true;
            name.remove_suffix(1);
        }
        const std::size_t star = name.rfind('*');
        if (star != npos && star + 1 < name.size() && name.size() - star <= 6) {
            const std::string_view digits = name.substr(star + 1);
            if (std::all_of(digits.begin(), digits.end(), ascii::is_digit)) {
                segment.number = 0;
                for (const char c : digits) segment.number = segment.number * 10 + (c - '0');
                name = name.substr(0, star);
            }
        }
        segment.name = ascii::lowered(ascii::trimmed(name));
        return segment;
    }

    void skip_space_and_comments() {
        while (at_ < text_.size()) {
            if (ascii::is_space(text_[at_]))
                ++at_;
            else if (text_[at_] != '(' || !skip_comment())
                return;
        }
    }

    /// A comment may nest (RFC 5322 3.2.2). One that never ends is no comment, and then no other is looked for.
    bool skip_comment() {
        if (no_comments_) return false;
        int depth = 0;
        for (std::size_t i = at_; i < text_.size(); ++i) {
            if (text_[i] == '\\') ++i;
            else if (text_[i] == '(') ++depth;
            else if (text_[i] == ')' && --depth == 0) {
                at_ = i + 1;
                return true;
            }
        }
        no_comments_ = true;
        return false;
    }

    /// In a parameter's value "(" is kept: "name=report (1).pdf" is what senders write.
    MappedText unquoted(bool keep_comments) {
        if (keep_comments) skip_space();
        else skip_space_and_comments();
        MappedTextBuilder out;
        std::size_t begin = at_;
        const auto hand_over = [&] {
            if (at_ > begin) out.append(text_.substr(begin, at_ - begin), begin, 1, 1);
        };
        while (at_ < text_.size() && text_[at_] != ';') {
            const bool comment = !keep_comments && text_[at_] == '(' && !no_comments_;
            if (!comment && !ascii::is_break(text_[at_])) {
                ++at_;
                continue;
            }
            hand_over();
            if (!comment) ++at_;
            else skip_comment();
            begin = at_;
        }
        hand_over();
        return trimmed_end(std::move(out).build());
    }

    static MappedText trimmed_end(MappedText text) {
        const std::size_t last = text.text().find_last_not_of(" \t");
        if (last == npos) return {};
        if (last + 1 == text.size()) return text;
        MappedTextBuilder out(text.map());
        out.append(std::string_view(text.text()).substr(0, last + 1), 0, 1, 1);
        return std::move(out).build();
    }

    void skip_space() {
        while (at_ < text_.size() && ascii::is_space(text_[at_])) ++at_;
    }

    /// Only a quote and a backslash can be escaped: "C:\new.doc" is what senders write.
    MappedText quoted_string() {
        MappedTextBuilder out;
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            const bool pair =
                text_[at_] == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\');
            if (pair) ++at_;
            if (!ascii::is_break(text_[at_])) out.append(text_.substr(at_, 1), at_, 1, 1);
        }
        if (at_ < text_.size()) ++at_;
        return std::move(out).build();
    }

    std::string_view text_;
    std::size_t at_;
    bool no_comments_ = false;
    ParameterSegments result_;
};

/// "charset'language'text" (RFC 2231 4); the text begins after the second quote.
struct Prefix {
    std::string_view charset;
    std::size_t size = 0;
};

Prefix prefix_of(std::string_view text) {
    const std::size_t first = text.find('\'');
    const std::size_t second = first == npos ? npos : text.find('\'', first + 1);
    return second == npos ? Prefix{} : Prefix{text.substr(0, first), second + 1};
}

/// Puts what a segment's text, from `skip` on, stands for into `bytes`, percent-decoded where it is extended.
void append_segment(const ParameterSegment& segment, std::size_t skip, MappedTextBuilder& bytes,
                    FirstOfKind& anomalies) {
    const std::string_view text = segment.text.text();
    RunBuilder decoded;
    if (segment.extended && decode_percent(text.substr(skip), skip, decoded))
        anomalies.add(AnomalyKind::bad_encoded_word, segment.text.source(), "bad percent-encoding");
    if (!segment.extended) decoded.append(text.substr(skip), skip, 1, 1);
    const MappedText part = std::move(decoded).build();
    const std::string_view out = part.text();
    for (const SourceMap::Run& run : part.map()->runs()) {
        std::size_t source = run.source_begin;
        for (std::size_t at = run.derived_begin; at < run.derived_end; at += run.derived_step) {
            bytes.append(out.substr(at, run.derived_step), segment.text.source({source, source + run.source_step}));
            source += run.source_step;
        }
    }
}

/// The segments of one parameter, in the order of their numbers, as text.
MappedText decode_parameter(std::vector<ParameterSegment*>& segments, FirstOfKind& anomalies) {
    const ParameterSegment& first = *segments.front();
    const bool plain = segments.size() == 1 && !first.extended;
    if (plain) return decode_words(first.text, anomalies);
    const Prefix prefix = first.extended ? prefix_of(first.text.text()) : Prefix{};
    MappedTextBuilder builder;
    for (const ParameterSegment* segment : segments)
        append_segment(*segment, segment == &first ? prefix.size : 0, builder, anomalies);
    const MappedText bytes = std::move(builder).build();
    const bool any_extended = std::any_of(segments.begin(), segments.end(), [](auto* s) { return s->extended; });
    if (!any_extended) return decode_words(bytes, anomalies);
    Reading reading = read_text(bytes.text(), prefix.charset, {});
    if (reading.doubt == AnomalyKind::unknown_charset)
        anomalies.add(AnomalyKind::unknown_charset, first.text.source(), reading.detail);
    else if (reading.doubt)
        anomalies.add(AnomalyKind::bad_encoded_word, bytes.source(reading.where), "not in " + reading.detail);
    reading.converted.map.stand_on(bytes.map());
    return {std::move(reading.converted.text), std::move(reading.converted.map)};
}

/// Of several segments of one name: the numbered ones when their first is there, in order; else the best single one
/// (RFC 2231 lets "name*" stand beside an old "name", and wins).
void choose(std::vector<ParameterSegment*>& segments) {
    std::stable_sort(segments.begin(), segments.end(), [](auto* a, auto* b) { return a->number < b->number; });
    const auto numbered = std::find_if(segments.begin(), segments.end(), [](auto* s) { return s->number >= 0; });
    const auto single = std::find_if(segments.begin(), numbered, [](auto* s) { return s->extended; });
    if (single != numbered)
        segments = {*single};
    else if (numbered != segments.end())
        segments.erase(segments.begin(), numbered);
    else
        segments.resize(1);
}

}  // namespace

ParameterSegments split_parameters(std::string_view file, Span value) { return ParameterSplitter(file, value).run(); }

ParameterizedValue join_parameters(ParameterSegments&& split, FirstOfKind& anomalies) {
    ParameterizedValue result;
    result.value = decode_words(split.value, anomalies);
    std::vector<std::vector<ParameterSegment*>> by_name;
    std::unordered_map<std::string_view, std::size_t> index;
    for (ParameterSegment& segment : split.segments) {
        const auto [place, is_new] = index.try_emplace(segment.name, by_name.size());
        if (is_new) by_name.emplace_back();
        by_name[place->second].push_back(&segment);
    }
    for (auto& segments : by_name) {
        choose(segments);
        result.parameters.push_back({segments.front()->name, decode_parameter(segments, anomalies)});
    }
    return result;
}

ParameterizedValue parse_parameters(std::string_view file, Span value, std::vector<Anomaly>& anomalies) {
    FirstOfKind first(anomalies);
    return join_parameters(split_parameters(file, value), first);
}

}  // namespace spamlint
