#include "message/encoded_word.h"

#include <algorithm>
#include <vector>

#include "message/ascii.h"
#include "message/base64.h"
#include "message/header.h"
#include "message/quoted_printable.h"
#include "message/reading.h"

namespace spamlint {
namespace {

constexpr std::size_t kLongestCharset = 64;
constexpr std::size_t kLongestWord = 75;  // RFC 2047 2
constexpr std::size_t npos = std::string_view::npos;

void append_converted(const Converted& converted, MappedTextBuilder& out) {
    const std::string_view text = converted.text;
    for (const SourceMap::Run& run : converted.map.runs())
        out.append(text.substr(run.derived_begin, run.derived_end - run.derived_begin), run.source_begin,
                   run.derived_step, run.source_step);
}

/// Appends text that was converted from `bytes` with the places that `bytes` came from.
void append_through(const Converted& converted, const MappedText& bytes, MappedTextBuilder& out) {
    const std::string_view text = converted.text;
    if (text == bytes.text()) {
        for (const SourceMap::Run& run : bytes.map()->runs())
            out.append(text.substr(run.derived_begin, run.derived_end - run.derived_begin), run.source_begin,
                       run.derived_step, run.source_step);
        return;
    }
    for (const SourceMap::Run& run : converted.map.runs()) {
        std::size_t source = run.source_begin;
        for (std::size_t at = run.derived_begin; at < run.derived_end; at += run.derived_step) {
            out.append(text.substr(at, run.derived_step), bytes.source({source, source + run.source_step}));
            source += run.source_step;
        }
    }
}

/// Does a character stand across `cut`, an offset in the bytes that `converted` was made from?
bool is_split_at(const Converted& converted, std::size_t cut) {
    const auto& runs = converted.map.runs();
    const auto after = std::upper_bound(
        runs.begin(), runs.end(), cut, [](std::size_t at, const SourceMap::Run& run) { return at < run.source_begin; });
    if (after == runs.begin()) return false;
    const SourceMap::Run& run = *std::prev(after);
    const std::size_t units = (run.derived_end - run.derived_begin) / run.derived_step;
    if (cut >= run.source_begin + units * run.source_step) return false;
    const std::size_t into = cut - run.source_begin;
    if (run.source_step > 1) return into % run.source_step != 0;
    const char first = converted.text[run.derived_begin + into * run.derived_step];
    return (static_cast<unsigned char>(first) & 0xC0U) == 0x80;
}

class WordDecoder {
public:
    WordDecoder(const MappedText& source, FirstOfKind& anomalies)
        : source_(source), text_(source.text()), anomalies_(anomalies), out_(source.map()) {}

    MappedText run() {
        if (!ascii::is_ascii(text_)) raw_label_ = guess_label(text_);
        EncodedWordFinder finder(text_);
        std::size_t at = 0;
        while (const auto word = finder.next(at)) {
            if (!(group_.empty() ? false : is_space(at, word->whole.begin))) {
                flush();
                literal(at, word->whole.begin);
            } else if (!joins(*word)) {
                flush();
            }
            group_.push_back(*word);
            at = word->whole.end;
        }
        flush();
        literal(at, text_.size());
        return std::move(out_).build();
    }

private:
    bool is_space(std::size_t begin, std::size_t end) const {
        return ascii::trimmed(text_.substr(begin, end - begin)).empty();
    }

    bool joins(const EncodedWord& word) const {
        return ascii::equal_ignoring_case(word.charset, group_.back().charset) && !find_charset(word.charset).stateful;
    }

    void literal(std::size_t begin, std::size_t end) {
        const std::string_view part = text_.substr(begin, end - begin);
        const std::size_t loose = part.find("=?");
        if (loose != npos && part.find("?=", loose) != npos)
            anomalies_.add(AnomalyKind::bad_encoded_word, source_.source({begin + loose, end}), "not readable");
        if (ascii::is_ascii(part))
            out_.append(part, begin, 1, 1);
        else
            append_converted(read_text(part, raw_label_, {begin}).converted, out_);
    }

    /// Decodes the words gathered: neighbours of one charset, so that a character may stand across two of them.
    void flush() {
        if (group_.empty()) return;
        RunBuilder builder;
        std::vector<std::size_t> cuts;
        for (const EncodedWord& word : group_) {
            check_form(word);
            cuts.push_back(builder.text().size());
            decode_bytes(word, builder);
        }
        const MappedText bytes = std::move(builder).build();
        const Reading reading = read_text(bytes.text(), group_.front().charset, {});
        report(reading, bytes);
        if (reading.doubt == AnomalyKind::unknown_charset) {
            const Span all{group_.front().whole.begin, group_.back().whole.end};
            out_.append(text_.substr(all.begin, all.size()), all.begin, 1, 1);
        } else {
            check_cuts(reading.converted, cuts);
            append_through(reading.converted, bytes, out_);
        }
        group_.clear();
    }

    void check_form(const EncodedWord& word) {
        const std::string_view inside = text_.substr(word.text.begin, word.text.size());
        if (word.whole.size() > kLongestWord) fault(word.whole, std::to_string(word.whole.size()) + " characters");
        if (std::any_of(inside.begin(), inside.end(), ascii::is_space)) fault(word.whole, "white space");
    }

    void decode_bytes(const EncodedWord& word, RunBuilder& builder) {
        const std::string_view inside = text_.substr(word.text.begin, word.text.size());
        const auto broken =
            word.base64 ? decode_base64(inside, word.text.begin, builder) : decode_q(inside, word.text.begin, builder);
        if (broken) fault(word.whole, word.base64 ? "bad base64" : "bad Q encoding");
    }

    void report(const Reading& reading, const MappedText& bytes) {
        if (!reading.doubt) return;
        const Span where = bytes.empty() ? group_.front().whole : bytes.source(reading.where);
        if (reading.doubt == AnomalyKind::unknown_charset)
            anomalies_.add(AnomalyKind::unknown_charset, source_.source(group_.front().whole), reading.detail);
        else
            fault(where, "not in " + reading.detail);
    }

    void check_cuts(const Converted& converted, const std::vector<std::size_t>& cuts) {
        for (std::size_t i = 1; i < cuts.size(); ++i)
            if (is_split_at(converted, cuts[i]))
                anomalies_.add(AnomalyKind::split_character,
                               source_.source(hull(group_[i - 1].whole, group_[i].whole)));
    }

    void fault(Span where, std::string detail) {
        anomalies_.add(AnomalyKind::bad_encoded_word, source_.source(where), std::move(detail));
    }

    const MappedText& source_;
    std::string_view text_;
    FirstOfKind& anomalies_;
    MappedTextBuilder out_;
    std::string_view raw_label_;
    std::vector<EncodedWord> group_;
};

}  // namespace

std::size_t EncodedWordFinder::end_of_text(std::size_t begin, bool base64) {
    if (base64) {
        const std::size_t mark = text_.find('?', begin);
        return mark != npos && text_.substr(mark).starts_with("?=") ? mark : npos;
    }
    if (close_ != npos && close_ < begin) close_ = text_.find("?=", begin);
    if (close_ == npos) return npos;
    // Another word begins before this one ends: this one never ended.
    const std::size_t other = text_.substr(0, close_).find("=?", begin);
    return other == npos ? close_ : npos;
}

std::optional<EncodedWord> EncodedWordFinder::at(std::size_t at) {
    if (!text_.substr(at).starts_with("=?")) return {};
    const std::size_t begin = at + 2;
    const std::size_t mark = text_.substr(0, std::min(text_.size(), begin + kLongestCharset)).find('?', begin);
    if (mark == npos || mark == begin || mark + 2 >= text_.size() || text_[mark + 2] != '?') return {};
    const std::string_view charset = text_.substr(begin, mark - begin);
    if (std::any_of(charset.begin(), charset.end(), ascii::is_space)) return {};
    const char encoding = ascii::lower(text_[mark + 1]);
    if (encoding != 'b' && encoding != 'q') return {};
    const std::size_t end = end_of_text(mark + 3, encoding == 'b');
    if (end == npos) return {};
    return EncodedWord{{at, end + 2}, charset, encoding == 'b', {mark + 3, end}};
}

std::optional<EncodedWord> EncodedWordFinder::next(std::size_t from) {
    for (std::size_t mark = text_.find("=?", from); mark != npos; mark = text_.find("=?", mark + 1))
        if (auto word = at(mark)) return word;
    return {};
}

MappedText decode_words(const MappedText& text, FirstOfKind& anomalies) {
    if (text.text().find("=?") == npos && ascii::is_ascii(text.text())) return text;
    return WordDecoder(text, anomalies).run();
}

MappedText unfold(std::string_view file, Span value) {
    MappedTextBuilder out;
    std::size_t at = value.begin;
    while (at < value.end) {
        std::size_t end = at;
        while (end < value.end && !ascii::is_break(file[end])) ++end;
        out.append(file.substr(at, end - at), at, 1, 1);
        at = end;
        while (at < value.end && ascii::is_break(file[at])) ++at;
    }
    return std::move(out).build();
}

MappedText decode_value(std::string_view file, Span value, std::vector<Anomaly>& anomalies) {
    FirstOfKind first(anomalies);
    return decode_words(unfold(file, value), first);
}

}  // namespace spamlint
